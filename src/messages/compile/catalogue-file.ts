import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkTranslation } from './check-translation.ts';
import { listMessages, type ListedMessage } from './list-messages.ts';

/** A catalogue as it stands in a file: by module, each message's name and its translation. */
export type CatalogueFile = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The translations of a language, by the names of the messages; none while it has no file. */
export function readCatalogue(language: string): ReadonlyMap<string, string> {
  const file = fileOf(language);
  return existsSync(file) ? flatten(JSON.parse(readFileSync(file, 'utf8')) as CatalogueFile) : new Map();
}

/** What of the code is not in the catalogue yet, as a catalogue of empty translations to be filled in. */
export function skeletonOf(language: string, most: number): CatalogueFile {
  const known = readCatalogue(language);
  const missing = listMessages().filter(({ name }) => !known.has(name));
  return arrange(missing.slice(0, most), () => '');
}

/**
 * Puts translations into the catalogue of a language, in the order of the code, and takes out what the code no longer
 * says. What is not right stays out: the problems say why.
 */
export function mergeInto(language: string, added: CatalogueFile): readonly string[] {
  const known = new Map(readCatalogue(language));
  const messages = listMessages();
  const problems: string[] = [];
  const texts = new Map(messages.map(({ name, text }) => [name, text]));
  for (const [name, translation] of flatten(added)) {
    const text = texts.get(name);
    if (translation === '') continue;
    const found =
      text === undefined ? ['no message of the code'] : checkTranslation(language, text, translation);
    problems.push(...found.map((problem) => `${JSON.stringify(name)}: ${problem}`));
    if (found.length === 0) known.set(name, translation);
  }
  const translated = messages.filter(({ name }) => known.has(name));
  const file = arrange(translated, (name) => known.get(name) ?? '');
  writeFileSync(fileOf(language), `${JSON.stringify(file, null, 2)}\n`);
  return problems;
}

/** What keeps a language from being offered: missing, surplus and wrong translations, in words. */
export function checkCatalogue(language: string): readonly string[] {
  const known = readCatalogue(language);
  const messages = listMessages();
  const names = new Set(messages.map(({ name }) => name));
  return [
    ...messages.flatMap(({ name, text }) => {
      const translation = known.get(name);
      const problems =
        translation === undefined ? ['missing'] : checkTranslation(language, text, translation);
      return problems.map((problem) => `${JSON.stringify(name)}: ${problem}`);
    }),
    ...[...known.keys()]
      .filter((name) => !names.has(name))
      .map((name) => `${JSON.stringify(name)}: no message of the code`),
  ];
}

function arrange(messages: readonly ListedMessage[], translate: (name: string) => string): CatalogueFile {
  const modules = new Map<string, Record<string, string>>();
  for (const { module, name } of messages) {
    const translations = modules.get(module) ?? {};
    modules.set(module, { ...translations, [name]: translate(name) });
  }
  return Object.fromEntries(modules);
}

function flatten(file: CatalogueFile): ReadonlyMap<string, string> {
  return new Map(Object.values(file).flatMap((said) => Object.entries(said)));
}

function fileOf(language: string): string {
  return fileURLToPath(new URL(`../catalogues/${language}.json`, import.meta.url));
}
