import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Kind } from './characters.ts';
import { skipClosers } from './closers.ts';
import { endsSentence } from './decide.ts';
import { goesOnSmall, skipMarks } from './marks.ts';
import { packFor } from './packs/pack.ts';
import { describeSite } from './site.ts';

const words = fc.constantFrom(
  'He',
  'I',
  'a',
  'z. B',
  'No',
  'p.m',
  'etc',
  'U.S',
  '2021',
  '2021. 8',
  'iPhone',
  '1',
  '(a)',
  'b)',
  '"so',
  '(see',
  'it)',
  'end"',
  '№',
  'XIV',
  'www.ap',
  '—',
  'Ἀθῆναι',
  '私',
  '',
);
const marks = fc.constantFrom('.', '?', '!', '…', '...', '. .', '?!', '.)', '."', '‼');

test('of no place that is passed over for its small letters would a decision end the sentence', () => {
  let passed = 0;
  fc.assert(
    fc.property(
      fc.constantFrom('en', 'de', 'nl', 'ru', 'hy', 'el', 'und'),
      fc.array(fc.tuple(words, marks, fc.constantFrom(' ', '', '\n', ' a', ' an', ' it', ' ab. ', ' x ')), {
        minLength: 1,
      }),
      (locale, parts) => {
        const pack = packFor(locale);
        const text = `${parts.flat().join('')} on`;
        for (let at = 0; at < text.length; at += 1) {
          const kind = pack.kinds[text.charCodeAt(at)] ?? Kind.plain;
          if (kind < Kind.stop || kind > Kind.hard || !goesOnSmall(text, pack.kinds, at)) continue;
          passed += 1;
          const markEnd = skipMarks(text, pack.kinds, at);
          const end = skipClosers(text, pack.kinds, markEnd);
          for (const start of [0, Math.max(0, at - 3)]) {
            const site = describeSite(text, pack, start, at, markEnd, end, undefined);
            expect([text.slice(start, at + 4), site.end, endsSentence(site)]).toEqual([
              text.slice(start, at + 4),
              at + 1,
              false,
            ]);
          }
        }
      },
    ),
  );
  expect(passed).toBeGreaterThan(0);
});
