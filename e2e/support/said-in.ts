import { readFileSync } from 'node:fs';

type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a language of the interface says for a message of the code; throws for words that no message has. */
export function saidIn(language: string): (english: string) => string {
  const catalogue = JSON.parse(
    readFileSync(new URL(`../../src/messages/catalogues/${language}.json`, import.meta.url), 'utf8'),
  ) as Catalogue;
  const said = new Map<string, string>();
  for (const messages of Object.values(catalogue))
    for (const [english, words] of Object.entries(messages))
      said.set(english.replace(/ \/\/ .*$/, ''), words);
  return (english) => {
    const words = said.get(english);
    if (words === undefined) throw new Error(`No message says “${english}”.`);
    return words;
  };
}
