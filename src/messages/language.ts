/** The language of the interface, as a BCP 47 tag. */
export const LOCALE = 'en';

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
