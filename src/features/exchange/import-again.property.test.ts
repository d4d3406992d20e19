import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeTarget } from '../../anchoring/describe.ts';
import type { Annotation } from '../../domain/annotation.ts';
import { articleOf, scaleOf } from '../../domain/fact-check.ts';
import { BUILTIN_SCALES, copyBuiltinScale } from '../../domain/builtin-scales.ts';
import { isEmptyChange } from '../../domain/change.ts';
import { chooseScale } from '../../domain/choose-scale.ts';
import { editEvidence, removeEvidence } from '../../domain/cite-source.ts';
import { editScale } from '../../domain/edit-scale.ts';
import { nameReviewer } from '../../domain/fact-check-edits.ts';
import { wordKey, type Meaning, type Meanings } from '../../domain/foreign-words.ts';
import { importAnnotations } from '../../domain/import-annotations.ts';
import { historyRecordsOf, verdictsOf } from '../../domain/lookup.ts';
import { moveBoundaries } from '../../domain/move-boundaries.ts';
import { historyOf, restoreVersion } from '../../domain/restore-version.ts';
import { setAside } from '../../domain/set-aside.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { startDesk, type Desk } from './testing/people-at-desks.ts';
import type { ReadAnnotations } from './read-annotations.ts';

const TEXT =
  'They sent 13 soldiers. Nobody came back from there. The bridge was closed. It rained in Leith. Prices rose again.';
const QUOTES = ['13 soldiers', 'Nobody came back', 'The bridge was closed', 'rained in Leith', 'Prices rose'];

/** What somebody says of some words in another tool. */
interface Remark {
  readonly who: string;
  readonly label: string;
  readonly comment: string;
}

/** Remarks by the number of the words that they are about. */
type Story = ReadonlyMap<number, Remark>;

const LABELS = [
  'False',
  'True',
  'Misleading',
  'wrong',
  'verdict:half true',
  'numbers',
  'Not checkable',
] as const;

const REMARK: fc.Arbitrary<Remark> = fc.record({
  who: fc.constantFrom('ada', 'ben', 'zoe'),
  label: fc.constantFrom(...LABELS),
  comment: fc.constantFrom('', 'See the log.', 'See the log.\n\nAnd the list.'),
});

const STORY: fc.Arbitrary<Story> = fc
  .uniqueArray(fc.tuple(fc.nat({ max: QUOTES.length - 1 }), REMARK), { minLength: 1, selector: ([i]) => i })
  .map((remarks) => new Map(remarks));

/** How each tool writes it down; of doccano, which knows no people and no ids, the labels alone. */
const TOOLS: Readonly<Record<string, (story: Story) => string>> = {
  Hypothesis: (story) =>
    JSON.stringify({
      total: story.size,
      rows: rowsOf(story, ({ who, label, comment }, quote, i) => ({
        id: `h${i}`,
        user: `acct:${who}@hypothes.is`,
        created: '2026-01-01T00:00:00Z',
        tags: [label.startsWith('verdict:') ? label : `verdict:${label}`, 'politics'],
        text: comment,
        target: [{ selector: [{ type: 'TextQuoteSelector', exact: quote }] }],
      })),
    }),
  Recogito: (story) =>
    JSON.stringify(
      rowsOf(story, ({ who, label, comment }, quote, i) => ({
        id: `r${i}`,
        bodies: [
          { purpose: 'classifying', value: label },
          { purpose: 'commenting', value: comment },
        ],
        target: {
          creator: { id: who, name: who },
          selector: [{ quote, start: TEXT.indexOf(quote), end: TEXT.indexOf(quote) + quote.length }],
        },
      })),
    ),
  'W3C without ids': (story) =>
    JSON.stringify(
      rowsOf(story, ({ who, label, comment }, quote) => ({
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        type: 'Annotation',
        creator: { name: who },
        body: [
          { type: 'TextualBody', purpose: 'classifying', value: label },
          { type: 'TextualBody', purpose: 'commenting', value: comment },
          { purpose: 'linking', source: 'https://example.org/log' },
        ],
        target: { source: 'https://example.org/', selector: { type: 'TextQuoteSelector', exact: quote } },
      })),
    ),
  'Label Studio': (story) =>
    JSON.stringify([
      {
        data: { text: TEXT },
        annotations: rowsOf(story, ({ who, label, comment }, quote, i) => {
          const start = TEXT.indexOf(quote);
          const value = { start, end: start + quote.length, text: quote };
          return {
            completed_by: { email: who },
            result: [
              { id: `l${i}`, type: 'labels', value: { ...value, labels: ['Claim'] } },
              { id: `l${i}`, type: 'choices', value: { ...value, choices: [label] } },
              { id: `l${i}`, type: 'textarea', value: { ...value, text: [comment] } },
            ],
          };
        }),
      },
    ]),
  doccano: (story) =>
    JSON.stringify({
      id: 7,
      text: TEXT,
      label: rowsOf(story, ({ label }, quote) => [
        TEXT.indexOf(quote),
        TEXT.indexOf(quote) + quote.length,
        label,
      ]),
    }),
};

function rowsOf<T>(story: Story, write: (remark: Remark, quote: string, i: number) => T): readonly T[] {
  return Array.from(story, ([i, remark]) => write(remark, QUOTES[i] ?? '', i));
}

const MEANING = fc.constantFrom<Meaning | null>(
  null,
  { means: 'tag' },
  { means: 'nothing' },
  { means: 'not-checkable' },
  { means: 'rating', scaleId: 'linecheck', ratingId: 'half-true' },
);

const VERBS = [
  'rate',
  'write',
  'take back',
  'mark',
  'claim',
  'tag',
  'untag',
  'remove',
  'move',
  'scale',
  'edit scale',
  'rename',
  'edit evidence',
  'remove evidence',
  'restore',
  'set aside',
  'undo',
  'redo',
] as const;

const ACT = fc.record({
  verb: fc.constantFrom(...VERBS),
  by: fc.constantFrom('ada', 'ben'),
  pick: fc.nat({ max: 50 }),
});
type Act = typeof ACT extends fc.Arbitrary<infer T> ? T : never;

/** A desk that keeps what was removed at it, as the storage does. */
interface Work {
  readonly desk: Desk;
  readonly removed: Annotation[];
  /** Steps since the import. */
  steps: number;
}

async function read({ desk, removed }: Work, text: string): Promise<ReadAnnotations> {
  const found = await desk.read(text, removed);
  if (found.kind !== 'annotations') throw new Error(JSON.stringify(found));
  return found;
}

async function take(work: Work, text: string, meant: Meanings = new Map()): Promise<void> {
  const found = await read(work, text);
  const meanings = new Map([...found.meanings, ...[...meant].filter(([key]) => found.meanings.has(key))]);
  work.desk.store.events.carryOut((now, hand) => importAnnotations(now, { ...found, meanings }, hand));
  work.steps = 0;
}

function act(work: Work, { verb, by, pick }: Act): void {
  const { desk, removed } = work;
  const { store, now } = desk;
  const { events } = store;
  desk.sit(by);
  const choose = <T>(list: Iterable<T>): T | undefined => {
    const all = [...list];
    return all[pick % Math.max(1, all.length)];
  };
  const annotation = choose(now().tables.annotation.values());
  if (!annotation) return;
  const { id } = annotation;
  const before = store.getState().past.length;
  switch (verb) {
    case 'rate':
      events.giveVerdict(id, { ratingId: choose(scaleOf(now()).ratings)?.id ?? null });
      break;
    case 'write':
      events.giveVerdict(id, { conclusion: `I say ${pick}.` });
      break;
    case 'take back':
      events.giveVerdict(id, { ratingId: null });
      break;
    case 'mark':
      events.editAnnotation(id, { checkability: 'not-checkable' });
      break;
    case 'claim':
      events.editAnnotation(id, { checkability: 'claim' });
      break;
    case 'tag':
      events.editAnnotation(id, { tags: [...annotation.tags, 'mine'] });
      break;
    case 'untag':
      events.editAnnotation(id, { tags: [] });
      break;
    case 'remove':
      removed.push(annotation);
      events.removeAnnotations([id]);
      break;
    case 'move': {
      const { start, end } = annotation.targets[0]?.position ?? { start: 0, end: 1 };
      const target = describeTarget(articleOf(now()).text, { start, end: Math.max(start + 1, end - 2) });
      events.carryOut((fact, hand) => moveBoundaries(fact, id, [target], hand));
      break;
    }
    case 'scale': {
      const scale = choose(BUILTIN_SCALES);
      if (scale)
        events.carryOut((fact, hand) => chooseScale(fact, copyBuiltinScale(scale.id, hand.clock), hand));
      break;
    }
    case 'edit scale':
      events.carryOut((fact, hand) => {
        const { id: scaleId, name, ratings } = scaleOf(fact);
        const words = { name, ratings: ratings.map((one) => ({ ...one, label: `${one.label} (${pick})` })) };
        return editScale(fact, scaleId, words, hand);
      });
      break;
    case 'rename': {
      const reviewer = choose(now().tables.reviewer.values());
      if (reviewer)
        events.carryOut((fact, hand) => nameReviewer(fact, reviewer.id, `${reviewer.name} ${pick}`, hand));
      break;
    }
    case 'edit evidence': {
      const link = choose(now().tables.evidence.values());
      if (link) events.carryOut((fact, hand) => editEvidence(fact, link.id, { stance: 'refutes' }, hand));
      break;
    }
    case 'remove evidence': {
      const link = choose(now().tables.evidence.values());
      if (link) events.carryOut((fact, hand) => removeEvidence(fact, link.id, hand));
      break;
    }
    case 'restore': {
      const entry = choose(historyOf(now(), id));
      if (entry) events.carryOut((fact, hand) => restoreVersion(fact, entry, hand));
      break;
    }
    case 'set aside': {
      const verdict = choose(verdictsOf(now(), id));
      if (verdict) events.carryOut((fact, hand) => setAside(fact, verdict.id, hand));
      break;
    }
    case 'undo':
      // What brought the file itself is not taken back.
      if (work.steps > 0 && events.undo()) work.steps -= 1;
      return;
    case 'redo':
      if (events.redo()) work.steps += 1;
      return;
  }
  work.steps += store.getState().past.length - before;
}

async function startWork(): Promise<Work> {
  const desk = await startDesk(TEXT, 'Leith');
  return { desk, removed: [], steps: 0 };
}

const PLOT = fc.record({
  story: STORY,
  meant: fc.tuple(...LABELS.map(() => MEANING)).map(
    (meanings): Meanings =>
      new Map(
        LABELS.flatMap((label, i) => {
          const meaning = meanings[i];
          const words = [label, label.replace('verdict:', '')];
          return meaning ? words.map((word) => [wordKey({ kind: 'label', word }), meaning] as const) : [];
        }),
      ),
  ),
  acts: fc.array(ACT, { maxLength: 8 }),
  isReversed: fc.boolean(),
});

describe.each(Object.entries(TOOLS))('a file of %s', (_, write) => {
  test('that comes again brings nothing, whatever was done here since and whatever its words were taken to mean', async () => {
    await fc.assert(
      fc.asyncProperty(PLOT, async ({ story, meant, acts, isReversed }) => {
        const work = await startWork();
        await take(work, write(story), meant);
        for (const one of acts) act(work, one);
        const again = await read(work, write(isReversed ? new Map([...story].toReversed()) : story));
        expect(again).toMatchObject({ arrivals: [], fresh: 0, withNews: 0, problems: [] });
        expect(again.alreadyHere + again.staysRemoved).toBe(story.size);
        expect(isEmptyChange(importAnnotations(work.desk.now(), again, work.desk.store.hand()))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('in which one label has changed brings that alone, and no verdict of a person here gives way to it', async () => {
    await fc.assert(
      fc.asyncProperty(PLOT, fc.nat(), fc.constantFrom(...LABELS), async (plot, pick, label) => {
        const { story, meant, acts, isReversed } = plot;
        const [number, remark] = [...story][pick % story.size] ?? [0, undefined];
        if (!remark || remark.label === label) return;
        const work = await startWork();
        await take(work, write(story), acts.length > 0 ? meant : new Map());
        const about = [...work.desk.now().tables.annotation.values()].find(
          ({ claim }) => claim.statement === QUOTES[number],
        );
        for (const one of acts) act(work, one);
        const before = work.desk.now();
        const later = new Map(isReversed ? [...story].toReversed() : story);
        later.set(number, { ...remark, label });
        const found = await read(work, write(later));
        expect(found.fresh).toBe(0);
        const news = found.arrivals.map(({ id }) => id);
        // Somebody may have removed it, or said the same meanwhile.
        const isGone = acts.length > 0 && news.length === 0;
        expect(isGone ? [about?.id] : news).toEqual([about?.id]);
        await take(work, write(later));
        const after = work.desk.now();
        expect(after.tables.annotation.size).toBe(before.tables.annotation.size);
        for (const verdict of before.tables.verdict.values()) {
          const now = after.tables.verdict.get(verdict.id);
          if (verdict.ratingId === null || !now || saysTheSame(now, verdict)) continue;
          // Nobody has edited it since it was imported, and it is kept as the older one.
          expect(verdict.base).toBeUndefined();
          const older = historyRecordsOf(after, verdict.annotationId).map((entry) => entry.before);
          expect(older.some((one) => one.type === 'verdict' && saysTheSame(one, verdict))).toBe(true);
        }
        for (const text of [write(later), write(story)])
          expect(await read(work, text)).toMatchObject({ fresh: 0, withNews: 0 });
      }),
      { numRuns: 60 },
    );
  });
});

function saysTheSame(one: Verdict, other: Verdict): boolean {
  return one.ratingId === other.ratingId && one.scaleId === other.scaleId;
}
