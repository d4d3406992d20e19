import { expect, test } from 'vitest';
import { articleOf, gatherFactCheck, recordsOf, type FactCheck } from '../domain/fact-check.ts';
import { REPORT_HTML } from './report-html.ts';
import { REPORT_MARKDOWN } from './report-markdown.ts';
import { CONTEXT } from './testing/at-once.ts';
import { sampleFactCheck } from './testing/sample-fact-check.ts';

const SAID = { claimant: { name: 'سامي حدّاد', role: 'وزير' }, saidAt: '2025-12-29' };

/** The sample as an Arabic article, with Arabic words beside what the report says itself. */
async function arabicSample(claim: object): Promise<FactCheck> {
  const sample = await sampleFactCheck();
  const article = { ...articleOf(sample), direction: 'rtl', language: 'ar' } as const;
  const { claimant: _, saidAt: __, ...bare } = sample.tables.annotation.get('a1')?.claim ?? {};
  return gatherFactCheck(
    sample.id,
    recordsOf(sample).map((record) => {
      if (record.type === 'article') return article;
      if (record.type === 'annotation' && record.id === 'a1')
        return { ...record, claim: { statement: '', kind: 'substance' as const, ...bare, ...claim } };
      if (record.type === 'verdict' && record.id === 'v1')
        return { ...record, conclusion: 'العدد 38!\nانظر القائمة.\n\n# لا' };
      return record;
    }),
  );
}

async function write(writer: typeof REPORT_HTML, factCheck: FactCheck): Promise<string> {
  const result = await writer.serialise(factCheck, CONTEXT);
  return result.ok ? result.files[0].text : '';
}

test('a date beside Arabic words is not turned round by them', async () => {
  const arabic = await arabicSample(SAID);
  expect(await write(REPORT_HTML, arabic)).toContain(
    'Said by <bdi>سامي حدّاد</bdi>, <bdi>وزير</bdi>, <bdi>29 December 2025</bdi>',
  );
  expect(await write(REPORT_MARKDOWN, arabic)).toContain(
    'Said by \u2068سامي حدّاد\u2069, \u2068وزير\u2069, 29 December 2025',
  );
});

test('when something was said is never taken for who said it', async () => {
  const undated = await arabicSample({ saidAt: '2025' });
  expect(await write(REPORT_HTML, undated)).toContain('Said: <bdi>2025</bdi>');
  expect(await write(REPORT_MARKDOWN, undated)).toContain('\n\nSaid: 2025\n\n');
});

test('in Markdown an article runs in its direction, and a conclusion by its first letter, in its own lines', async () => {
  const markdown = await write(REPORT_MARKDOWN, await arabicSample(SAID));
  expect(markdown).toMatch(/## The article\n\n<div dir="rtl" lang="ar">\n\n[^]*\n\n<\/div>\n\n## The claims/);
  expect(markdown).toMatch(/<div dir="rtl" lang="ar">\n\n> Forty people drowned[^\n]*\n\n<\/div>/);
  expect(markdown).toContain('<div dir="auto">\n\nالعدد 38!\\\nانظر القائمة.\n\n\\# لا\n\n</div>');
  expect(await write(REPORT_MARKDOWN, await sampleFactCheck())).not.toContain('<div');
});

test('an address in another script stands there as people write it, and leads to where machines do', async () => {
  const sample = await sampleFactCheck();
  const named = gatherFactCheck(
    sample.id,
    recordsOf(sample).map((record) =>
      record.type === 'source' && record.id === 's2' ? { ...record, url: 'https://مثال.إختبار/أ' } : record,
    ),
  );
  const href = 'https://xn--mgbh0fb.xn--kgbechtv/%D8%A3';
  expect(await write(REPORT_HTML, named)).toContain(
    `<a href="${href}" rel="noopener noreferrer" dir="ltr">https://مثال.إختبار/أ</a>`,
  );
  expect(await write(REPORT_MARKDOWN, named)).toContain(`(<${href}>)`);
});

test('a report without claims says so in either format', async () => {
  const sample = await sampleFactCheck();
  const bare = gatherFactCheck(
    sample.id,
    recordsOf(sample).filter(({ type }) => !['annotation', 'verdict', 'evidence'].includes(type)),
  );
  for (const writer of [REPORT_HTML, REPORT_MARKDOWN])
    expect(await write(writer, bare)).toContain('No claim has been marked yet.');
});
