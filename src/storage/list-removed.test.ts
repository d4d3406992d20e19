import { expect, test } from 'vitest';
import { annotate, removeAnnotations } from '../domain/annotate.ts';
import { applyChange, invertChange, makeChange, type Change } from '../domain/change.ts';
import { citeSource, mergeSources, removeEvidence, removeSource } from '../domain/cite-source.ts';
import type { Clock } from '../domain/clock.ts';
import { addScale, removeScale } from '../domain/edit-scale.ts';
import { headOf, recordsOf, scaleOf, type AnyRecord, type FactCheck } from '../domain/fact-check.ts';
import { giveVerdict } from '../domain/give-verdict.ts';
import { keepHistory } from '../domain/keep-history.ts';
import { restoreRemoved } from '../domain/restore-removed.ts';
import { historyOf, restoreVersion } from '../domain/restore-version.ts';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';
import { createFakeBrowser } from './testing/fake-browser.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import { startSample } from './testing/sample.ts';

const POINT = { quote: { exact: 'bridge', prefix: 'The ', suffix: ' is' }, position: { start: 4, end: 10 } };

interface Desk {
  readonly store: Store;
  readonly hand: { readonly clock: Clock; readonly by: string };
  factCheck: FactCheck;
  readonly make: (edit: (now: FactCheck) => Change) => Promise<Change>;
  /** The same browser after a reload. */
  readonly reload: () => Promise<Desk>;
}

async function openDesk(browser = createFakeBrowser(), id?: string): Promise<Desk> {
  const clock = createFakeClock(id === undefined ? 'first' : 'later');
  const store = openStore({ ...browser.openTab(), clock });
  const opened = id === undefined ? null : await store.open(id);
  const factCheck = opened?.ok ? opened.factCheck : startSample(clock);
  if (!opened) await store.create(factCheck);
  const desk: Desk = {
    store,
    hand: { clock, by: 'r1' },
    factCheck,
    make: async (edit) => {
      const change = edit(desk.factCheck);
      desk.factCheck = applyChange(desk.factCheck, change);
      expect(await store.save(desk.factCheck.id, change)).toMatchObject({ ok: true });
      return change;
    },
    reload: () => openDesk(browser, desk.factCheck.id),
  };
  return desk;
}

/** An annotation with a verdict and evidence, and another one beside it. */
async function openAnnotated(): Promise<Desk> {
  const desk = await openDesk();
  const { hand } = desk;
  await desk.make((now) => annotate(now, { targets: [POINT], id: 'a1' }, hand));
  await desk.make((now) => annotate(now, { targets: [POINT], id: 'a2' }, hand));
  const verdict = { annotationId: 'a1', reviewerId: 'r1', newId: 'v1' };
  await desk.make((now) => giveVerdict(now, verdict, { ratingId: 'false', conclusion: 'No.' }, hand));
  const cited = { annotationId: 'a1', source: { title: 'Log book' }, stance: 'refutes' } as const;
  await desk.make((now) => citeSource(now, { ...cited, ids: { evidence: 'e1', source: 's1' } }, hand));
  return desk;
}

function wordsOf(factCheck: FactCheck): readonly unknown[] {
  return recordsOf(factCheck)
    .map(
      ({ rev: _rev, base: _base, writtenAs: _as, updatedAt: _at, updatedBy: _by, ...words }: AnyRecord) =>
        words,
    )
    .toSorted((a, b) => `${a.type}/${a.id}`.localeCompare(`${b.type}/${b.id}`));
}

test('what was removed is listed after a reload with who and when, and comes back whole, undoably', async () => {
  const desk = await openAnnotated();
  const before = wordsOf(desk.factCheck);
  const removal = await desk.make((now) => removeAnnotations(now, ['a1'], desk.hand));

  const later = await desk.reload();
  const [removed, ...others] = await later.store.removed(later.factCheck.id);
  expect(others).toEqual([]);
  expect(removed).toMatchObject({ annotation: { id: 'a1' }, at: removal.at, by: 'r1' });
  if (!removed) return;
  const restoring = await later.make((now) => restoreRemoved(now, [removed], later.hand));
  expect(wordsOf(later.factCheck)).toEqual(before);
  expect(await later.store.removed(later.factCheck.id)).toEqual([]);
  expect(restoreRemoved(later.factCheck, [removed], later.hand).added).toEqual([]);

  await later.make((now) => invertChange(restoring, now, later.hand));
  expect((await later.store.removed(later.factCheck.id)).map(({ annotation }) => annotation.id)).toEqual([
    'a1',
  ]);
});

test('its source comes back with it when that was removed since, and what was removed before stays away', async () => {
  const desk = await openAnnotated();
  const { hand } = desk;
  const cited = { annotationId: 'a1', source: 's1', stance: 'context' } as const;
  await desk.make((now) => citeSource(now, { ...cited, ids: { evidence: 'e2', source: 'unused' } }, hand));
  const [second] = [desk.factCheck.tables.evidence.get('e2')];
  await desk.make((now) => invertChange(addedOf(second), now, hand));
  const before = wordsOf(desk.factCheck);
  await desk.make((now) => removeAnnotations(now, ['a1'], hand));
  await desk.make((now) => removeSource(now, 's1', hand));

  const later = await desk.reload();
  const [removed] = await later.store.removed(later.factCheck.id);
  expect(removed).toBeDefined();
  if (removed) await later.make((now) => restoreRemoved(now, [removed], later.hand));
  expect(wordsOf(later.factCheck)).toEqual(before);
});

test('its evidence comes back from the source into which its own was merged since, which does not come back', async () => {
  const desk = await openAnnotated();
  const { hand } = desk;
  await desk.make((now) => removeAnnotations(now, ['a1'], hand));
  const cited = { annotationId: 'a2', source: { title: 'Log-book' }, stance: 'supports' } as const;
  await desk.make((now) => citeSource(now, { ...cited, ids: { evidence: 'e2', source: 's2' } }, hand));
  await desk.make((now) => mergeSources(now, 's2', 's1', hand));
  const later = await desk.reload();
  const [removed] = await later.store.removed(later.factCheck.id);
  if (!removed) throw new Error('It is not listed.');
  await later.make((now) => restoreRemoved(now, [removed], later.hand));
  expect([...later.factCheck.tables.source.keys()]).toEqual(['s2']);
  expect(later.factCheck.tables.evidence.get('e1')).toMatchObject({ sourceId: 's2', stance: 'refutes' });
});

test.each([
  ['as it is kept now', true],
  ['as it was kept before the history had sources', false],
])(
  'evidence that went before its annotation, and its source after that, comes back with it, %s',
  async (_, isSourceKept) => {
    const desk = await openAnnotated();
    const { hand } = desk;
    await desk.make((now) => {
      const change = keepHistory(removeEvidence(now, 'e1', hand), now, hand.clock);
      return isSourceKept ? change : { ...change, added: change.added.map(withoutSource) };
    });
    await desk.make((now) => removeAnnotations(now, ['a1'], hand));
    await desk.make((now) => removeSource(now, 's1', hand));

    const later = await desk.reload();
    const [removed] = await later.store.removed(later.factCheck.id);
    if (!removed) throw new Error('It is not there.');
    await later.make((now) => restoreRemoved(now, [removed], later.hand));
    // Nobody cites it yet.
    expect(later.factCheck.tables.source.has('s1')).toBe(false);
    const [entry] = historyOf(later.factCheck, 'a1');
    if (!entry) throw new Error('There is no history.');
    await later.make((now) => restoreVersion(now, entry, later.hand));
    expect(later.factCheck.tables.evidence.get('e1')).toMatchObject({ sourceId: 's1' });
    expect(later.factCheck.tables.source.get('s1')).toMatchObject({ title: 'Log book' });
  },
);

test('a scale that only its history names comes back with it', async () => {
  const desk = await openAnnotated();
  const { hand } = desk;
  const scaleId = headOf(desk.factCheck).scaleId;
  const own = { name: 'Own', ratings: scaleOf(desk.factCheck).ratings };
  const rate = (ratingId: string): Promise<Change> => {
    const names = { annotationId: 'a1', reviewerId: 'r1', newId: 'v1' };
    return desk.make((now) => keepHistory(giveVerdict(now, names, { ratingId }, hand), now, hand.clock));
  };
  await desk.make((now) => addScale(now, own, hand));
  const added = headOf(desk.factCheck).scaleId;
  await rate('true');
  await desk.make((now) => makeChange('', now, { changed: [{ ...headOf(now), scaleId }] }, hand));
  await rate('false');
  await desk.make((now) => removeAnnotations(now, ['a1'], hand));
  await desk.make((now) => removeScale(now, added, hand));
  expect(desk.factCheck.tables['rating-scale'].has(added)).toBe(false);

  const later = await desk.reload();
  const [removed] = await later.store.removed(later.factCheck.id);
  if (!removed) throw new Error('It is not there.');
  await later.make((now) => restoreRemoved(now, [removed], later.hand));
  expect(later.factCheck.tables['rating-scale'].get(added)).toMatchObject({ name: 'Own' });
});

function withoutSource(record: AnyRecord): AnyRecord {
  if (record.type !== 'history') return record;
  const { source: _source, ...entry } = record;
  return entry;
}

/** The Change that has added just this. */
function addedOf(record: AnyRecord | undefined): Change {
  return { label: '', at: '', by: null, added: record ? [record] : [], updated: [], removed: [] };
}
