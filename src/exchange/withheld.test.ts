import { describe, expect, test } from 'vitest';
import { gatherFactCheck, recordsOf, type AnyRecord, type FactCheck } from '../domain/fact-check.ts';
import type { Id } from '../domain/record.ts';
import { FORMATS } from './formats.ts';
import { CONTEXT } from './testing/at-once.ts';
import { sampleFactCheck } from './testing/sample-fact-check.ts';

/** The first claim stands on other words than were judged; `lost` has no place in this version. */
async function doubtful(lost: Id = 'a3'): Promise<FactCheck> {
  const factCheck = await sampleFactCheck();
  const at = '2026-02-01T00:00:00Z';
  const carried = { articleId: 'draft', decision: 'undecided', at, by: null } as const;
  return gatherFactCheck(
    factCheck.id,
    recordsOf(factCheck).flatMap((record): readonly AnyRecord[] => {
      if (record.type === 'article')
        return [record, { ...record, id: 'older', text: `${record.text} More.`, sha256: 'a'.repeat(64) }];
      if (record.id === 'a1' && record.type === 'annotation') {
        const judged = record.targets.map((target) => ({
          ...target,
          quote: { ...target.quote, exact: 'Fifty people drowned' },
        }));
        const targets = record.targets.map((target) => ({ ...target, judgedIn: 'older' }));
        return [{ ...record, targets, earlier: [{ articleId: 'older', targets: judged }], carried }];
      }
      return record.id === lost && record.type === 'annotation'
        ? [{ ...record, articleId: 'older', carried }]
        : [record];
    }),
  );
}

const OPTIONS = { publisher: 'Desk', 'report-address/ferry': 'https://desk.example/ferry' };

interface Wish {
  readonly lost?: Id;
  readonly leftOut?: number;
  readonly readers?: string;
  readonly factCheck?: FactCheck;
  readonly reviewerId?: Id;
}

async function write(
  id: string,
  { lost, leftOut = 0, readers = 'readers', ...given }: Wish = {},
): Promise<{ readonly text: string; readonly said: string }> {
  const writer = await FORMATS.find((format) => format.id === id)?.out?.load();
  const factCheck = given.factCheck ?? (await doubtful(lost));
  const initial = writer
    ?.options?.(factCheck, {})
    .map((option): [string, string] => [option.id, option.initial]);
  const options = { ...Object.fromEntries(initial ?? []), ...OPTIONS, 'report-readers': readers };
  const result = await writer?.serialise(factCheck, { ...CONTEXT, ...given, leftOut, options });
  if (!result) throw new Error(`There is no format ${id}.`);
  // What an annotator may choose says nothing of what somebody has.
  const said = result.ok ? result.files.filter(({ mediaType }) => mediaType !== 'application/xml') : [];
  return result.ok
    ? { text: said.map(({ text }) => text).join('\n'), said: result.loss.join('\n') }
    : { text: '', said: result.problems.join('\n') };
}

describe('verdicts on words that changed since, or that have no place', () => {
  test.each(['averitec', 'fever', 'label-studio', 'doccano', 'claim-review'])(
    'are not given by %s, which says so',
    async (id) => {
      const { text, said } = await write(id);
      expect(text).not.toMatch(/Mostly false|Misleading|Half true|Refuted|Conflicting|"REFUTES"/);
      expect(said).toContain(
        'Verdicts that were not given on what stands here now (1 on words that have no place in this version, 1 on words that have changed since)',
      );
    },
  );

  test.each(['label-studio', 'doccano'])('leave no offset of another draft in %s', async (id) => {
    const { text, said } = await write(id);
    expect(text).not.toContain('"He gave no source."');
    expect(said).toContain('1 annotation without a place in this version is not in the file.');
  });

  test('are comments in Web Annotations, without an offset where there is none', async () => {
    const { text, said } = await write('w3c');
    const { items } = JSON.parse(text) as {
      items: { motivation: string; body?: object[]; target: object }[];
    };
    const doubted = items.filter(({ motivation }) => motivation === 'questioning');
    expect(doubted).toHaveLength(2);
    expect(
      doubted
        .flatMap(({ body = [] }) => body)
        .filter((one) => 'purpose' in one && one.purpose === 'classifying'),
    ).toEqual([]);
    expect(JSON.stringify(doubted)).toContain('Judged on other words: Mostly false.');
    expect(
      JSON.stringify(doubted.find(({ target }) => JSON.stringify(target).includes('He gave'))),
    ).not.toContain('TextPositionSelector');
    expect(said).toContain('are written as comments');
  });

  test('stand in columns of their own in CSV', async () => {
    const { text } = await write('csv');
    expect(text).toMatch(
      /"in doubt: its words have changed",+"another","[^"]*","Fifty people drowned …[^"]*","Mostly false","Thirty-eight/,
    );
    expect(text).toMatch(
      /"no place in this version",+"another","[^"]*",+"Misleading","He named the coast guard/,
    );
  });

  test.each(['report-html', 'report-markdown'])(
    'are told as such in the %s, and counted as open',
    async (id) => {
      const { text } = await write(id);
      expect(text).toContain('In doubt: the words have changed since these verdicts were given');
      expect(text).toContain('Fifty people drowned');
      const [, unplaced = ''] = text.split('Claims without a place');
      expect(unplaced).toMatch(/He gave no source\.[^]*Misleading/);
      expect(text).toMatch(/Mostly false(?:<\/bdi><\/td>.*class="n">| \| .* \| )0/);
    },
  );
});

test('what has no place takes no number: that of a claim is the same in the report, the tables and the reviews', async () => {
  const lost = 'a2';
  const { text: report } = await write('report-html', { lost });
  expect(/<article [^>]*id="claim-2"[^>]*>[^]*?<\/article>/.exec(report)?.[0]).toContain(
    'He gave no source.',
  );
  const { text: reviews } = await write('claim-review', { lost });
  expect(reviews).toMatch(/#claim-2",\s+"identifier": "a3"/);
  const { text: tables } = await write('csv', { lost });
  expect(tables).toContain('\r\n"a2",,"12 of them children",');
  expect(tables).toContain('\r\n"a3",2,"He gave no source.",');
});

test.each(['report-html', 'report-markdown'])(
  'no wording is suggested to editors for other words than it was made for in the %s',
  async (id) => {
    const { text } = await write(id, { readers: 'editors' });
    expect(text).toContain('No other wording is suggested.');
    expect(text).not.toContain('Thirty-eight people drowned');
    expect(text).toContain('1 suggested wording was made for words that have changed since');
  },
);

test.each(['report-html', 'report-markdown'])(
  'a %s of a selection says so, and nothing of how much was looked at',
  async (id) => {
    const { text } = await write(id, { leftOut: 3 });
    expect(text).toContain('This report is a selection');
    expect(text).toContain('3 more annotations of the fact check are not in it');
    expect(text).not.toContain('sentences have been looked at');
  },
);

test.each(['claim-review', 'report-html', 'report-markdown'])(
  'a verdict on who said something is not given as one on what was said by %s',
  async (id) => {
    const { text } = await write(id, { lost: 'a2' });
    expect(text).toContain('What is checked is who said it, not whether it is true.');
  },
);

test.each(['averitec', 'fever', 'label-studio', 'doccano', 'w3c'])(
  'the loss of %s tells that verdicts on who said something look like those on what was said',
  async (id) => {
    const { said } = await write(id, { lost: 'a2' });
    expect(said).toContain('1 mark that only who said it is checked');
  },
);

test.each(['label-studio', 'doccano', 'averitec'])(
  'the loss of %s counts what was concluded of other words',
  async (id) => {
    const { said } = await write(id);
    expect(said).toContain('2 conclusions on other words than stand here are not in the file.');
  },
);

test.each(['report-html', 'report-markdown'])(
  'the %s prints what was found of words without a place, with its sources',
  async (id) => {
    const { text, said } = await write(id);
    const [, unplaced = ''] = text.split('Claims without a place');
    expect(unplaced).toContain('He named the coast guard');
    expect(unplaced).toContain('List of the dead');
    expect(unplaced).not.toContain('claim-3');
    expect(said).not.toContain('conclusion');
    expect(said).toContain('1 rank of a source');
  },
);

test('the loss of ClaimReview counts a conclusion without a rating on other words', async () => {
  const factCheck = await doubtful();
  const unrated = gatherFactCheck(
    factCheck.id,
    recordsOf(factCheck).map((record) =>
      record.type === 'verdict' ? { ...record, ratingId: null } : record,
    ),
  );
  const { said } = await write('claim-review', { factCheck: unrated });
  expect(said).toContain(
    'Verdicts that were not given on what stands here now (1 on words that have no place',
  );
});

test.each(['csv', 'w3c', 'fever'])('the loss of %s counts drafts that are not in it', async (id) => {
  const { said } = await write(id, { lost: 'a2' });
  expect(said).toContain('1 other draft');
});

/** Ben judged other words than those that stand here, Ana has judged these since. */
async function halfDoubtful(): Promise<FactCheck> {
  const factCheck = await doubtful();
  return gatherFactCheck(
    factCheck.id,
    recordsOf(factCheck).map((record) =>
      record.id === 'v1' && record.type === 'verdict'
        ? { ...record, decidedAt: '2026-02-02T00:00:00Z' }
        : record,
    ),
  );
}

describe('a verdict on the present words beside one on others', () => {
  test.each([
    ['averitec', 'Refuted'],
    ['fever', '"REFUTES"'],
    ['label-studio', 'Mostly false'],
    ['doccano', 'Mostly false'],
    ['claim-review', '"alternateName": "Mostly false"'],
  ])('is the one that %s gives, whoever exports, and the loss tells of the other', async (id, label) => {
    for (const reviewerId of ['ana', 'ben']) {
      const { text, said } = await write(id, { factCheck: await halfDoubtful(), reviewerId });
      expect(text).toContain(label);
      expect(text).not.toContain('Half true');
      expect(said).toContain('1 on words that have changed since');
    }
  });

  test('is classifying in Web Annotations, where the other is a comment', async () => {
    const { text } = await write('w3c', { factCheck: await halfDoubtful() });
    const { items } = JSON.parse(text) as { items: { motivation: string; body?: object[] }[] };
    const [first] = items;
    expect(first?.motivation).toBe('assessing');
    expect(first?.body).toContainEqual(
      expect.objectContaining({ purpose: 'classifying', value: 'Mostly false' }),
    );
    expect(first?.body).toContainEqual(
      expect.objectContaining({
        purpose: 'commenting',
        value: 'Judged on other words: Half true.\nThe number of children is right.',
      }),
    );
  });

  test('stands in its column of the CSV, and the other in its own', async () => {
    const { text } = await write('csv', { factCheck: await halfDoubtful() });
    expect(text).toMatch(/"in the text","Mostly false",.*\n.*"Fifty people drowned …[^"]*","Half true",/);
  });

  test.each(['report-html', 'report-markdown'])('heads its claim in the %s and is counted', async (id) => {
    const { text } = await write(id, { factCheck: await halfDoubtful(), readers: 'editors' });
    const [before, after] = text.split('In doubt: the words have changed since this verdict was given');
    expect(before).toMatch(/Mostly false[^\n]*Ana Checker/);
    expect(before).not.toMatch(/Half true[^\n]*Ben/);
    expect(after).toMatch(/Half true[^\n]*Ben/);
    expect(text).toMatch(/Mostly false(?:<\/bdi><\/td>.*class="n">| \| .* \| )1/);
    expect(text).toContain('Thirty-eight people drowned');
  });
});

test('the loss of ClaimReview counts what was concluded of other words', async () => {
  const { said } = await write('claim-review', { factCheck: await halfDoubtful() });
  expect(said).toContain('2 conclusions on other words than stand here are not in the file.');
});
