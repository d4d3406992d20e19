import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotate } from './annotate.ts';
import { invertChange, makeChange, type Change, type Hand } from './change.ts';
import { citeSource, editEvidence, mergeSources, removeEvidence, removeSource } from './cite-source.ts';
import { findGaps, type FactCheck } from './fact-check.ts';
import type { History } from './history.ts';
import { keepHistory, keepHistoryOfOthers } from './keep-history.ts';
import { historyOf, restoreVersion, sourceOfRestored } from './restore-version.ts';
import { selectAnnotations } from './select-annotations.ts';
import { versionIn } from './source-of-entry.ts';
import { createSmallDesk, SECOND } from './testing/small-fact-check.ts';

/** True when it comes back with the source that it has come from. */
function canRestore(factCheck: FactCheck, entry: History): boolean {
  const version = versionIn(entry);
  return version.type !== 'evidence' || sourceOfRestored(factCheck, version) === 'its own';
}

/** `e1` on `first` and `e2` on `second`, each with quoted words, from the source `s1`; `s2` is cited nowhere else. */
function openDesk() {
  const desk = createSmallDesk();
  const { clock } = desk.hand;
  const edit = (make: (now: FactCheck, hand: Hand) => Change): Change =>
    desk.apply((now, hand) => keepHistory(make(now, hand), now, clock));
  edit((now, hand) => annotate(now, { targets: [SECOND], id: 'second' }, hand));
  const cite = (
    annotationId: string,
    source: string | { title: string },
    evidence: string,
    id: string,
  ): void => {
    edit((now, hand) =>
      citeSource(now, { annotationId, source, stance: 'supports', ids: { evidence, source: id } }, hand),
    );
  };
  cite('first', { title: 'Log' }, 'e1', 's1');
  cite('second', 's1', 'e2', '');
  cite('second', { title: 'Other' }, 'e3', 's2');
  edit((now, hand) => editEvidence(now, 'e1', { quote: 'thirteen' }, hand));
  edit((now, hand) => editEvidence(now, 'e1', { quote: 'fourteen' }, hand));
  return {
    ...desk,
    edit,
    undo: (change: Change): Change =>
      desk.apply((now, hand) => keepHistoryOfOthers(invertChange(change, now, hand))),
    entryWith: (quote: string): History => {
      const found = historyOf(desk.factCheck(), 'first').find(
        ({ before }) => before.type === 'evidence' && before.quote === quote,
      );
      if (!found) throw new Error(`No entry says ${quote}.`);
      return found;
    },
  };
}

test('evidence comes back with the source that was removed, as one step', () => {
  const { edit, undo, entryWith, factCheck } = openDesk();
  edit((now, hand) => removeSource(now, 's1', hand));
  expect(canRestore(factCheck(), entryWith('thirteen'))).toBe(true);

  const restored = edit((now, hand) => restoreVersion(now, entryWith('fourteen'), hand));
  expect(factCheck().tables.evidence.get('e1')).toMatchObject({ sourceId: 's1', quote: 'fourteen' });
  expect(factCheck().tables.source.get('s1')).toMatchObject({ title: 'Log' });
  expect(findGaps(factCheck())).toEqual([]);

  undo(restored);
  expect(factCheck().tables.source.has('s1')).toBe(false);
  edit((now, hand) => restoreVersion(now, entryWith('thirteen'), hand));
  expect(factCheck().tables.evidence.get('e1')).toMatchObject({ quote: 'thirteen' });
});

test('evidence that was removed before its source comes back with it as well', () => {
  const { edit, undo, entryWith, factCheck } = openDesk();
  edit((now, hand) => removeEvidence(now, 'e1', hand));
  const before = historyOf(factCheck(), 'first');
  const removal = edit((now, hand) => removeSource(now, 's1', hand));
  const [newest, older] = [entryWith('fourteen'), entryWith('thirteen')];
  expect([newest, older].map((entry) => canRestore(factCheck(), entry))).toEqual([true, true]);
  undo(removal);
  expect(historyOf(factCheck(), 'first').map(({ source }) => source)).toEqual(
    before.map(({ source }) => source),
  );

  edit((now, hand) => removeSource(now, 's1', hand));
  edit((now, hand) => restoreVersion(now, older, hand));
  expect(factCheck().tables.evidence.get('e1')).toMatchObject({ quote: 'thirteen' });
  expect(factCheck().tables.source.get('s1')).toMatchObject({ title: 'Log' });
});

test('a source that was removed twice comes back as it was last', () => {
  const { edit, entryWith, factCheck } = openDesk();
  edit((now, hand) => removeSource(now, 's1', hand));
  edit((now, hand) => restoreVersion(now, entryWith('fourteen'), hand));
  const source = factCheck().tables.source.get('s1');
  if (!source) throw new Error('It is not back.');
  edit((now, hand) => ({
    ...removeSource(now, '', hand),
    updated: [{ before: source, after: { ...source, title: 'Log book', rev: hand.clock.nextRev() } }],
  }));
  edit((now, hand) => removeSource(now, 's1', hand));
  edit((now, hand) => restoreVersion(now, entryWith('thirteen'), hand));
  expect(factCheck().tables.source.get('s1')).toMatchObject({ title: 'Log book' });
});

test('after a merge the older versions are from the source that stayed, and undo makes them two again', () => {
  const { edit, undo, entryWith, factCheck } = openDesk();
  edit((now, hand) => removeEvidence(now, 'e2', hand));
  const history = [...factCheck().tables.history.values()].map(({ before }) => before);
  const merge = edit((now, hand) => mergeSources(now, 's2', 's1', hand));
  expect(historyOf(factCheck(), 'first')).toHaveLength(2);
  undo(merge);
  expect([...factCheck().tables.history.values()].map(({ before }) => before)).toEqual(history);

  edit((now, hand) => mergeSources(now, 's2', 's1', hand));
  edit((now, hand) => restoreVersion(now, entryWith('thirteen'), hand));
  expect(factCheck().tables.evidence.get('e1')).toMatchObject({ sourceId: 's2', quote: 'thirteen' });
  expect([...factCheck().tables.source.keys()]).toEqual(['s2']);
});

test('evidence comes back with the source that an undo in another tab took away since', () => {
  const { edit, undo, entryWith, factCheck } = openDesk();
  const ids = { evidence: 'e9', source: 's9' };
  const citing = edit((now, hand) =>
    citeSource(now, { annotationId: 'first', source: { title: 'Chart' }, stance: 'mixed', ids }, hand),
  );
  edit((now, hand) => editEvidence(now, 'e9', { quote: 'nine' }, hand));
  edit((now, hand) => removeEvidence(now, 'e9', hand));
  undo(citing);
  expect(factCheck().tables.source.has('s9')).toBe(false);
  edit((now, hand) => restoreVersion(now, entryWith('nine'), hand));
  expect(factCheck().tables.source.get('s9')).toMatchObject({ title: 'Chart' });
  expect(findGaps(factCheck())).toEqual([]);
});

test('evidence whose source is nowhere any more comes back with an empty one, and its older versions with that', () => {
  const { edit, apply, undo, entryWith, factCheck } = openDesk();
  edit((now, hand) => removeEvidence(now, 'e2', hand));
  edit((now, hand) => removeEvidence(now, 'e1', hand));
  // As it was kept before the history had sources.
  apply((now, hand) => {
    const entries = [...now.tables.history.values()].map(({ source: _source, ...entry }) => entry);
    const removed = [...now.tables.source.values()].filter(({ id }) => id === 's1');
    return makeChange('', now, { changed: entries, removed }, hand);
  });
  const [newest, older] = [entryWith('fourteen'), entryWith('thirteen')];
  const fateOf = ({ before }: History) => before.type === 'evidence' && sourceOfRestored(factCheck(), before);
  expect([newest, older].map(fateOf)).toEqual(['an empty one', 'an empty one']);

  const restored = edit((now, hand) => restoreVersion(now, newest, hand));
  const [empty] = restored.added;
  expect(empty).toMatchObject({ type: 'source', title: '' });
  expect(factCheck().tables.evidence.get('e1')).toMatchObject({ sourceId: empty?.id, quote: 'fourteen' });
  expect(fateOf(older)).toBe('the present one');
  edit((now, hand) => restoreVersion(now, older, hand));
  expect(factCheck().tables.evidence.get('e1')).toMatchObject({ sourceId: empty?.id, quote: 'thirteen' });
  expect(findGaps(factCheck())).toEqual([]);

  undo(restored);
  expect(findGaps(factCheck())).toEqual([]);
});

test('an undo leaves a source that somebody else has cited since', () => {
  const { edit, undo, entryWith, factCheck } = openDesk();
  edit((now, hand) => removeSource(now, 's1', hand));
  const restored = edit((now, hand) => restoreVersion(now, entryWith('fourteen'), hand));
  const ids = { evidence: 'e9', source: '' };
  edit((now, hand) =>
    citeSource(now, { annotationId: 'second', source: 's1', stance: 'supports', ids }, hand),
  );
  undo(restored);
  expect(factCheck().tables.evidence.has('e1')).toBe(false);
  expect(factCheck().tables.source.has('s1')).toBe(true);
});

test('a part of a fact check has the sources of what its annotations no longer cite', () => {
  const { edit, entryWith, factCheck } = openDesk();
  edit((now, hand) => removeEvidence(now, 'e1', hand));
  const part = selectAnnotations(factCheck(), new Set(['first']));
  expect(canRestore(part, entryWith('thirteen'))).toBe(true);
});

test('whatever is removed and merged: no version of any evidence is ever lost, and restoring it leaves no gap', () => {
  const evidence = fc.constantFrom('e1', 'e2', 'e3');
  const source = fc.constantFrom('s1', 's2');
  const step = fc.oneof(
    fc.record({ does: fc.constant('remove evidence' as const), evidence }),
    fc.record({ does: fc.constant('quote' as const), evidence, quote: fc.constantFrom('a', 'b') }),
    fc.record({ does: fc.constant('remove source' as const), source }),
    fc.record({ does: fc.constant('merge' as const), kept: source, duplicate: source }),
    fc.record({ does: fc.constant('restore' as const), pick: fc.nat(20) }),
    fc.record({ does: fc.constant('undo' as const) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const { edit, undo, factCheck } = openDesk();
      const past: Change[] = [];
      for (const one of steps) {
        if (one.does === 'undo') {
          const last = past.pop();
          if (last) undo(last);
          continue;
        }
        past.push(
          edit((now, hand) => {
            switch (one.does) {
              case 'remove evidence':
                return removeEvidence(now, one.evidence, hand);
              case 'quote':
                return editEvidence(now, one.evidence, { quote: one.quote }, hand);
              case 'remove source':
                return removeSource(now, one.source, hand);
              case 'merge':
                return mergeSources(now, one.kept, one.duplicate, hand);
              case 'restore': {
                const all = [...now.tables.history.values()];
                const entry = all[one.pick % all.length];
                return entry ? restoreVersion(now, entry, hand) : removeSource(now, '', hand);
              }
            }
          }),
        );
        expect(findGaps(factCheck())).toEqual([]);
        for (const entry of factCheck().tables.history.values())
          expect(canRestore(factCheck(), entry)).toBe(true);
      }
    }),
  );
});
