import compile from 'icu-minify/compile';
import type { Plugin } from 'vite';
import { keyOf } from '../key-of.ts';
import { findMessages } from './find-messages.ts';

/**
 * Compiles the ICU messages in the code where they stand, so that English needs no catalogue and no parser goes to the
 * browser; and the catalogues, from English and its translation to what `say` looks up.
 */
export function messagesPlugin(): Plugin {
  return {
    name: 'linecheck:messages',
    enforce: 'pre',
    transform: (code, id) => {
      const file = id.split('?')[0] ?? '';
      if (/\/src\/messages\/catalogues\/[^/]+\/[^/]+\.json$/.test(file))
        return {
          code: compileCatalogue(JSON.parse(code) as Record<string, string>),
          map: null,
          moduleType: 'js',
        };
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

function compileCatalogue(translations: Readonly<Record<string, string>>): string {
  const compiled = Object.entries(translations).map(([english, translation]) => [
    keyOf(compile(english)),
    compile(translation),
  ]);
  return `export default ${JSON.stringify(Object.fromEntries(compiled))}`;
}
