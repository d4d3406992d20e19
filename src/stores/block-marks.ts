import type { Article, Range } from '../domain/article.ts';
import { firstEndingAfter } from '../domain/coverage.ts';
import { articleOf, type FactCheck, type Tables } from '../domain/fact-check.ts';
import { compareMarks, markAnnotation, type Mark } from '../domain/marks.ts';
import { isPlacedIn } from '../domain/placed-annotations.ts';
import type { Id } from '../domain/record.ts';
import { annotationsTouched } from '../domain/sentence-index.ts';
import { changedIds } from '../domain/table-lineage.ts';

const NO_MARKS: readonly Mark[] = [];

/**
 * Makes a function that gives the marks of each block of the article, by block index. What was drawn the last time is
 * kept: only annotations whose records have changed are looked at again, and a block whose marks did not change gets the
 * same array, so that only the blocks that a change touches are drawn again.
 */
export function createBlockMarks(): (
  factCheck: FactCheck,
  reviewerId: Id | null,
) => readonly (readonly Mark[])[] {
  let last: Drawn | null = null;

  return (factCheck, reviewerId) => {
    const article = articleOf(factCheck);
    const { tables } = factCheck;
    const isSame =
      last?.article === article &&
      last.reviewerId === reviewerId &&
      last.tables['rating-scale'] === tables['rating-scale'];
    const drawn: Drawn =
      last && isSame
        ? last
        : { article, reviewerId, tables: NONE, marks: new Map(), blocks: article.blocks.map(() => NO_MARKS) };
    last = { ...drawn, tables, blocks: drawAgain(drawn, touchedBy(drawn.tables, tables), factCheck) };
    return last.blocks;
  };
}

type Looked = Pick<Tables, 'annotation' | 'verdict' | 'evidence' | 'rating-scale'>;

const NONE: Looked = {
  annotation: new Map(),
  verdict: new Map(),
  evidence: new Map(),
  'rating-scale': new Map(),
};

/** What was drawn, and of what. */
interface Drawn {
  readonly article: Article;
  readonly reviewerId: Id | null;
  readonly tables: Looked;
  readonly marks: Map<Id, readonly Mark[]>;
  readonly blocks: readonly (readonly Mark[])[];
}

/** Draws these annotations, and gives the blocks with their marks; blocks without any of them stay the same. */
function drawAgain(
  { article, reviewerId, marks, blocks }: Drawn,
  touched: ReadonlySet<Id>,
  factCheck: FactCheck,
): readonly (readonly Mark[])[] {
  const gone = new Set<Mark>();
  const come = new Map<number, Mark[]>();
  for (const id of touched) {
    const before = marks.get(id) ?? NO_MARKS;
    const annotation = factCheck.tables.annotation.get(id);
    const isShown = annotation !== undefined && isPlacedIn(article, annotation);
    const now = isShown ? markAnnotation(factCheck, annotation, reviewerId) : NO_MARKS;
    if (before.length === now.length && before.every((mark, i) => looksLike(mark, now[i]))) continue;
    marks.set(id, now);
    for (const mark of before) for (const block of blocksUnder(article, mark)) add(come, block);
    for (const mark of before) gone.add(mark);
    for (const mark of now) for (const block of blocksUnder(article, mark)) add(come, block, mark);
  }
  if (come.size === 0) return blocks;
  const next = [...blocks];
  for (const [block, added] of come) {
    const stay = (blocks[block] ?? NO_MARKS).filter((mark) => !gone.has(mark));
    next[block] = [...stay, ...added].toSorted(compareMarks);
  }
  return next;
}

function add(byBlock: Map<number, Mark[]>, block: number, ...marks: readonly Mark[]): void {
  const known = byBlock.get(block);
  if (known) known.push(...marks);
  else byBlock.set(block, [...marks]);
}

/** Indices of the blocks that share at least one character with the range. */
export function blocksUnder({ blocks }: Article, { start, end }: Range): readonly number[] {
  const indices: number[] = [];
  for (let i = firstEndingAfter(blocks, start); (blocks[i]?.start ?? Infinity) < end; i += 1) indices.push(i);
  return indices;
}

/** Annotations that a mark may look different for: of all that is kept of them something was written or removed. */
function touchedBy(before: Looked, after: Looked): ReadonlySet<Id> {
  const touched = new Set(annotationsTouched(before, after));
  if (before.annotation.size === 0) return touched;
  for (const id of changedIds(before.evidence, after.evidence))
    for (const link of [before.evidence.get(id), after.evidence.get(id)])
      if (link) touched.add(link.annotationId);
  return touched;
}

function looksLike(mark: Mark, other: Mark | undefined): boolean {
  return (
    other !== undefined &&
    mark.start === other.start &&
    mark.end === other.end &&
    mark.look === other.look &&
    mark.colour === other.colour &&
    mark.mark === other.mark &&
    mark.label === other.label &&
    mark.sources === other.sources &&
    mark.isLast === other.isLast
  );
}
