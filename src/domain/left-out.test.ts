import { describe, expect, test } from 'vitest';
import { annotate } from './annotate.ts';
import { applyChange, invertChange } from './change.ts';
import { headOf, recordsOf, type FactCheck } from './fact-check.ts';
import { withLeftOut } from './left-out-after.ts';
import { countLeftOut } from './left-out.ts';
import { mergeFactCheck } from './merge-fact-check.ts';
import { mergeFile, planMerge } from './merge-file.ts';
import { selectAnnotations } from './select-annotations.ts';
import { createSmallDesk, SECOND } from './testing/small-fact-check.ts';

const { factCheck, hand, apply } = createSmallDesk();
apply((now) => annotate(now, { targets: [SECOND], id: 'second' }, hand));
const older = factCheck();
apply((now) => annotate(now, { targets: [SECOND], id: 'third' }, hand));
const whole = factCheck();

function part(...ids: readonly string[]): FactCheck {
  return selectAnnotations(whole, new Set(ids));
}

/** As files before version 1.4 told it. */
function unnamedPart(unnamed: number, ...ids: readonly string[]): FactCheck {
  const head = withLeftOut(headOf(whole), { annotations: [], unnamed });
  const { tables } = selectAnnotations(whole, new Set(ids));
  return { ...whole, tables: { ...tables, 'fact-check': new Map([[head.id, head]]) } };
}

function merge(present: FactCheck, other: FactCheck): FactCheck {
  return applyChange(present, mergeFile(planMerge(present, recordsOf(other)), 'here', hand));
}

function restore(present: FactCheck, other: FactCheck): FactCheck {
  return applyChange(present, mergeFactCheck(present, other, hand));
}

describe('a part of a fact check', () => {
  test('names what was left out, also what the part that it was taken from did without', () => {
    expect(countLeftOut(whole)).toBe(0);
    expect(headOf(part('first')).leftOut).toEqual({ annotations: ['second', 'third'], unnamed: 0 });
    const again = selectAnnotations(part('first', 'second'), new Set(['first']));
    expect(headOf(again).leftOut).toEqual({ annotations: ['third', 'second'], unnamed: 0 });
    expect(headOf(part('first', 'second', 'third'))).toBe(headOf(whole));
  });

  describe.each([
    ['merge', merge],
    ['restoration', restore],
  ])('after a %s', (_, take) => {
    test.each([
      ['the whole comes into a part', part('first'), whole, 0],
      ['a part comes into the whole', whole, part('first'), 0],
      ['two parts have all of it between them', part('first'), part('second', 'third'), 0],
      [
        'the part of an older file has all that is missing',
        part('second', 'third'),
        unnamedPart(2, 'first'),
        0,
      ],
      ['the whole comes into the part of an older file', unnamedPart(2, 'first'), whole, 0],
      ['what nobody named is told by another part', unnamedPart(2, 'first'), part('second'), 1],
      ['two parts lack the same', part('first'), part('second'), 1],
      ['the whole is older than the part', part('first'), older, 1],
      ['a part says of what is not here', older, part('first'), 0],
    ])('%s: what is left out', (__, present, other, leftOut) => {
      const merged = take(present, other);
      expect(countLeftOut(merged)).toBe(leftOut);
      expect(headOf(merged).leftOut === undefined).toBe(leftOut === 0);
    });

    test('what came in and is removed later is not taken for left out', () => {
      const merged = take(part('first'), whole);
      const { tables } = merged;
      const annotation = new Map([...tables.annotation].filter(([id]) => id !== 'third'));
      expect(countLeftOut({ ...merged, tables: { ...tables, annotation } })).toBe(0);
    });

    test('a second time there is nothing to do', () => {
      for (const [present, other] of [
        [part('first'), whole],
        [whole, part('first')],
        [part('first'), part('second')],
      ] as const) {
        const merged = take(present, other);
        expect(take(merged, other)).toEqual(merged);
      }
    });
  });

  test('is no conflict of titles, and counts as nothing new', () => {
    for (const [present, other] of [
      [part('first'), whole],
      [whole, part('first')],
    ] as const) {
      const { conflicts, newer } = planMerge(present, recordsOf(other));
      expect([conflicts, newer]).toEqual([[], []]);
    }
  });

  test('has the title that was chosen and what is left out in one head', () => {
    const renamed = rename(part('first'), 'Here');
    const theirs = rename(whole, 'There');
    const plan = planMerge(renamed, recordsOf(theirs));
    expect(plan.conflicts.map(({ before }) => before.type)).toEqual(['fact-check']);
    for (const [stays, title] of [
      ['here', 'Here'],
      ['file', 'There'],
    ] as const) {
      const change = mergeFile(plan, stays, hand);
      expect(change.updated).toHaveLength(1);
      const head = headOf(applyChange(renamed, change));
      expect([head.title, head.leftOut]).toEqual([title, undefined]);
    }
  });

  test('is a part again when the merge is undone', () => {
    const present = part('first');
    const change = mergeFile(planMerge(present, recordsOf(whole)), 'here', hand);
    const merged = applyChange(present, change);
    expect(countLeftOut(applyChange(merged, invertChange(change, merged, hand)))).toBe(2);
  });
});

function rename(factCheckOf: FactCheck, title: string): FactCheck {
  const head = { ...headOf(factCheckOf), title, rev: hand.clock.nextRev() };
  return applyChange(factCheckOf, {
    added: [],
    updated: [{ before: headOf(factCheckOf), after: head }],
    removed: [],
  });
}
