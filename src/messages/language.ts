import type { CompiledMessage } from 'icu-minify/format';

export type Catalogue = Readonly<Record<string, CompiledMessage>>;

/** The language that is spoken now. It is one for the page (or the worker), like the language of its `html` element. */
let spoken = 'en';
let catalogue: Catalogue | null = null;
const listeners = new Set<() => void>();

/** Speaks a language from now on; English, which stands in the code, needs no catalogue. */
export function speak(language: string, messages: Catalogue | null): void {
  spoken = language;
  catalogue = messages;
  for (const hear of listeners) hear();
}

/** Calls back when another language is spoken; returns how to stop that. */
export function onLanguage(hear: () => void): () => void {
  listeners.add(hear);
  return () => listeners.delete(hear);
}

/** The language of the interface, as a BCP 47 tag. */
export function locale(): string {
  return spoken;
}

/** The message in the language that is spoken; undefined while that is English. */
export function translationOf(key: () => string): CompiledMessage | undefined {
  return catalogue?.[key()];
}

export const numberFormat = kept(
  (tag: string, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options),
);
export const pluralRules = kept(
  (tag: string, options?: Intl.PluralRulesOptions) => new Intl.PluralRules(tag, options),
);
export const dateFormat = kept(
  (tag: string, options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, options),
);

/** Makes a formatter once for each language and set of options: that takes long, and is asked for in every row of a list. */
export function kept<Options, Made>(make: (tag: string, options?: Options) => Made) {
  const made = new Map<string, Made>();
  return (tag: unknown, options?: Options): Made => {
    const name = JSON.stringify([tag, options]);
    const found = made.get(name) ?? make(String(tag), options);
    made.set(name, found);
    return found;
  };
}
