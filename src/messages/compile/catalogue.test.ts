import { expect, test } from 'vitest';
import { LOCALES } from '../locales.ts';
import { checkCatalogue } from './catalogue-file.ts';
import { checkTranslation } from './check-translation.ts';

/** `npm run messages -- missing LANGUAGE` prints what is to be translated. */
test.each(LOCALES.filter((language) => language !== 'en'))(
  'every message in the code is said in %s, and nothing else',
  (language) => expect(checkCatalogue(language)).toEqual([]),
);

const FILES = '{n, plural, one {# file} other {# files}} from {name}';

test.each([
  ['de', FILES, '{n, plural, one {# Datei} other {# Dateien}} von {name}'],
  ['ja', FILES, '{name}の{n, number}件のファイル'],
  ['fr', FILES, '{n, plural, one {# fichier} other {# fichiers}} de {name}'],
  ['de', 'Press <key>?</key>.', '<key>?</key> drücken.'],
  ['de', '{kind, select, a {An a} other {Another}}', '{kind, select, a {Ein A} other {Anderes}}'],
])(
  'a translation into %s can be said with what its English is told: %s',
  (language, english, translation) => {
    expect(checkTranslation(language, english, translation)).toEqual([]);
  },
);

test.each([
  ['de', FILES, '{n, plural, one {# Datei} other {# Dateien}}', ['lacks {name}']],
  ['de', 'Hello', 'Hallo {name}', ['has more than the English {name}']],
  ['de', FILES, '{n} Dateien von {name}', ['lacks {n} as a number', 'has more than the English {n}']],
  ['de', FILES, '{n, plural, other {# Dateien}} von {name}', ['a plural lacks the form "one"']],
  [
    'ar',
    '{n, number} files',
    '{n, plural, one {ملف} two {ملفان} few {# ملفات} many {# ملفًا} other {# ملف}}',
    ['a plural lacks the form "zero"'],
  ],
  [
    'ja',
    FILES,
    '{name}の{n, plural, one {#} other {#}}件',
    ['a plural has the form "one", which the language does not have'],
  ],
  ['de', 'Press <key>?</key>.', '? drücken.', ['lacks <key>']],
  [
    'fr',
    'The file {name}',
    "L'{name}",
    ['lacks {name}', "has a straight ', which ICU takes for a quote: write ’"],
  ],
  ['de', ' or', 'oder', ['begins or ends with other spaces than the English']],
  ['de', 'Hello', '', ['is empty']],
  ['de', 'Hello', '{', ['no ICU message: EXPECT_ARGUMENT_CLOSING_BRACE']],
])('what is wrong with a translation into %s is told: %s', (language, english, translation, problems) => {
  expect(checkTranslation(language, english, translation)).toEqual(problems);
});
