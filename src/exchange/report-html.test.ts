import * as fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { articleOf, gatherFactCheck, recordsOf } from '../domain/fact-check.ts';
import { arbitraryFactCheck } from '../domain/testing/arbitrary-fact-check.ts';
import { REPORT_HTML } from './report-html.ts';
import { CONTEXT } from './testing/at-once.ts';
import { sampleFactCheck } from './testing/sample-fact-check.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    // The style stands in the file on purpose: it asks nobody for anything.
    'no-inline-style': 'off',
    'no-raw-characters': ['error', { relaxed: true }],
  },
});

async function write(factCheck: Awaited<ReturnType<typeof sampleFactCheck>>): Promise<string> {
  const result = await REPORT_HTML.serialise(factCheck, {
    ...CONTEXT,
    options: { 'report-readers': 'editors' },
  });
  return result.ok ? result.files[0].text : '';
}

test('the report of the sample is valid HTML', async () => {
  const report = await validator.validateString(await write(await sampleFactCheck()));
  expect(
    report.results.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`)),
  ).toEqual([]);
});

test('whatever is in a fact check, the report is HTML without a script, a picture or an address of its own', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryFactCheck(), async (factCheck) => {
      const html = await write(factCheck);
      const problems: string[] = [];
      parse(html, { onParseError: ({ code }) => problems.push(code) });
      expect(problems).toEqual([]);
      expect(html).not.toMatch(/<(?:script|img|link|iframe|object|embed|base|form)\b/i);
      expect(html).not.toMatch(/<[^>]+\s(?:src|srcset|on\w+|style|action)=/i);
      expect(html.match(/ href="(?!https?:|urn:|#)/)).toBeNull();
    }),
  );
});

test('non-characters of every plane become the replacement character', async () => {
  const sample = await sampleFactCheck();
  const strange = gatherFactCheck(
    sample.id,
    recordsOf(sample).map((record) =>
      record.type === 'verdict'
        ? { ...record, conclusion: 'a\u{fdd0}b\u{ffff}c\u{1fffe}d\u{10ffff}e' }
        : record,
    ),
  );
  expect(await write(strange)).toContain('a\ufffdb\ufffdc\ufffdd\ufffde');
});

test('the page runs in the direction of the article', async () => {
  const sample = await sampleFactCheck();
  const article = { ...articleOf(sample), direction: 'rtl', language: 'ar' } as const;
  const turned = gatherFactCheck(
    sample.id,
    recordsOf(sample).map((record) => (record.type === 'article' ? article : record)),
  );
  const html = await write(turned);
  expect(html).toContain('<html lang="en" dir="rtl">');
  // Its own words, which are English, run by themselves wherever they stand.
  const [, body] = /<body>([^]*)<\/body>/.exec(html) ?? [];
  const bare = (body ?? '')
    .replaceAll(/<(div|blockquote|h1|q)\b[^>]* dir="rtl">[^]*?<\/\1>/g, '')
    .replaceAll(/<p [^>]*dir="auto">[^]*?<\/p>/g, '');
  expect(outsideOfIsolates(bare)).not.toMatch(/[a-z]{2}/i);
});

/** The words that are in no `bdi`, whatever is in these. */
function outsideOfIsolates(html: string): string {
  let [words, depth] = ['', 0];
  for (const part of html.split(/(<[^>]*>)/)) {
    if (part.startsWith('<bdi')) depth += 1;
    else if (part === '</bdi>') depth -= 1;
    else if (depth === 0 && !part.startsWith('<')) words += part;
  }
  return words;
}

test('a short claim is printed on one page, and a long one may go over several', async () => {
  const sample = await sampleFactCheck();
  const long = gatherFactCheck(
    sample.id,
    recordsOf(sample).map((record) =>
      record.type === 'verdict' && record.annotationId === 'a1'
        ? { ...record, conclusion: 'The log says so. '.repeat(200) }
        : record,
    ),
  );
  const html = await write(long);
  expect(html).toContain('<article class="claim" id="claim-1"');
  expect(html).toContain('<article class="claim brief" id="claim-3"');
  expect(html).toMatch(/@media print\{.*\.brief\{break-inside:avoid\}/);
});
