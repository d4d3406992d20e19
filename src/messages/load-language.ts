import type { CompiledMessage } from 'icu-minify/format';
import { keyOf } from './key-of.ts';
import type { Language } from './language.ts';
import { directionOf, pickLocale } from './locales.ts';

/** From the keys of the messages (`keyOf`) to their translations. */
type Catalogue = Readonly<Record<string, CompiledMessage>>;

const CATALOGUES = import.meta.glob<Catalogue>('./catalogues/*.json', { import: 'default' });

/**
 * The first of the languages asked for (BCP 47) that is offered, once its catalogue has come; undefined for English, which needs
 * none. Rejects where the catalogue does not come.
 */
export async function loadFirstOf(asked: readonly string[]): Promise<Language | undefined> {
  const chosen = pickLocale(asked);
  const catalogue = await CATALOGUES[`./catalogues/${chosen}.json`]?.();
  return catalogue && inWordsOf(catalogue, chosen);
}

/** The language of a catalogue. */
export function inWordsOf(catalogue: Catalogue, tag: string): Language {
  return {
    tag,
    direction: directionOf(tag),
    translate: (message, context) => catalogue[keyOf(message, context)],
  };
}
