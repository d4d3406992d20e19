import compile from 'icu-minify/compile';
import type { Plugin } from 'vite';
import { keyOf } from '../key-of.ts';
import type { CatalogueFile } from './catalogue-file.ts';
import { findMessages } from './find-messages.ts';
import { readName } from './list-messages.ts';
import { mayHaveMessages } from './parse-source.ts';

/**
 * Compiles the ICU messages in the code where they stand, so that English needs no catalogue and no parser goes to the
 * browser; and the catalogues.
 */
export function messagesPlugin(): Plugin {
  return {
    name: 'linecheck:messages',
    enforce: 'pre',
    transform: (code, id) => {
      const file = id.split('?')[0] ?? '';
      if (/\/src\/messages\/catalogues\/[^/]+\.json$/.test(file))
        return {
          code: compileCatalogue(JSON.parse(code) as CatalogueFile),
          map: null,
          moduleType: 'js',
        };
      if (/\/src\/.*\.tsx?$/.test(file) && mayHaveMessages(code))
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

/** From English and its translation to what `say` looks up. */
function compileCatalogue(file: CatalogueFile): string {
  const compiled = Object.values(file)
    .flatMap((said) => Object.entries(said))
    .map(([name, translation]) => {
      const { text, context } = readName(name);
      return [keyOf(compile(text), context), compile(translation)] as const;
    });
  return `export default ${JSON.stringify(Object.fromEntries(compiled))}`;
}
