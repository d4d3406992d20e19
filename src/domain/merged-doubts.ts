import { quoteOf, type Annotation } from './annotation.ts';
import type { Hand, Update } from './change.ts';
import { doubtOf, doubtUntil, isVerdictInDoubt, saysSomething } from './doubt.ts';
import { articleOf, type AnyRecord, type FactCheck } from './fact-check.ts';
import { verdictsOf } from './lookup.ts';
import { isPlacedIn } from './placed-annotations.ts';
import type { Id } from './record.ts';
import type { Verdict } from './verdict.ts';

/** One annotation that is here and in a file, and what was said about it there and here. */
export interface BothSides {
  readonly here: Annotation;
  readonly there: Annotation;
  readonly saidHere: readonly Verdict[];
  readonly saidThere: readonly Verdict[];
}

/** The annotations that are here and in a file, where a verdict of one side may be on other words than the other has. */
export function findBothSides(present: FactCheck, records: readonly AnyRecord[]): readonly BothSides[] {
  const article = articleOf(present);
  const saidThere = new Map<Id, Verdict[]>();
  for (const record of records) {
    if (record.type !== 'verdict') continue;
    const said = saidThere.get(record.annotationId);
    if (said) said.push(record);
    else saidThere.set(record.annotationId, [record]);
  }
  return records.flatMap((there): BothSides[] => {
    const here = there.type === 'annotation' ? present.tables.annotation.get(there.id) : undefined;
    if (there.type !== 'annotation' || !here || !isPlacedIn(article, here)) return [];
    const isTheSame = quoteOf(there) === quoteOf(here) && !doubtOf(there) && !doubtOf(here);
    if (isTheSame) return [];
    return [
      {
        here,
        there,
        saidHere: verdictsOf(present, here.id),
        saidThere: saidThere.get(there.id) ?? [],
      },
    ];
  });
}

/**
 * What a merge does to annotations so that no verdict stands on words that it was not given on: each one that would is in
 * doubt. `brought` is what comes from the file, `taken` what of it replaces something here.
 */
export function doubtOtherWords(
  sides: readonly BothSides[],
  { brought, taken }: { readonly brought: readonly AnyRecord[]; readonly taken: readonly Update[] },
  hand: Hand,
): readonly Update[] {
  const comes = new Set(brought);
  const replaced = new Set(taken.map(({ before }) => before));
  return sides.flatMap(({ here, there, saidHere, saidThere }): Update[] => {
    const stays = replaced.has(here) ? there : here;
    const kept = saidHere.filter((verdict) => !replaced.has(verdict));
    const come = saidThere.filter((verdict) => comes.has(verdict));
    const elsewhere = [...onOtherWords(stays, here, kept), ...onOtherWords(stays, there, come)];
    if (elsewhere.length === 0) return [];
    const at = doubtUntil(elsewhere, doubtOf(stays)?.at ?? stays.createdAt);
    return [{ before: here, after: inDoubt(stays, stays === here ? there : here, at, hand) }];
  });
}

/** The verdicts that were given on other words than those that `stays` has, and are not in doubt there yet. */
function onOtherWords(stays: Annotation, from: Annotation, verdicts: readonly Verdict[]): readonly Verdict[] {
  const isElsewhere = quoteOf(stays) !== quoteOf(from);
  return verdicts.filter(
    (verdict) =>
      saysSomething(verdict) &&
      (isElsewhere || isVerdictInDoubt(from, verdict)) &&
      !isVerdictInDoubt(stays, verdict),
  );
}

/** The annotation with a doubt about all that was decided until then, on the words that `other` was judged on. */
function inDoubt(annotation: Annotation, other: Annotation, at: string, { by }: Hand): Annotation {
  const { earlier = [], articleId } = annotation;
  const carried = { articleId, decision: 'undecided', at, by } as const;
  const doubted = { ...annotation, carried };
  const judgedIn = other.targets[0]?.judgedIn ?? other.articleId;
  if (judgedIn === articleId) return doubted;
  const judged = other.earlier?.find((place) => place.articleId === judgedIn) ?? other;
  const isKnown = earlier.some((place) => place.articleId === judgedIn);
  return {
    ...doubted,
    targets: annotation.targets.map((target) => ({ ...target, judgedIn })),
    earlier: isKnown ? earlier : [...earlier, { articleId: judgedIn, targets: judged.targets }],
  };
}
