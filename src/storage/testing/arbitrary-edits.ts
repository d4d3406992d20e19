import * as fc from 'fast-check';
import { annotate, editAnnotation, removeAnnotations } from '../../domain/annotate.ts';
import { articleOf, scaleOf, type FactCheck } from '../../domain/fact-check.ts';
import { citeSource, editEvidence, mergeSources, removeSource } from '../../domain/cite-source.ts';
import type { Change, Hand } from '../../domain/change.ts';
import { renameFactCheck, nameReviewer } from '../../domain/fact-check-edits.ts';
import { giveVerdict } from '../../domain/give-verdict.ts';
import { arbitraryWords } from './arbitrary-text.ts';

/** One thing that a person does: which of the edits, on which of what is there, with which words. */
export interface Edit {
  readonly kind: (typeof KINDS)[number];
  readonly pick: number;
  readonly other: number;
  readonly words: string;
}

const KINDS = [
  'annotate',
  'edit-claim',
  'remove-annotation',
  'give-verdict',
  'cite-new',
  'cite-known',
  'edit-evidence',
  'merge-sources',
  'remove-source',
  'rename',
  'name-reviewer',
] as const;

export const arbitraryEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...KINDS),
  pick: fc.nat(),
  other: fc.nat(),
  words: arbitraryWords,
});

/** What is typed in a field of the first annotation, so that runs go on and tabs meet in them. */
export const arbitraryTyping: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('edit-claim' as const, 'give-verdict' as const, 'edit-evidence' as const),
  pick: fc.constant(0),
  other: fc.constant(0),
  words: arbitraryWords,
});

/** The run of typing that goes on while the same field is typed in. */
export const runOf = ({ kind, pick, other }: Edit): string => `${kind} ${pick} ${other}`;

/** The Change that the edit makes of the fact check; an empty one when there is nothing to do it to. */
export function makeEdit(factCheck: FactCheck, { kind, pick, other, words }: Edit, hand: Hand): Change {
  const { annotation, source, evidence } = factCheck.tables;
  const annotationId = choose(annotation, pick);
  const newId = hand.clock.newId();
  switch (kind) {
    case 'annotate': {
      const { text } = articleOf(factCheck);
      const start = pick % text.length;
      const end = Math.min(text.length, start + 1 + (other % 20));
      const quote = { exact: text.slice(start, end), prefix: '', suffix: words };
      return annotate(factCheck, { targets: [{ quote, position: { start, end } }], id: newId }, hand);
    }
    case 'edit-claim':
      return editAnnotation(factCheck, annotationId, { claim: { statement: words }, tags: [words] }, hand);
    case 'remove-annotation':
      return removeAnnotations(factCheck, [annotationId], hand);
    case 'give-verdict': {
      const ratings = scaleOf(factCheck).ratings;
      const edit = { ratingId: ratings[other % ratings.length]?.id ?? null, conclusion: words };
      return giveVerdict(factCheck, { annotationId, reviewerId: `r-${other % 2}`, newId }, edit, hand);
    }
    case 'cite-new': {
      const ids = { evidence: newId, source: hand.clock.newId() };
      if (!annotation.has(annotationId)) return renameFactCheck(factCheck, words, hand);
      return citeSource(factCheck, { annotationId, source: { title: words }, stance: 'refutes', ids }, hand);
    }
    case 'cite-known': {
      const ids = { evidence: newId, source: 'unused' };
      const known = choose(source, other);
      if (!annotation.has(annotationId) || !source.has(known)) return renameFactCheck(factCheck, words, hand);
      return citeSource(factCheck, { annotationId, source: known, stance: 'supports', ids }, hand);
    }
    case 'edit-evidence':
      return editEvidence(factCheck, choose(evidence, pick), { quote: words, stance: 'mixed' }, hand);
    case 'merge-sources':
      return mergeSources(factCheck, choose(source, pick), choose(source, other), hand);
    case 'remove-source':
      return removeSource(factCheck, choose(source, pick), hand);
    case 'rename':
      return renameFactCheck(factCheck, words, hand);
    case 'name-reviewer':
      return nameReviewer(factCheck, `r-${pick % 2}`, words, hand);
  }
}

function choose(table: ReadonlyMap<string, unknown>, pick: number): string {
  const ids = [...table.keys()];
  return ids[pick % Math.max(1, ids.length)] ?? 'none';
}
