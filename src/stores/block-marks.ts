import type { Annotation } from '../domain/annotation.ts';
import { articleOf, type FactCheck } from '../domain/fact-check.ts';
import { evidenceOf, verdictsOf } from '../domain/lookup.ts';
import { compareMarks, markAnnotation, type Mark } from '../domain/marks.ts';
import { firstEndingAfter } from '../domain/coverage.ts';
import { placedAnnotations } from '../domain/placed-annotations.ts';
import type { Id } from '../domain/record.ts';

const NO_MARKS: readonly Mark[] = [];

/**
 * Makes a function that gives the marks of each block of the article, by block index. A block whose marks did not
 * change gets the same array as the last time, so that only the blocks that a change touches are drawn again.
 */
export function createBlockMarks(): (
  factCheck: FactCheck,
  reviewerId: Id | null,
) => readonly (readonly Mark[])[] {
  let last: readonly (readonly Mark[])[] = [];
  let remembered = new Map<Id, Remembered>();

  return (factCheck, reviewerId) => {
    const { blocks } = articleOf(factCheck);
    const next = new Map<Id, Remembered>();
    const byBlock = new Map<number, Mark[]>();
    for (const annotation of placedAnnotations(factCheck)) {
      const drawn = drawAgain(remembered.get(annotation.id), factCheck, annotation, reviewerId);
      next.set(annotation.id, drawn);
      for (const mark of drawn.marks) {
        for (
          let i = firstEndingAfter(blocks, mark.start);
          (blocks[i]?.start ?? Infinity) < mark.end;
          i += 1
        ) {
          const marks = byBlock.get(i);
          if (marks) marks.push(mark);
          else byBlock.set(i, [mark]);
        }
      }
    }
    remembered = next;
    last = blocks.map((_, i) => {
      const marks = byBlock.get(i)?.toSorted(compareMarks) ?? NO_MARKS;
      const before = last[i] ?? NO_MARKS;
      return marks.length === before.length && marks.every((mark, j) => mark === before[j]) ? before : marks;
    });
    return last;
  };
}

/** An annotation's marks with what they were made from. */
interface Remembered {
  readonly annotation: Annotation;
  readonly verdicts: readonly unknown[];
  readonly evidence: readonly unknown[];
  readonly reviewerId: Id | null;
  readonly marks: readonly Mark[];
}

function drawAgain(
  before: Remembered | undefined,
  factCheck: FactCheck,
  annotation: Annotation,
  reviewerId: Id | null,
): Remembered {
  const verdicts = verdictsOf(factCheck, annotation.id);
  const evidence = evidenceOf(factCheck, annotation.id);
  const isSame =
    before?.annotation === annotation &&
    before.reviewerId === reviewerId &&
    haveSameItems(before.verdicts, verdicts) &&
    haveSameItems(before.evidence, evidence);
  if (isSame) return before;
  return {
    annotation,
    verdicts,
    evidence,
    reviewerId,
    marks: markAnnotation(factCheck, annotation, reviewerId),
  };
}

function haveSameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
