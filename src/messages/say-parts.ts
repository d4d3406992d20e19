import format, { type FormatValues } from 'icu-minify/format';
import { locale } from './language.ts';
import { FORMATTERS, isolate, translate, type Arguments, type Written } from './say.ts';

type TagsOf<Text extends string> = Text extends `${string}</${infer Name}>${infer Rest}`
  ? Name | TagsOf<Rest>
  : never;

/** Like `say`, for a message with `<tags>`: the words in each are made into a part by its name. */
export function sayParts<Part, const Text extends string>(
  words: Written<Text>,
  values: Arguments<Text> & Readonly<Record<TagsOf<Text>, (inside: string) => Part>>,
): readonly (string | Part)[] {
  const given = Object.entries<unknown>(isolate(values)).map(([name, value]) => [
    name,
    typeof value === 'function'
      ? (inside: readonly string[]): Part => (value as (inside: string) => Part)(inside.join(''))
      : value,
  ]);
  const said = format<Part>(
    translate(words),
    locale(),
    Object.fromEntries(given) as FormatValues<Part>,
    FORMATTERS,
  );
  return Array.isArray(said) ? said : [said];
}
