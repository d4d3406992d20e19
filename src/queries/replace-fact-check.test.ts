import { expect, test } from 'vitest';
import { editAnnotation } from '../domain/annotate.ts';
import { applyChange, type Change, type Hand } from '../domain/change.ts';
import { gatherFactCheck, recordsOf, type FactCheck } from '../domain/fact-check.ts';
import { giveVerdict, type VerdictEdit } from '../domain/give-verdict.ts';
import { mergeFactCheck } from '../domain/merge-fact-check.ts';
import { moveBoundaries } from '../domain/move-boundaries.ts';
import { takeBackChange } from '../domain/take-back.ts';
import { standingIn } from '../domain/testing/saved-by-older.ts';
import { createSmallDesk, SECOND } from '../domain/testing/small-fact-check.ts';
import { replaceFactCheck } from './replace-fact-check.ts';

const judge = (now: FactCheck, edit: VerdictEdit, hand: Hand): Change =>
  giveVerdict(now, { annotationId: 'first', reviewerId: 'ada', newId: 'v-ada' }, edit, hand);

/** As version 1.1 saved it: nothing says on which words a verdict was given. */
function savedByOlder(factCheck: FactCheck): FactCheck {
  const untold = recordsOf(factCheck).map((record) => {
    if (record.type === 'annotation') {
      const { untoldReading: _told, ...annotation } = record;
      return annotation;
    }
    if (record.type !== 'verdict') return record;
    const { reading: _words, ...verdict } = record;
    return verdict;
  });
  return gatherFactCheck(factCheck.id, untold);
}

const EDITS: readonly (readonly [
  what: string,
  edit: (now: FactCheck, hand: Hand) => Change,
  standing: readonly string[],
])[] = [
  ['the annotation', (now, hand) => editAnnotation(now, 'first', { tags: ['since'] }, hand), []],
  ['the verdict', (now, hand) => judge(now, { conclusion: 'The log says so.' }, hand), []],
  [
    'nothing',
    () => ({ label: '', at: '', by: null, added: [], updated: [], removed: [] }) satisfies Change,
    ['ada'],
  ],
];

test.each(
  [replaceFactCheck, mergeFactCheck].flatMap((bring) =>
    EDITS.map((edit) => [bring.name, ...edit, bring] as const),
  ),
)(
  '%s, with an old file, and taken back after %s was edited: no verdict stands on the words of the other side',
  (_name, _what, edit, standing, bring) => {
    const desk = createSmallDesk();
    desk.apply((now, hand) => judge(now, { ratingId: 'true' }, hand));
    const here = savedByOlder(desk.factCheck());
    desk.apply((now, hand) => moveBoundaries(now, 'first', [SECOND], hand));
    desk.apply((now, hand) => judge(now, { ratingId: 'false' }, hand));
    const file = savedByOlder(desk.factCheck());
    expect([standingIn(here), standingIn(file)]).toEqual([['ada'], ['ada']]);

    const change = bring(here, file, desk.hand);
    const brought = applyChange(here, change);
    expect(standingIn(brought)).toEqual(['ada']);
    const edited = applyChange(brought, edit(brought, desk.hand));
    const back = applyChange(edited, takeBackChange(change, edited, desk.hand).change);
    expect(standingIn(back)).toEqual(standing);
  },
);

test.each([replaceFactCheck, mergeFactCheck])(
  '%s: an old verdict that comes back after the boundary was moved is in doubt',
  (bring) => {
    const desk = createSmallDesk();
    desk.apply((now, hand) => judge(now, { ratingId: 'true' }, hand));
    const here = savedByOlder(desk.factCheck());
    desk.apply((now, hand) => judge(now, { conclusion: 'The log says so.' }, hand));
    const change = bring(here, desk.factCheck(), desk.hand);
    const brought = applyChange(here, change);
    const moved = applyChange(brought, moveBoundaries(brought, 'first', [SECOND], desk.hand));
    const back = applyChange(moved, takeBackChange(change, moved, desk.hand).change);
    expect(standingIn(back)).toEqual([]);
  },
);
