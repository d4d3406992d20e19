import { expect, test } from 'vitest';
import { articleOf } from '../../domain/fact-check.ts';
import { historyRecordsOf, verdictsOf } from '../../domain/lookup.ts';
import { ratingOf } from '../../domain/marks.ts';
import { importAnnotations } from '../../domain/import-annotations.ts';
import { wordKey, type Meaning } from '../../domain/foreign-words.ts';
import { addScale, editScale } from '../../domain/edit-scale.ts';
import { setAside } from '../../domain/set-aside.ts';
import type { Annotation } from '../../domain/annotation.ts';
import { startDesk, type Desk } from './testing/people-at-desks.ts';
import type { ReadAnnotations } from './read-annotations.ts';

const TEXT = 'They sent 13 soldiers. Nobody came back from there.';

interface Row {
  readonly id?: string;
  readonly user?: string;
  readonly tags?: readonly string[];
  readonly text?: string;
  readonly updated?: string;
  readonly references?: readonly string[];
}

/** What Hypothesis tells of one annotation of "13 soldiers", and of what answers it. */
function fileOf(...rows: readonly Row[]): string {
  const target = [{ selector: [{ type: 'TextQuoteSelector', exact: '13 soldiers' }] }];
  return JSON.stringify({
    total: rows.length,
    rows: rows.map((row) => ({ id: 'a', user: 'acct:zoe@hypothes.is', tags: [], text: '', target, ...row })),
  });
}

const FIRST: Row = {
  tags: ['verdict:false', 'numbers'],
  text: 'See the log.',
  updated: '2026-01-01T00:00:00Z',
};

async function read(desk: Desk, file: string, removed: readonly Annotation[] = []): Promise<ReadAnnotations> {
  const found = await desk.read(file, removed);
  if (found.kind !== 'annotations') throw new Error(JSON.stringify(found));
  return found;
}

async function take(desk: Desk, file: string, meaning?: Meaning): Promise<void> {
  const found = await read(desk, file);
  const meanings = new Map(found.meanings);
  if (meaning) meanings.set(wordKey({ kind: 'label', word: 'false' }), meaning);
  desk.store.events.carryOut((now, hand) => importAnnotations(now, { ...found, meanings }, hand));
}

function brought(desk: Desk): Annotation {
  const one = [...desk.now().tables.annotation.values()].find(({ id }) => id !== desk.id);
  if (!one) throw new Error('It is gone.');
  return one;
}

/** The rating of Zoe's verdict in words, its conclusion, the older ratings in its history, and the tags. */
function standOf(desk: Desk): readonly unknown[] {
  const { id, tags } = brought(desk);
  const now = desk.now();
  const own = verdictsOf(now, id)[0];
  const older = historyRecordsOf(now, id).flatMap(({ before }) =>
    before.type === 'verdict' ? (ratingOf(now, before)?.label ?? '–') : [],
  );
  return [own && (ratingOf(now, own)?.label ?? '–'), own?.conclusion, older, tags];
}

const HALF: Meaning = { means: 'rating', scaleId: 'linecheck', ratingId: 'half-true' };

/** Zoe's own words at the desk, as somebody who has her name there. */
function asZoe(desk: Desk, edit: Parameters<Desk['store']['events']['giveVerdict']>[1]): void {
  const zoe = [...desk.now().tables.reviewer.values()].find(({ name }) => name === 'zoe')?.id ?? '';
  desk.sit(zoe);
  desk.store.events.giveVerdict(brought(desk).id, edit);
}

interface Case {
  readonly meaning?: Meaning;
  readonly done?: (desk: Desk) => void;
  readonly next: string;
  readonly news: 0 | 1;
  readonly stands: readonly unknown[];
}

const AS_IT_WAS = ['False', 'See the log.', [], ['numbers']];

/**
 * What comes again, by what the file says and what has become of it here. What the file said before is never news,
 * whatever it was taken to mean and whatever stands here by now; what it never said is, and takes nobody's verdict away.
 */
test.each<[string, Case]>([
  ['the same', { next: fileOf(FIRST), news: 0, stands: AS_IT_WAS }],
  [
    'the same, of which the label was taken for another rating',
    { meaning: HALF, next: fileOf(FIRST), news: 0, stands: ['Half true', 'See the log.', [], ['numbers']] },
  ],
  [
    'the same, of which the label was taken for a tag that was removed since',
    {
      meaning: { means: 'tag' },
      done: (desk) => desk.store.events.editAnnotation(brought(desk).id, { tags: [] }),
      next: fileOf(FIRST),
      news: 0,
      stands: ['–', 'See the log.', [], []],
    },
  ],
  [
    'the same, after the scale has a new version',
    {
      done: (desk) =>
        desk.store.events.carryOut((now, hand) => {
          const scale = [...now.tables['rating-scale'].values()][0];
          if (!scale) throw new Error('There is none.');
          return editScale(now, scale.id, { ...scale, name: 'Ours' }, hand);
        }),
      next: fileOf(FIRST),
      news: 0,
      stands: AS_IT_WAS,
    },
  ],
  [
    'the same, after another scale was chosen that has the same words',
    {
      done: (desk) =>
        desk.store.events.carryOut((now, hand) => {
          const scale = [...now.tables['rating-scale'].values()][0];
          return addScale(now, { name: 'Mine', ratings: scale?.ratings ?? [] }, hand);
        }),
      next: fileOf(FIRST),
      news: 0,
      stands: AS_IT_WAS,
    },
  ],
  [
    'the same, after the verdict was edited here',
    {
      done: (desk) => asZoe(desk, { ratingId: 'true', conclusion: 'I was there.' }),
      next: fileOf(FIRST),
      news: 0,
      stands: ['True', 'I was there.', ['False'], ['numbers']],
    },
  ],
  [
    'the same, after the verdict was set aside',
    {
      done: (desk) =>
        desk.store.events.carryOut((now, hand) =>
          setAside(now, verdictsOf(now, brought(desk).id)[0]?.id ?? '', hand),
        ),
      next: fileOf(FIRST),
      news: 0,
      stands: AS_IT_WAS,
    },
  ],
  [
    'another label, where nobody has touched the verdict: it follows, and the old one is in its history',
    {
      next: fileOf({ ...FIRST, tags: ['verdict:true', 'numbers'] }),
      news: 1,
      stands: ['True', 'See the log.', ['False'], ['numbers']],
    },
  ],
  [
    'another label, where somebody has judged meanwhile: theirs stands, and the file’s is in the history',
    {
      done: (desk) => asZoe(desk, { ratingId: 'half-true' }),
      next: fileOf({ ...FIRST, tags: ['verdict:true', 'numbers'], updated: '2030-01-01T00:00:00Z' }),
      news: 1,
      stands: ['Half true', 'See the log.', ['False', 'True'], ['numbers']],
    },
  ],
  [
    'a new tag, and one that was removed here',
    {
      done: (desk) => desk.store.events.editAnnotation(brought(desk).id, { tags: ['mine'] }),
      next: fileOf({ ...FIRST, tags: ['verdict:false', 'numbers', 'war'] }),
      news: 1,
      stands: ['False', 'See the log.', [], ['mine', 'war']],
    },
  ],
  [
    'more words, where those that came were edited here',
    {
      done: (desk) => asZoe(desk, { conclusion: 'I was there.' }),
      next: fileOf({ ...FIRST, text: 'See the log.\n\nAnd the list.' }),
      news: 1,
      stands: ['False', 'I was there.\n\nAnd the list.', ['False', 'False'], ['numbers']],
    },
  ],
  [
    'a reply of somebody else',
    {
      next: fileOf(FIRST, { id: 'b', references: ['a'], user: 'acct:yan@hypothes.is', text: 'So it is.' }),
      news: 1,
      stands: AS_IT_WAS,
    },
  ],
])('%s', async (_, { meaning, done, next, news, stands }) => {
  const desk = await startDesk(TEXT, 'there');
  await take(desk, fileOf(FIRST), meaning);
  done?.(desk);
  const found = await read(desk, next);
  expect([found.fresh, found.withNews, found.alreadyHere]).toEqual([0, news, 1 - news]);
  await take(desk, next);
  expect(standOf(desk)).toEqual(stands);
  expect(desk.now().tables.annotation.size).toBe(2);
  // And none of both is news from now on.
  for (const file of [fileOf(FIRST), next])
    expect(await read(desk, file)).toMatchObject({ fresh: 0, withNews: 0, alreadyHere: 1 });
});

test('somebody who goes back to a label in the other tool says something new, and an older file does not', async () => {
  const desk = await startDesk(TEXT, 'there');
  const [one, two, three] = [
    fileOf(FIRST),
    fileOf({ ...FIRST, tags: ['verdict:true'], updated: '2026-02-01T00:00:00Z' }),
    fileOf({ ...FIRST, updated: '2026-03-01T00:00:00Z' }),
  ];
  await take(desk, one);
  await take(desk, two);
  expect(await read(desk, one)).toMatchObject({ withNews: 0 });
  expect(await read(desk, three)).toMatchObject({ withNews: 1 });
  await take(desk, three);
  expect(standOf(desk)[0]).toBe('False');
  for (const file of [one, two, three]) expect(await read(desk, file)).toMatchObject({ withNews: 0 });
});

test('what was removed here stays removed, and what was undone comes again', async () => {
  const desk = await startDesk(TEXT, 'there');
  await take(desk, fileOf(FIRST));
  desk.store.events.undo();
  expect(await read(desk, fileOf(FIRST))).toMatchObject({ fresh: 1, alreadyHere: 0 });
  await take(desk, fileOf(FIRST));
  const gone = brought(desk);
  desk.store.events.removeAnnotations([gone.id]);
  const found = await read(desk, fileOf({ ...FIRST, tags: ['verdict:true'] }), [gone]);
  expect(found).toMatchObject({ fresh: 0, withNews: 0, staysRemoved: 1, arrivals: [] });
});

test('of two that share an id in the other tool each is known again, in whatever order', async () => {
  const desk = await startDesk(TEXT, 'there');
  const [one, other] = [FIRST, { ...FIRST, tags: ['verdict:true'], text: 'No.' }];
  await take(desk, fileOf(one, other));
  expect(articleOf(desk.now()).text).toBe(TEXT);
  expect(desk.now().tables.annotation.size).toBe(3);
  expect(await read(desk, fileOf(other, one))).toMatchObject({ fresh: 0, withNews: 0, alreadyHere: 2 });
  const changed = { ...other, tags: ['verdict:misleading'] };
  const found = await read(desk, fileOf(changed, one));
  expect(found).toMatchObject({ fresh: 0, withNews: 1, alreadyHere: 1 });
  const about = desk.now().tables.annotation.get(found.arrivals[0]?.id ?? '');
  expect(about && verdictsOf(desk.now(), about.id)[0]?.conclusion).toBe('No.');
});

test('a reply that came before what it answers does not come twice', async () => {
  const desk = await startDesk(TEXT, 'there');
  const reply: Row = { id: 'b', references: ['a'], user: 'acct:yan@hypothes.is', text: 'So it is.' };
  await take(desk, fileOf(reply));
  const whole = fileOf(FIRST, reply);
  expect(await read(desk, whole)).toMatchObject({ fresh: 1, alreadyHere: 0 });
  await take(desk, whole);
  const said = [...desk.now().tables.verdict.values()].map(({ conclusion }) => conclusion);
  expect(said.toSorted()).toEqual(['See the log.', 'So it is.']);
  expect(await read(desk, whole)).toMatchObject({ fresh: 0, withNews: 0, alreadyHere: 1 });
});
