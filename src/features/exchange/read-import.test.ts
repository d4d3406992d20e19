import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotate } from '../../domain/annotate.ts';
import { quoteOf, type Annotation } from '../../domain/annotation.ts';
import { planCarryOver, takeDraft } from '../../domain/carry-over.ts';
import { applyChange, invertChange, isEmptyChange } from '../../domain/change.ts';
import {
  articleOf,
  findGaps,
  gatherFactCheck,
  recordsOf,
  type AnyRecord,
  type FactCheck,
} from '../../domain/fact-check.ts';
import { BLANK_JUDGEMENT } from '../../domain/foreign-annotation.ts';
import { giveVerdict } from '../../domain/give-verdict.ts';
import { importAnnotations } from '../../domain/import-annotations.ts';
import { importSources } from '../../domain/import-sources.ts';
import { evidenceOf, verdictsOf } from '../../domain/lookup.ts';
import { ratingOf } from '../../domain/marks.ts';
import { followDraft } from '../../domain/follow-draft.ts';
import { mergeFile, type MergePlan } from '../../domain/merge-file.ts';
import { isPlacedIn, placedAnnotations } from '../../domain/placed-annotations.ts';
import { startFactCheck } from '../../domain/start-fact-check.ts';
import { createTestClock } from '../../domain/testing/arbitrary-changes.ts';
import { arbitraryFactCheck, targetAt } from '../../domain/testing/arbitrary-fact-check.ts';
import { createSmallDesk } from '../../domain/testing/small-fact-check.ts';
import { serialiseBackup } from '../../exchange/backup.ts';
import { FORMATS } from '../../exchange/formats.ts';
import { CONTEXT, writeOwn } from '../../exchange/testing/at-once.ts';
import { sampleFactCheck } from '../../exchange/testing/sample-fact-check.ts';
import { nothingRemoved } from './testing/nothing-removed.ts';
import { parseHere } from './testing/parse-here.ts';
import type { ReadAnnotations } from './read-annotations.ts';
import { readImport, type ReadImport } from './read-import.ts';
import { settleOpened } from './settle-opened.ts';
import { isInDoubt, isVerdictInDoubt, judgedHere } from '../../domain/doubt.ts';
import { judgedQuoteOf } from '../../domain/judged-place.ts';
import { paragraphDraft } from '../../domain/testing/paragraph-draft.ts';

const hand = { clock: createTestClock('import'), by: 'ada' };
const QUOTE = 'They are not our friends.';

function checkOf(text: string): FactCheck {
  return startFactCheck(
    paragraphDraft(text, {
      sentences: [...text.matchAll(/[^.]+\.?/g)].map(({ index, 0: words }) => ({
        start: index,
        end: index + words.length,
      })),
      sha256: sha256(text),
    }),
    hand,
  );
}

function read(text: string, factCheck: FactCheck): Promise<ReadImport> {
  const signal = new AbortController().signal;
  const onShare = (): void => undefined;
  return readImport(new File([text], 'brought.json'), factCheck, {
    parse: parseHere,
    signal,
    onShare,
    hand,
    removed: nothingRemoved,
  });
}

async function readItems(text: string, factCheck: FactCheck): Promise<ReadAnnotations> {
  const found = await read(text, factCheck);
  if (found.kind !== 'annotations') throw new Error(JSON.stringify(found));
  return found;
}

async function take(text: string, factCheck: FactCheck): Promise<FactCheck> {
  const found = await readItems(text, factCheck);
  return applyChange(factCheck, importAnnotations(factCheck, found, hand));
}

function sample(name: string): string {
  return readFileSync(new URL(`../../exchange/testing/samples/${name}`, import.meta.url), 'utf8');
}

function annotationsOf(factCheck: FactCheck): readonly Annotation[] {
  return [...factCheck.tables.annotation.values()];
}

const SPEECH = `A speaker stood up. ${QUOTE} Nobody answered.`;

test.each([
  ['hypothesis-search.json', { 'by-words': 1, 'page-note': 1 }],
  ['hypothesis-client-export.json', { ambiguous: 1 }],
  ['w3c-annotation.jsonld', { 'by-words': 1 }],
  ['web-annotation.jsonld', { orphaned: 1 }],
  ['w3c-annotation-page.jsonld', { 'by-words': 1, 'no-words': 2 }],
  ['recogito-v3.json', { 'by-words': 1, ambiguous: 1 }],
  ['recogito-v4.json', { ambiguous: 1 }],
  ['recogito-w3c.json', { 'by-words': 1 }],
  ['label-studio-choices.json', { moved: 1 }],
  ['label-studio-ner.json', { moved: 2 }],
  ['label-studio-ner-min.json', { moved: 1 }],
  ['doccano-spans.jsonl', { moved: 2 }],
  ['doccano-relations.jsonl', { moved: 2 }],
  ['doccano-classification.jsonl', { moved: 1 }],
] as [string, Readonly<Record<string, number>>][])(
  'of %s every item is placed or waits for a place',
  async (name, findings) => {
    const factCheck = checkOf(SPEECH);
    const found = await readItems(sample(name), factCheck);
    expect(Object.fromEntries(found.findings)).toEqual(findings);
    const after = await take(sample(name), factCheck);
    expect(findGaps(after)).toEqual([]);
    const article = articleOf(after);
    const placed = annotationsOf(after).filter((annotation) => isPlacedIn(article, annotation));
    expect(placed.length).toBe(findings['moved'] ?? findings['by-words'] ?? 0);
    expect(annotationsOf(after).length).toBe(found.arrivals.length);
    expect(found.arrivals.length).toBe(Object.values(findings).reduce((sum, one) => sum + one, 0));
    // Importing twice adds nothing twice.
    const again = await readItems(sample(name), after);
    expect(again.alreadyHere).toBe(found.arrivals.length);
    expect(isEmptyChange(importAnnotations(after, again, hand))).toBe(true);
    // What came in can be exported and opened again.
    const { arrivals: none } = await readItems(sample(name), after);
    expect(none).toEqual([]);
    expect(await read(await writeOwn(after), after)).toMatchObject({ kind: 'merge', problems: [] });
  },
);

test.each([
  ['All the hospitals closed their wards in March.', []],
  [
    'Some of the hospitals closed their wards in March.',
    [
      '1 annotation stands in a sentence that has changed around the same words. The verdict stays; look whether it still holds: “closed their wards”',
    ],
  ],
])(
  'what another tool has said of words whose sentence is another here is named: %s',
  async (text, around) => {
    const selector = {
      type: 'TextQuoteSelector',
      exact: 'closed their wards',
      prefix: 'All the hospitals ',
      suffix: ' in March.',
    };
    const brought = JSON.stringify({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'urn:x:1',
      type: 'Annotation',
      creator: 'Ben',
      body: { type: 'TextualBody', value: 'The log says so.', purpose: 'commenting' },
      target: { source: 'urn:x:page', selector },
    });
    expect((await readItems(brought, checkOf(`It rained. ${text}`))).around).toEqual(around);
  },
);

test('a merge names verdicts whose sentence is another in the text here', async () => {
  const there = checkOf('All the hospitals closed their wards in March. It rained.');
  const quote = 'closed their wards';
  const start = articleOf(there).text.indexOf(quote);
  const targets = [targetAt(articleOf(there).text, start, quote.length)];
  const marked = applyChange(there, annotate(there, { targets, id: 'one' }, hand));
  const names = { annotationId: 'one', reviewerId: 'ada', newId: 'verdict' };
  const judged = applyChange(marked, giveVerdict(marked, names, { ratingId: 'true' }, hand));
  const merge = await read(
    await writeOwn(judged),
    checkOf('It rained. Some of the hospitals closed their wards in March.'),
  );
  expect(merge).toMatchObject({
    kind: 'merge',
    problems: [expect.stringMatching(/changed around the same words.*“closed their wards”/) as string],
  });
});

test('a note on the whole text waits for a place, with all that was said in it', async () => {
  const after = await take(sample('hypothesis-search.json'), checkOf(SPEECH));
  const note = annotationsOf(after).find((annotation) => !isPlacedIn(articleOf(after), annotation));
  expect(note?.claim.statement).toBe('[about the whole text, not about words in it]');
  expect(note?.foreign).toMatchObject({ originalId: expect.any(String) as string });
});

test.each(
  (JSON.parse(sample('edge-changed-text.json')) as { cases: { now: string; expect: string }[] }).cases,
)('never silently on “$now”: $expect', async ({ now, expect: state }) => {
  const target = { source: 'https://example.org/', selector: { type: 'TextQuoteSelector', exact: QUOTE } };
  const text = JSON.stringify({ type: 'Annotation', body: [], target });
  const found = await readItems(text, checkOf(now));
  expect([...found.findings.keys()]).toEqual([state === 'orphan' ? 'orphaned' : state]);
  const after = await take(text, checkOf(now));
  const [annotation] = annotationsOf(after);
  expect(annotation !== undefined && isInDoubt(after, annotation)).toBe(state === 'changed');
});

test('offsets are counted in the way that fits the words', async () => {
  const { text, exact, utf16, codepoints } = JSON.parse(sample('edge-offset-units.json')) as {
    text: string;
    exact: string;
    utf16: { start: number; end: number };
    codepoints: { start: number; end: number };
  };
  const task = (range: object): string =>
    JSON.stringify([
      {
        data: { text },
        annotations: [
          {
            result: [
              { id: 'r', to_name: 'text', type: 'labels', value: { ...range, text: exact, labels: ['A'] } },
            ],
          },
        ],
      },
    ]);
  const spans = JSON.stringify({ text, label: [[utf16.start, utf16.end, 'A']] });
  for (const file of [task(utf16), task(codepoints), spans]) {
    const [annotation] = annotationsOf(await take(file, checkOf(text)));
    expect(annotation?.targets[0]).toMatchObject({
      quote: { exact },
      position: { start: utf16.start, end: utf16.end },
    });
  }
});

describe('offsets of which nothing says how they count', () => {
  const FIRE = '👨‍🚒 They are not our friends. ';
  const spans = (text: string, [start, end]: readonly [number, number]): string =>
    JSON.stringify({ text, label: [[start, end, 'A']] });

  test.each([
    ['UTF-16 units', [6, 31]],
    ['code points', [4, 29]],
    ['graphemes', [2, 27]],
  ] as const)('in %s: the others would cut a word or a character', async (_, range) => {
    const [annotation] = annotationsOf(await take(spans(FIRE, range), checkOf(FIRE)));
    expect(annotation?.targets[0]?.quote.exact).toBe(QUOTE);
  });

  test('wait for a place where several counts give whole words, and show these', async () => {
    const text = `${'😀'.repeat(5)} They say yes. They say no. They say it.`;
    const found = await readItems(spans(text, [20, 24]), checkOf(text));
    expect(Object.fromEntries(found.findings)).toEqual({ ambiguous: 1 });
    const [annotation] = annotationsOf(await take(spans(text, [20, 24]), checkOf(text)));
    expect(annotation?.targets[0]?.quote.exact).toBe(
      '[one of these, as the characters were counted: “yes.” or “They”]',
    );
  });

  test('are those of the words that the record repeats', async () => {
    const text = `${'😀'.repeat(5)} They say yes. They say no. They say it.`;
    const [start, end] = [20, 24];
    const commented = { text, label: [[start, end, 'A']], Comments: ['They: who?'] };
    const named = { text, entities: [{ start_offset: start, end_offset: end, label: 'A', text: 'yes.' }] };
    for (const [file, exact] of [
      [commented, 'They'],
      [named, 'yes.'],
    ] as const) {
      const [annotation] = annotationsOf(await take(JSON.stringify(file), checkOf(text)));
      expect(annotation?.targets[0]?.quote.exact).toBe(exact);
    }
  });

  test('of Label Studio, whose versions count in two ways', async () => {
    const text = `${'😀'.repeat(5)} They say yes. They say no. They say it.`;
    const value = { start: 20, end: 24, labels: ['A'] };
    const task = [{ data: { text }, annotations: [{ result: [{ id: 'r', type: 'labels', value }] }] }];
    expect([...(await readItems(JSON.stringify(task), checkOf(text))).findings]).toEqual([['ambiguous', 1]]);
  });
});

describe('words of Label Studio that stand where it says in one count, and elsewhere in another', () => {
  const TEXT = '😀😀😀 no no way, no way at all.';
  const region = (id: string, start: number, text: string): object => {
    const value = { start, end: start + text.length, text, labels: ['Claim'] };
    return { id, to_name: 'text', type: 'labels', value };
  };
  const tasks = (...results: readonly (readonly object[])[]): string =>
    JSON.stringify(results.map((result) => ({ data: { text: TEXT }, annotations: [{ result }] })));

  test('wait for a place: neither is the one that was meant for certain', async () => {
    const found = await readItems(tasks([region('r', 7, 'no')]), checkOf(TEXT));
    expect(Object.fromEntries(found.findings)).toEqual({ ambiguous: 1 });
    const [annotation] = annotationsOf(await take(tasks([region('r', 7, 'no')]), checkOf(TEXT)));
    expect(annotation?.targets[0]?.quote.exact).toBe('no');
  });

  test.each([
    ['code points', 10, 10],
    ['UTF-16 units', 13, 7],
  ])('stand where the other words of the file say: it counts %s', async (_, way, start) => {
    const file = tasks([region('r', 7, 'no'), region('s', way, 'way')]);
    const found = await readItems(file, checkOf(TEXT));
    expect(Object.fromEntries(found.findings)).toEqual({ exact: 2 });
    const [annotation] = annotationsOf(await take(file, checkOf(TEXT)));
    expect(annotation?.targets[0]?.position.start).toBe(start);
    const apart = await readItems(tasks([region('r', 7, 'no')], [region('s', way, 'way')]), checkOf(TEXT));
    expect(Object.fromEntries(apart.findings)).toEqual({ exact: 2 });
  });

  test('come back from our own export where they were', async () => {
    const before = checkOf(TEXT);
    const second = { targets: [targetAt(TEXT, 10, 2)], id: 'second' };
    const marked = applyChange(before, annotate(before, second, hand));
    const after = await take(await writeAs('label-studio', marked), before);
    expect(annotationsOf(after).map(({ targets }) => targets[0]?.position)).toEqual([{ start: 10, end: 12 }]);
  });
});

test('a region of Label Studio with a remark keeps its words', async () => {
  const before = checkOf(SPEECH);
  const marked = applyChange(
    before,
    annotate(before, { targets: [targetAt(SPEECH, 20, 25)], id: 'm' }, hand),
  );
  const verdict = { annotationId: 'm', reviewerId: 'ada', newId: 'v' };
  const judged = applyChange(marked, giveVerdict(marked, verdict, { conclusion: 'They are.' }, hand));
  const file = await writeAs('label-studio', judged);
  const elsewhere = checkOf(`First of all. ${SPEECH}`);
  const found = await readItems(file, elsewhere);
  expect(Object.fromEntries(found.findings)).toEqual({ moved: 1 });
  expect(found.arrivals[0]?.item.targets[0]?.quote?.exact).toBe(QUOTE);
});

test('an offset alone counts only in a text that is known to be this one', async () => {
  const [first = ''] = SPEECH.split('. ');
  const bare = (text: object): string =>
    JSON.stringify([{ data: text, annotations: [{ result: [{ id: 'r', type: 'labels', value: SPAN }] }] }]);
  const SPAN = { start: 0, end: first.length, labels: ['A'] };
  expect(Object.fromEntries((await readItems(bare({ text: SPEECH }), checkOf(SPEECH))).findings)).toEqual({
    exact: 1,
  });
  const other = `${first}. Nobody else was there at all that day.`;
  const found = await readItems(bare({ text: other }), checkOf(SPEECH));
  expect([...found.findings.keys()]).toEqual(['ambiguous']);
  const elsewhere = JSON.stringify({
    type: 'Annotation',
    bodyValue: 'Who?',
    target: { source: 'u:x', selector: { type: 'TextPositionSelector', start: 0, end: 4 } },
  });
  const after = await take(elsewhere, checkOf(SPEECH));
  expect(annotationsOf(after).map(({ targets }) => targets[0]?.quote.exact)).toEqual([
    '[no words in the file, only: characters 0 to 4]',
  ]);
});

describe('one region id in Label Studio', () => {
  const value = { start: 20, end: 45, text: QUOTE, labels: ['Claim'] };
  const round = (by: string, choice: string, at: object = value): object => ({
    completed_by: { email: by },
    result: [
      { id: 'r', type: 'labels', value: at },
      { id: 'r', type: 'choices', value: { ...at, choices: [choice] } },
    ],
  });
  const both = (after: FactCheck): readonly (readonly [string | undefined, string | undefined])[] =>
    [...after.tables.verdict.values()].map((verdict) => [
      after.tables.reviewer.get(verdict.reviewerId)?.name,
      ratingOf(after, verdict)?.label,
    ]);

  test('that two people have judged is one annotation with a verdict of each', async () => {
    const file = JSON.stringify([
      { data: { text: SPEECH }, annotations: [round('ann@x.org', 'False'), round('bo@x.org', 'True')] },
    ]);
    const after = await take(file, checkOf(SPEECH));
    expect(annotationsOf(after)).toHaveLength(1);
    expect(both(after)).toEqual([
      ['ann@x.org', 'False'],
      ['bo@x.org', 'True'],
    ]);
    expect((await readItems(file, after)).arrivals).toEqual([]);
  });

  test('at two places, or in two tasks, is two annotations, also when it comes again', async () => {
    const elsewhere = { start: 46, end: 62, text: 'Nobody answered.', labels: ['Claim'] };
    const file = JSON.stringify([
      {
        data: { text: SPEECH },
        annotations: [round('ann@x.org', 'False'), round('bo@x.org', 'True', elsewhere)],
      },
      { data: { text: `${SPEECH} Again.` }, annotations: [round('bo@x.org', 'True')] },
    ]);
    const after = await take(file, checkOf(SPEECH));
    expect(annotationsOf(after)).toHaveLength(3);
    expect(both(after)).toHaveLength(3);
    const again = await readItems(file, after);
    expect([again.arrivals.length, again.alreadyHere]).toEqual([0, 3]);
  });

  test('that came in under the id of an earlier version is known again', async () => {
    const file = JSON.stringify([
      { data: { text: SPEECH }, annotations: [round('ann@x.org', 'False')] },
      { data: { text: `${SPEECH} Again.` }, annotations: [round('bo@x.org', 'True')] },
    ]);
    const before = checkOf(SPEECH);
    const id = `in-${sha256('r').slice(0, 40)}`;
    const old = applyChange(before, annotate(before, { targets: [targetAt(SPEECH, 20, 25)], id }, hand));
    const found = await readItems(file, old);
    // It has no verdict yet: that is what the file brings for it.
    expect([found.fresh, found.withNews, found.alreadyHere]).toEqual([1, 1, 0]);
  });
});

test('a span of doccano that came in under the id of an earlier version is known again', async () => {
  const file = JSON.stringify({ text: SPEECH, label: [[20, 45, 'Claim']] });
  const judgement = { ...BLANK_JUDGEMENT, labels: ['Claim'] };
  const name = JSON.stringify([
    SPEECH,
    [{ quote: null, position: { start: 20, end: 45, unit: 'utf16' }, hint: null }],
    [judgement],
    [],
  ]);
  const before = checkOf(SPEECH);
  const id = `in-${sha256(name).slice(0, 40)}`;
  const old = applyChange(before, annotate(before, { targets: [targetAt(SPEECH, 20, 25)], id }, hand));
  expect(await readItems(file, old)).toMatchObject({ arrivals: [], alreadyHere: 1 });
});

test('words without a place in the file are found by themselves, never by what stands near the beginning', async () => {
  const quoted = 'nine of the ten bridges in the county were closed for repair';
  const changed = quoted.replace('nine', 'eight');
  const item = (exact: string, prefix: string, suffix: string): string =>
    JSON.stringify({
      type: 'Annotation',
      target: { selector: { type: 'TextQuoteSelector', exact, prefix, suffix } },
    });
  // Other words at the very beginning, where a place that is not told would be.
  const bare = checkOf(`${changed}. That was in May. Later ${quoted}, it said. Nobody asked why.`);
  expect((await readItems(item(quoted, '', ''), bare)).findings).toEqual(new Map([['by-words', 1]]));
  // The same words twice, with a context that fits one hardly better than the other.
  const twice = checkOf(
    `In May it was said that ${quoted}, he wrote. In June it was said that ${quoted}, she wrote.`,
  );
  expect((await readItems(item(quoted, 'In July it was said that ', ', she wrote'), twice)).findings).toEqual(
    new Map([['ambiguous', 1]]),
  );
});

test('words that stand here twice are never chosen between', async () => {
  const twice = `${QUOTE} Somebody said: ${QUOTE}`;
  const found = await readItems(sample('recogito-w3c.json'), checkOf(twice));
  expect(Object.fromEntries(found.findings)).toEqual({ ambiguous: 1 });
});

test('an annotation of another program with an id like ours keeps where it comes from', async () => {
  const id = 'urn:uuid:11111111-1111-4111-8111-111111111111';
  const selector = { type: 'TextQuoteSelector', exact: QUOTE };
  const target = { source: 'https://example.org/', selector };
  const [created, modified] = ['2020-01-01T00:00:00Z', '2020-02-02T00:00:00Z'];
  const file = { id, type: 'Annotation', created, modified, bodyValue: 'Is it?', target };
  const [annotation] = annotationsOf(await take(JSON.stringify(file), checkOf(SPEECH)));
  expect(annotation?.foreign).toMatchObject({ originalId: id, createdAt: created, updatedAt: modified });
});

test('a date that is none for certain is told and kept in its words, and never becomes another', async () => {
  const selector = [{ type: 'TextQuoteSelector', exact: QUOTE }];
  const target = [{ source: 'https://example.org/', selector }];
  const row = { id: 'x', created: '03/04/2021', text: 'Is it?', tags: [], target };
  const file = JSON.stringify({ rows: [row], total: 1 });
  const { problems } = await readItems(file, checkOf(SPEECH));
  expect(problems.map(({ place, problem }) => [place, problem.slice(0, 12)])).toEqual([
    ['item 1', '“03/04/2021”'],
  ]);
  const [annotation] = annotationsOf(await take(file, checkOf(SPEECH)));
  expect(annotation?.foreign).toMatchObject({ dates: ['03/04/2021'] });
});

test('a reviewer who is here already under that name is not doubled', async () => {
  const factCheck = checkOf(SPEECH);
  const once = await take(sample('recogito-v3.json'), factCheck);
  const twice = await take(sample('recogito-w3c.json'), once);
  const names = [...twice.tables.reviewer.values()].map(({ name }) => name);
  expect(names.toSorted()).toEqual(
    ['Reviewer One', 'guest-77', 'reviewer-one'].slice(0, new Set(names).size).toSorted(),
  );
});

describe('a newer file of the same annotations', () => {
  const value = { start: 20, end: 45, text: QUOTE, labels: ['Claim'] };
  const round = (by: string, choice: string, comment: string): object => ({
    completed_by: { email: by },
    result: [
      { id: 'r', type: 'labels', value },
      { id: 'r', type: 'choices', value: { ...value, choices: [choice] } },
      { id: 'r', type: 'textarea', value: { ...value, text: [comment] } },
    ],
  });
  const file = (...rounds: readonly object[]): string =>
    JSON.stringify([{ data: { text: SPEECH }, annotations: rounds }]);
  const first = round('ann@x.org', 'False', 'They are.');

  test('brings the verdict of another person, and says so before', async () => {
    const before = await take(file(first), checkOf(SPEECH));
    const newer = file(first, round('bo@x.org', 'True', 'They said so.'));
    expect(await readItems(newer, before)).toMatchObject({ fresh: 0, withNews: 1, alreadyHere: 0 });
    const after = await take(newer, before);
    expect(annotationsOf(after)).toHaveLength(1);
    expect([...after.tables.verdict.values()].map(({ conclusion }) => conclusion)).toEqual([
      'They are.',
      'They said so.',
    ]);
    expect(findGaps(after)).toEqual([]);
    expect(await readItems(newer, after)).toMatchObject({ fresh: 0, withNews: 0, alreadyHere: 1 });
  });

  test('is in doubt where other words stand here by now', async () => {
    const changed = checkOf(SPEECH.replace('not our friends', 'now our friends'));
    const before = await take(file(first), changed);
    const [annotation] = annotationsOf(before);
    const [bo] = [round('bo@x.org', 'True', 'They said so.')];
    // Somebody here has said that the first verdict still holds, so that there is no doubt left.
    const decided =
      annotation &&
      applyChange(before, {
        added: [],
        updated: [{ before: annotation, after: judgedHere({ ...annotation, carried: undefined as never }) }],
        removed: [],
      });
    if (!decided) throw new Error('There is none.');
    const after = await take(file(first, bo), decided);
    const [now] = annotationsOf(after);
    const theirs = [...after.tables.verdict.values()].find(
      ({ conclusion }) => conclusion === 'They said so.',
    );
    expect(now && theirs && isVerdictInDoubt(now, theirs)).toBe(true);
  });
});

test('our own W3C annotations come back equal in what they can hold', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryFactCheck().map(withoutTwins), async (factCheck) => {
      const bare = withoutAnnotations(factCheck);
      const after = await take(await writeAs('w3c', factCheck), bare);
      expect(
        annotationsOf(after)
          .map((one) => heldByW3c(after, one))
          .toSorted(byJson),
      ).toEqual(
        annotationsOf(factCheck)
          .map((one) => heldByW3c(factCheck, one))
          .toSorted(byJson),
      );
    }),
    { numRuns: 40 },
  );
});

test('our own tables come back: claims with their verdicts, then evidence with its sources', async () => {
  const factCheck = await sampleFactCheck();
  const claims = await take(await writeAs('csv', factCheck), withoutAnnotations(factCheck, true));
  const held = (now: FactCheck): readonly object[] =>
    annotationsOf(now).map(({ id, targets, claim, checkability, tags, status }) => ({
      id,
      checkability,
      tags,
      status,
      // Nobody has written one, or it is the quote.
      statement: claim.statement || quoteOf({ targets }),
      claimant: claim.claimant && { name: claim.claimant.name, role: claim.claimant.role },
      targets: targets.map(({ quote, position }) => ({ exact: quote.exact, position })),
    }));
  expect(held(claims)).toEqual(held(factCheck));
  const evidence = await read(await writeAs('csv', factCheck, 1), claims);
  if (evidence.kind !== 'sources') throw new Error('These are sources.');
  const { change, links, lostLinks } = importSources(claims, evidence.list.sources, hand);
  expect([links, lostLinks]).toEqual([factCheck.tables.evidence.size, 0]);
  const whole = applyChange(claims, change);
  expect(importSources(whole, evidence.list.sources, hand)).toMatchObject({ added: 0, links: 0 });
  expect(findGaps(whole)).toEqual([]);
});

test.each([
  ['A speaker', 'Nobody', `A speaker stood up. ${QUOTE}`],
  ['not our', 'They', null],
  ['A speaker', 'nowhere', null],
  ['o', 'Nobody', null],
])('a range from “%s” to “%s”', async (from, to, words) => {
  const quote = (exact: string): object => ({ type: 'TextQuoteSelector', exact });
  const selector = { type: 'RangeSelector', startSelector: quote(from), endSelector: quote(to) };
  const file = JSON.stringify({ type: 'Annotation', bodyValue: 'x', target: { source: 'u:x', selector } });
  const found = await readItems(file, checkOf(SPEECH));
  expect([...found.findings.keys()]).toEqual([words === null ? 'no-words' : 'exact']);
  const [annotation] = annotationsOf(await take(file, checkOf(SPEECH)));
  expect(annotation && quoteOf(annotation)).toBe(
    words ?? `[no words in the file, only: from “${from}” up to “${to}”]`,
  );
});

test.each([
  ['text=not%20our,A%20speaker%20stood', null],
  ['text=A%20speaker,our', 'A speaker stood up. They are not our'],
])('a text fragment from some words through others: %s', async (value, words) => {
  const selector = { type: 'FragmentSelector', value };
  const file = JSON.stringify({ type: 'Annotation', bodyValue: 'x', target: { source: 'u:x', selector } });
  const [annotation] = annotationsOf(await take(file, checkOf(SPEECH)));
  expect(annotation && quoteOf(annotation)).toBe(words ?? `[no words in the file, only: fragment ${value}]`);
});

test.each([
  ['“T”', '@misc{a, title = {T}, url = {javascript:alert(1)}}'],
  [
    'item 1',
    JSON.stringify({
      type: 'Annotation',
      target: 'u:x',
      body: { purpose: 'linking', source: 'javascript:alert(1)' },
    }),
  ],
])('an address that could run code is left out, and that is said: %s', async (place, file) => {
  const problem = expect.stringContaining('“javascript:alert(1)” is not a web address') as string;
  expect(await read(file, checkOf(SPEECH))).toMatchObject({ problems: [{ place, problem }] });
});

test('a table in another encoding is read by its letters, and a guess is said', async () => {
  const factCheck = checkOf('Müller sagte: „Größe“. Nobody answered.');
  const table = 'Id;Quote;Claim;Verdict\na;Müller sagte;Größe;True\n';
  const readBytes = (bytes: Uint8Array<ArrayBuffer>): Promise<ReadImport> =>
    readImport(new File([bytes], 'brought.csv'), factCheck, {
      parse: parseHere,
      signal: new AbortController().signal,
      onShare: () => undefined,
      hand,
      removed: nothingRemoved,
    });
  const latin = await readBytes(Uint8Array.from(Buffer.from(table, 'latin1')));
  expect(latin).toMatchObject({
    arrivals: [{ item: { statement: 'Größe' } }],
    problems: [{ place: 'the whole file', problem: expect.stringContaining('look whether') as string }],
  });
  const wide = await readBytes(Uint8Array.from(Buffer.from(`\ufeff${table}`, 'utf16le')));
  expect(wide).toMatchObject({ arrivals: [{ item: { statement: 'Größe' } }], problems: [] });
});

test('a backup is told from what can be taken into a fact check, with the way to open it', async () => {
  const factChecks = [await sampleFactCheck()];
  const { text } = await serialiseBackup(
    { factChecks, removed: [], conflicts: [], deleted: [], damaged: [] },
    CONTEXT,
  );
  expect(await read(text, checkOf(QUOTE))).toEqual({
    kind: 'unreadable',
    problem: 'It is a backup of all that a browser kept. Open it in the library, to restore what is in it.',
  });
});

test('our own file brings nothing to the fact check that it was made of', async () => {
  const factCheck = await sampleFactCheck();
  const merge = await read(await writeOwn(factCheck), factCheck);
  expect(merge).toMatchObject({ kind: 'merge', plan: { added: [], newer: [], conflicts: [] } });
});

test('a fact check of another text comes with doubts where words differ, and nothing of it is lost', async () => {
  const desk = createSmallDesk();
  const other = desk.factCheck();
  const present = checkOf('Fourteen soldiers died. The senator said so.');
  const good = gatherFactCheck(
    other.id,
    recordsOf(other).map((record) =>
      record.type === 'article' ? { ...record, sha256: sha256(record.text) } : record,
    ),
  );
  const merge = await read(await writeOwn(good), present);
  if (merge.kind !== 'merge') throw new Error(JSON.stringify(merge));
  const after = applyChange(present, mergeFile(merge.plan, 'here', hand));
  expect(
    annotationsOf(after)
      .filter((annotation) => isInDoubt(after, annotation))
      .map(({ id }) => id),
  ).toEqual(['first']);
  expect(findGaps(after)).toEqual([]);
});

test('a merge tells repeated words apart by the text that they were marked in', async () => {
  const rate = 'The rate fell to 4 percent in the year that followed after it, they said. ';
  const far = 'Much was said about it at that time. ';
  const old = `Leith came first. ${far}${rate}Oban came second. ${far}${rate}That was all.`;
  const there = checkOf(old);
  const at = old.lastIndexOf('fell to 4');
  const marked = applyChange(there, annotate(there, { targets: [targetAt(old, at, 9)], id: 'rate' }, hand));
  const text = `It was updated. ${old}`;
  const present = checkOf(text);
  const merge = await read(await writeOwn(marked), present);
  if (merge.kind !== 'merge') throw new Error(JSON.stringify(merge));
  const after = applyChange(present, mergeFile(merge.plan, 'here', hand));
  expect(annotationsOf(after)[0]?.targets[0]?.position.start).toBe(text.lastIndexOf('fell to 4'));
});

describe('a file of this fact check whose text was changed on disk', () => {
  const TEXT = 'The rate fell to 4.1 percent in May. They are not our friends, he said. Nobody asked why.';
  const EDITED = TEXT.replace('4.1', '4.2');
  const at = TEXT.indexOf('fell to 4.1');
  const begun = checkOf(TEXT);
  const ours = applyChange(begun, annotate(begun, { targets: [targetAt(TEXT, at, 11)], id: 'rate' }, hand));

  async function edited(factCheck: FactCheck): Promise<string> {
    return (await writeOwn(factCheck)).replaceAll(TEXT, EDITED);
  }

  async function merged(file: string, present: FactCheck): Promise<FactCheck> {
    const merge = await read(file, present);
    if (merge.kind !== 'merge') throw new Error(JSON.stringify(merge));
    return applyChange(
      present,
      followDraft(present, mergeFile(merge.plan, 'here', hand), merge.followers, hand),
    );
  }

  test('is a new version the first time, and brings nothing the second time', async () => {
    const file = await edited(ours);
    const once = await merged(file, ours);
    expect(articleOf(once).text).toBe(EDITED);
    const [annotation] = annotationsOf(once);
    expect(annotation && isInDoubt(once, annotation)).toBe(true);
    expect(annotation?.earlier?.map(({ articleId }) => articleId)).toEqual([articleOf(ours).id]);
    expect(articleOf(once).replaces).toBe(articleOf(ours).id);
    expect(recordsOf(await merged(file, once))).toEqual(recordsOf(once));
  });

  test('brings what is new in it to the version that is here already', async () => {
    const once = await merged(await edited(ours), ours);
    const why = TEXT.indexOf('Nobody');
    const theirs = applyChange(ours, annotate(ours, { targets: [targetAt(TEXT, why, 16)], id: 'why' }, hand));
    const twice = await merged(await edited(theirs), once);
    expect(recordsOf(twice).filter(({ type }) => type === 'article')).toEqual(
      recordsOf(once).filter(({ type }) => type === 'article'),
    );
    expect(placedAnnotations(twice).map(({ id }) => id)).toEqual(['rate', 'why']);
  });

  test('brings nothing to the fact check that was opened from it', async () => {
    const file = await edited(ours);
    const parsed = await FORMATS[0]?.back
      ?.load()
      .then((parse) =>
        parse({ text: file, json: { ok: true, value: JSON.parse(file) as unknown } }, CONTEXT),
      );
    if (!parsed?.ok || parsed.kind !== 'fact-check') throw new Error(JSON.stringify(parsed));
    const { factCheck: opened } = await settleOpened(parsed.factCheck, hand, new AbortController().signal);
    expect(recordsOf(await merged(file, opened))).toEqual(recordsOf(opened));
  });
});

/** The same fact check on the way from one draft to the next: as it was, and as it is once somebody said "Still holds". */
function nextDraftOf(
  factCheck: FactCheck,
  text: string,
  answer: 'still-holds' | 'later' = 'still-holds',
): FactCheck {
  const {
    id: _id,
    rev: _rev,
    updatedAt: _at,
    updatedBy: _by,
    type: _type,
    ...draft
  } = articleOf(checkOf(text));
  const plan = planCarryOver(factCheck, ({ targets }) =>
    targets.map(({ position: { start, end } }) => ({
      state: text.slice(start, end) === articleOf(factCheck).text.slice(start, end) ? 'exact' : 'changed',
      target: targetAt(text, start, end - start),
      candidates: [],
    })),
  );
  const decisions = new Map(plan.map(({ annotation }) => [annotation.id, { answer }] as const));
  const taken = takeDraft(factCheck, { draft, articleId: 'second', plan, decisions }, hand);
  if (!taken.ok) throw new Error(taken.problem);
  return applyChange(factCheck, taken.change);
}

test('in our own tables what is in doubt comes back in doubt, with what was said and of which words', async () => {
  const [old, now] = [
    'It fell to 4.1 percent. Hello all of you.',
    'It rose to 9.7 percent. Hullo all of you.',
  ];
  const started = checkOf(old);
  const rate = { targets: [targetAt(old, 0, 23)], id: 'rate' };
  const hello = { targets: [targetAt(old, 24, 17)], id: 'hello', checkability: 'not-checkable' } as const;
  const claimed = applyChange(started, annotate(started, rate, hand));
  const marked = applyChange(claimed, annotate(claimed, hello, hand));
  const said = { ratingId: 'true', conclusion: 'The office says so.' };
  const place = { annotationId: 'rate', reviewerId: 'ada', newId: 'v' };
  const doubted = nextDraftOf(applyChange(marked, giveVerdict(marked, place, said, hand)), now, 'later');
  expect(annotationsOf(doubted).map((one) => isInDoubt(doubted, one))).toEqual([true, true]);
  const table = await writeAs('csv', doubted);
  const after = await take(table, withoutAnnotations(doubted));
  const seen = annotationsOf(after).map((one) => [
    one.id,
    isInDoubt(after, one),
    quoteOf(one),
    judgedQuoteOf(one, verdictsOf(after, one.id)),
  ]);
  expect(seen).toEqual([
    ['rate', true, 'It rose to 9.7 percent.', 'It fell to 4.1 percent.'],
    ['hello', true, 'Hullo all of you.', 'Hello all of you.'],
  ]);
  expect([...after.tables.verdict.values()]).toMatchObject([said]);
  expect(await readItems(table, after)).toMatchObject({ fresh: 0, withNews: 0, alreadyHere: 2 });
});

describe('a copy that was left at an older draft', () => {
  const [OLD, NEW] = ['It fell to 4.1 percent. Nobody knew why.', 'It rose to 9.7 percent. Nobody knew why.'];
  const bob = { clock: createTestClock('bob'), by: 'bob' };
  const started = checkOf(OLD);
  const base = applyChange(started, annotate(started, { targets: [targetAt(OLD, 0, 23)], id: 'rate' }, hand));
  const ours = nextDraftOf(base, NEW);
  const rated = (now: FactCheck): FactCheck =>
    applyChange(
      now,
      giveVerdict(now, { annotationId: 'rate', reviewerId: 'bob', newId: 'v' }, { ratingId: 'true' }, bob),
    );

  async function mergeOf(theirs: FactCheck): Promise<MergePlan> {
    const merge = await read(await writeOwn(theirs), ours);
    if (merge.kind !== 'merge') throw new Error(JSON.stringify(merge));
    return merge.plan;
  }

  test.each(['here', 'file'] as const)(
    'its verdict is in doubt on other words, when what is %s stays',
    async (stays) => {
      const after = applyChange(ours, mergeFile(await mergeOf(rated(base)), stays, hand));
      const annotation = after.tables.annotation.get('rate');
      expect(after.tables.verdict.get('v')?.ratingId).toBe('true');
      expect(articleOf(after).text).toBe(NEW);
      expect(annotation && isInDoubt(after, annotation)).toBe(true);
      expect(annotation && judgedQuoteOf(annotation, verdictsOf(after, 'rate'))).toBe(
        'It fell to 4.1 percent.',
      );
      expect(annotation && isPlacedIn(articleOf(after), annotation)).toBe(true);
    },
  );

  test('its new annotations get their places here, and no doubt where the words are the same', async () => {
    const theirs = applyChange(base, annotate(base, { targets: [targetAt(OLD, 24, 16)], id: 'new' }, bob));
    const after = applyChange(ours, mergeFile(await mergeOf(theirs), 'here', hand));
    const annotation = after.tables.annotation.get('new');
    expect(annotation && isPlacedIn(articleOf(after), annotation)).toBe(true);
    expect(annotation && isInDoubt(after, annotation)).toBe(false);
  });

  test('as it was, it brings nothing and doubts nothing', async () => {
    const after = applyChange(ours, mergeFile(await mergeOf(base), 'here', hand));
    expect(recordsOf(after)).toEqual(recordsOf(ours));
  });

  test('a newer draft in the file is taken with its places', async () => {
    const merge = await read(await writeOwn(ours), base);
    if (merge.kind !== 'merge') throw new Error(JSON.stringify(merge));
    const after = applyChange(base, mergeFile(merge.plan, 'here', hand));
    expect(articleOf(after).text).toBe(NEW);
    expect(placedAnnotations(after).map(({ id }) => id)).toEqual(['rate']);
  });

  test.each(['here', 'file'] as const)(
    'a newer draft in the file takes along what is only here, when what is %s stays',
    async (stays) => {
      const marked = applyChange(base, annotate(base, { targets: [targetAt(OLD, 24, 16)], id: 'why' }, bob));
      const fell = applyChange(
        marked,
        annotate(marked, { targets: [targetAt(OLD, 3, 19)], id: 'fell' }, bob),
      );
      const present = applyChange(
        fell,
        giveVerdict(fell, { annotationId: 'fell', reviewerId: 'bob', newId: 'w' }, { ratingId: 'true' }, bob),
      );
      const merge = await read(await writeOwn(ours), present);
      if (merge.kind !== 'merge') throw new Error(JSON.stringify(merge));
      const change = followDraft(present, mergeFile(merge.plan, stays, hand), merge.followers, hand);
      const after = applyChange(present, change);
      expect(articleOf(after).text).toBe(NEW);
      const why = after.tables.annotation.get('why');
      expect(why && isPlacedIn(articleOf(after), why)).toBe(true);
      expect(why && isInDoubt(after, why)).toBe(false);
      const doubted = after.tables.annotation.get('fell');
      expect(doubted && (isInDoubt(after, doubted) || !isPlacedIn(articleOf(after), doubted))).toBe(true);
      expect(recordsOf(applyChange(after, invertChange(change, after, hand))).length).toBe(
        recordsOf(present).length,
      );
    },
  );
});

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function writeAs(id: string, factCheck: FactCheck, file = 0): Promise<string> {
  const writer = await FORMATS.find((format) => format.id === id)?.out?.load();
  const result = await writer?.serialise(factCheck, CONTEXT);
  return (result?.ok && result.files[file]?.text) || '';
}

/** The same article, scale and perhaps people, with nothing said about it yet. */
function withoutAnnotations(factCheck: FactCheck, keepsPeople = false): FactCheck {
  const kept = new Set(['fact-check', 'article', 'rating-scale', ...(keepsPeople ? ['reviewer'] : [])]);
  return gatherFactCheck(
    factCheck.id,
    recordsOf(factCheck).filter(({ type }) => kept.has(type)),
  );
}

/** One verdict of each person on each annotation, no two ratings with one name, and nothing in doubt. */
function withoutTwins(factCheck: FactCheck): FactCheck {
  const seen = new Set<string>();
  return gatherFactCheck(
    factCheck.id,
    recordsOf(factCheck).flatMap((record): readonly AnyRecord[] => {
      if (record.type === 'history') return [];
      if (record.type === 'annotation') {
        const {
          carried: _a,
          earlier: _b,
          reading: _c,
          markedReading: _d,
          untoldReading: _e,
          ...rest
        } = record;
        return [rest];
      }
      // What has the same address is one source wherever it comes from.
      if (record.type === 'source' && record.url !== undefined)
        return [{ ...record, url: `https://example.org/${record.id}` }];
      if (record.type === 'rating-scale')
        return [
          { ...record, ratings: record.ratings.map((rating, i) => ({ ...rating, label: `Rating ${i}` })) },
        ];
      const key =
        record.type === 'verdict'
          ? `verdict/${record.annotationId}/${record.reviewerId}`
          : `${record.type}/${record.id}`;
      if (seen.has(key)) return [];
      seen.add(key);
      if (record.type !== 'verdict') return [record];
      const { reading: _words, ...verdict } = record;
      return [verdict];
    }),
  );
}

function heldByW3c(factCheck: FactCheck, annotation: Annotation): object {
  const { id, targets, checkability, tags, createdBy } = annotation;
  const isClaim = checkability === 'claim';
  return {
    id,
    targets: targets.map(({ quote, position }) => ({ exact: quote.exact, position })),
    checkability,
    reason: isClaim ? '' : (annotation.reason ?? '').trim(),
    tags: [...new Set(tags.filter((tag) => tag.trim() !== ''))],
    createdBy,
    verdicts: verdictsOf(factCheck, id)
      .map((verdict) => ({
        by: verdict.reviewerId,
        rating: ratingOf(factCheck, verdict)?.label,
        conclusion: blankless(verdict.conclusion),
        wording: blankless(verdict.suggestedWording),
        at: verdict.decidedAt,
      }))
      .filter(({ rating, conclusion, wording }) => Boolean(rating ?? (conclusion || wording)))
      .toSorted(byJson),
    evidence: evidenceOf(factCheck, id)
      .map(({ quote, sourceId }) => ({
        quote: blankless(quote),
        title: blankless(factCheck.tables.source.get(sourceId)?.title),
      }))
      .toSorted(byJson),
  };
}

/** A text of nothing but space is nothing that could be held. */
function blankless(text = ''): string {
  return text.trim() === '' ? '' : text;
}

function byJson(a: unknown, b: unknown): number {
  const [first, second] = [JSON.stringify(a), JSON.stringify(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}
