import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryText } from '../domain/testing/arbitrary-text.ts';
import { fileNameFor } from './file-name.ts';

test.each([
  ['Kabul, 26 August', 'Kabul, 26 August.json'],
  ['White House: "13 dead"?', 'White House 13 dead.json'],
  ['a/b\\c|d*e<f>g', 'a b c d e f g.json'],
  ['../../etc/passwd', 'etc passwd.json'],
  ['.htaccess', 'htaccess.json'],
  ['--help', 'help.json'],
  ['~root', 'root.json'],
  ['The end...', 'The end.json'],
  ['CON', '_CON.json'],
  ['nul.txt', '_nul.txt.json'],
  ['Com1', '_Com1.json'],
  ['Console', 'Console.json'],
  ['', 'fact-check.json'],
  [' \u00a0… ', '….json'],
  ['???', 'fact-check.json'],
  ['line\nbreak\ttab\u0000nul', 'line break tab nul.json'],
  ['\u202egnp.exe', 'gnp.exe.json'],
  ['e\u0301tude', 'étude.json'],
  ['عنوان المقال', 'عنوان المقال.json'],
  ['記事の見出し', '記事の見出し.json'],
  // Joiners are a part of words and pictures, and nothing at their ends.
  ['می\u200cخواهم', 'می\u200cخواهم.json'],
  ['👩\u200d🚒 \u200d', '👩\u200d🚒.json'],
  ['\u200c', 'fact-check.json'],
  ['x'.repeat(500), `${'x'.repeat(120)}.json`],
  ['記'.repeat(500), `${'記'.repeat(40)}.json`],
  ['\ud800', 'fact-check.json'],
])('makes of the title %j the file name %j', (title, name) => {
  expect(fileNameFor(title, '.json')).toBe(name);
});

test('makes of any title a name that every system takes', () => {
  fc.assert(
    fc.property(fc.oneof(arbitraryText(), fc.string({ unit: 'binary' })), (title) => {
      const name = fileNameFor(title, '.linecheck.json');
      expect(name).toMatch(
        /^[^\s.~<>:"/\\|?*\p{C}-](?:[^<>:"/\\|?*\p{C}]|[\u200c\u200d])*\.linecheck\.json$/u,
      );
      expect(name).not.toMatch(/[\s.]\.linecheck\.json$/);
      expect(new TextEncoder().encode(name).length).toBeLessThan(150);
    }),
    { numRuns: 1000 },
  );
});
