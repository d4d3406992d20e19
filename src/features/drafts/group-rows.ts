import type { SentenceChange } from '../../anchoring/compare-drafts.ts';
import { needsPerson, targetsIn, type CarryDecision, type CarryItem } from '../../domain/carry-over.ts';
import { firstEndingAfter } from '../../domain/coverage.ts';
import type { Id } from '../../domain/record.ts';
import type { Comparison } from './compare.ts';

/** One sentence of the comparison with the annotations that are shown at it. */
export interface Row {
  /** Null for annotations of neither draft. */
  readonly change: SentenceChange | null;
  readonly items: readonly CarryItem[];
  /** Those of them whose words are the same in a sentence that is not. */
  readonly around: readonly CarryItem[];
}

/** What the person can look at alone. */
export const GROUPS = [
  'changed',
  'verdict',
  'around',
  'moved',
  'new',
  'removed',
  'choose',
  'lost',
  'unchanged',
] as const;
export type Group = (typeof GROUPS)[number];

/**
 * The rows of a comparison. An annotation stands at its sentence in the newer draft or, without a place there, at the one
 * that it had in the older draft; those of still older drafts come last.
 */
export function groupRows({ older, newer, changes, plan, around }: Comparison): readonly Row[] {
  const byNow = new Map<number, number>();
  const byOld = new Map<number, number>();
  for (const [row, change] of changes.entries()) {
    if ('now' in change) byNow.set(change.now, row);
    if ('old' in change) byOld.set(change.old, row);
  }
  const rows = changes.map((change): { change: SentenceChange; items: CarryItem[] } => ({
    change,
    items: [],
  }));
  const loose: CarryItem[] = [];
  for (const item of plan) {
    const { annotation } = item;
    const now = targetsIn(item)?.[0]?.position.start;
    const then = annotation.targets[0]?.position.start ?? 0;
    const row =
      now !== undefined
        ? byNow.get(firstEndingAfter(newer.sentences, now))
        : annotation.articleId === older.id
          ? byOld.get(firstEndingAfter(older.sentences, then))
          : undefined;
    const found = row === undefined ? undefined : rows[row];
    (found?.items ?? loose).push(item);
  }
  const all = loose.length > 0 ? [...rows, { change: null, items: loose }] : rows;
  return all.map((row) => ({
    ...row,
    around: row.items.filter(({ annotation }) => around.has(annotation.id)),
  }));
}

/** The groups that a row belongs to. */
export function groupsOf({ change, items, around }: Row): ReadonlySet<Group> {
  const groups = new Set<Group>(change ? [change.kind] : []);
  if (change?.kind === 'changed' && change.isMoved) groups.add('moved');
  if (around.length > 0) groups.add('around');
  for (const { state } of items) {
    if (state === 'changed') groups.add('verdict');
    else if (state === 'ambiguous') groups.add('choose');
    else if (state === 'orphaned') groups.add('lost');
  }
  return groups;
}

/** Annotations that need a person as things were found, whatever was decided since. */
export function questionsOf(plan: readonly CarryItem[]): readonly CarryItem[] {
  return plan.filter((item) => needsPerson(item));
}

/** How many of them still do. */
export function countOpen(
  questions: readonly CarryItem[],
  decisions: ReadonlyMap<Id, CarryDecision>,
): number {
  return questions.filter((item) => needsPerson(item, decisions.get(item.annotation.id))).length;
}
