import { compareInText, type Annotation } from './annotation.ts';
import type { Range } from './article.ts';
import type { FactCheck } from './fact-check.ts';
import type { Id } from './record.ts';
import { annotationsIn } from './sentence-index.ts';

/** What a verdict key is about: words that get a new annotation, one that is there, or several to choose from. */
export type Aim =
  | { readonly kind: 'new'; readonly range: Range }
  | { readonly kind: 'existing'; readonly id: Id }
  | { readonly kind: 'choose'; readonly ids: readonly Id[] };

export interface AimFrom {
  /** The sentence under the cursor; UTF-16 units. */
  readonly sentence: Range;
  /** What was selected on purpose, words or several sentences, if anything: it goes before the sentence. */
  readonly selected: Range | null;
  /** The annotation that is open in the editor. */
  readonly selectedId: Id | null;
}

/**
 * Decides what a verdict key at this place is about. A selection is a claim of its own, unless just that is annotated;
 * then the open annotation, if it is here; then the only one here; with several the person chooses, so
 * that no verdict lands on the wrong claim.
 */
export function aimVerdict(factCheck: FactCheck, { sentence, selected, selectedId }: AimFrom): Aim {
  const range = selected ?? sentence;
  const here = annotationsAt(factCheck, range);
  const same = here.find(
    ({ targets }) => targets.length === 1 && targets.every(({ position }) => areSame(position, range)),
  );
  if (selected) return same ? { kind: 'existing', id: same.id } : { kind: 'new', range };

  if (selectedId !== null && here.some(({ id }) => id === selectedId))
    return { kind: 'existing', id: selectedId };
  const [first, ...others] = here;
  if (!first) return { kind: 'new', range };
  return others.length === 0
    ? { kind: 'existing', id: first.id }
    : { kind: 'choose', ids: here.map(({ id }) => id) };
}

/** Annotations of the draft under check that share at least one character with the range, in text order. */
function annotationsAt(factCheck: FactCheck, range: Range): readonly Annotation[] {
  return annotationsIn(factCheck, range).toSorted(compareInText);
}

function areSame(a: Range, b: Range): boolean {
  return a.start === b.start && a.end === b.end;
}
