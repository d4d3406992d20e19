import type { CompiledMessage } from 'icu-minify/format';

/** A language of the interface, as it is spoken. */
export interface Language {
  /** BCP 47. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  /** A message of the code (English, compiled) in this language; undefined where it is said in English. */
  readonly translate: (message: CompiledMessage, context: string) => CompiledMessage | undefined;
}

/** Stands in the code. */
const ENGLISH: Language = { tag: 'en', direction: 'ltr', translate: () => undefined };

/** What is spoken now. It is one for the page (or the worker), like the language of its `html` element. */
let spoken = ENGLISH;
const listeners = new Set<() => void>();

/** Speaks a language from now on, English unless told. */
export function speak(language: Language = ENGLISH): void {
  spoken = language;
  for (const hear of listeners) hear();
}

/** Calls back when another language is spoken; returns how to stop that. */
export function onLanguage(hear: () => void): () => void {
  listeners.add(hear);
  return () => listeners.delete(hear);
}

export function spokenLanguage(): Language {
  return spoken;
}

/** The language of the interface, as a BCP 47 tag. */
export function locale(): string {
  return spoken.tag;
}

export const numberFormat = kept(
  (tag: string, options?: Intl.NumberFormatOptions): Pick<Intl.NumberFormat, 'format'> => {
    if (tag !== ENGLISH.tag || options) return new Intl.NumberFormat(tag, options);
    // The browser's first formatter takes 5 to 20 ms to be made, and what is painted first has only such numbers.
    return {
      format: (n) => (Number.isSafeInteger(n) ? groupDigits(n as number) : numberFormat(tag, {}).format(n)),
    };
  },
);
export const pluralRules = kept(
  (tag: string, options?: Intl.PluralRulesOptions): Pick<Intl.PluralRules, 'select'> =>
    tag === ENGLISH.tag && options?.type === 'cardinal'
      ? { select: (n) => (Math.abs(n) === 1 ? 'one' : 'other') }
      : new Intl.PluralRules(tag, options),
);
export const dateFormat = kept(
  (tag: string, options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, options),
);

/** As English writes an integer. */
function groupDigits(n: number): string {
  return String(n).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

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
