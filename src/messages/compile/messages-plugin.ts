import compile from 'icu-minify/compile';
import type { Plugin } from 'vite';
import { findMessages } from './find-messages.ts';

/** Compiles the ICU messages in the code where they stand, so that no parser of them goes to the browser. */
export function messagesPlugin(): Plugin {
  return {
    name: 'linecheck:messages',
    enforce: 'pre',
    transform: (code, id) => {
      const file = id.split('?')[0] ?? '';
      if (/\/src\/.*\.tsx?$/.test(file) && code.includes("/say.ts'"))
        return { code: compileMessages(file, code), map: null };
      return undefined;
    },
  };
}

function compileMessages(file: string, code: string): string {
  let compiled = code;
  for (const { text, start, end } of findMessages(file, code).toReversed())
    compiled = compiled.slice(0, start) + JSON.stringify(compile(text)) + compiled.slice(end);
  return compiled;
}
