import { COUNTS, type CharacterCount, type CharacterRuler } from '../../domain/character-ruler.ts';
import type { ForeignAnnotation, ForeignTarget } from '../../domain/foreign-annotation.ts';
import type { Pace } from '../../domain/steps.ts';
import type { RulerFor } from './place-annotations.ts';

/** The ways of counting that come into question for a piece of this annotation that does not say how it counts. */
type CountsOf = (item: ForeignAnnotation) => readonly CharacterCount[];

/**
 * Finds out how the characters of a file were counted, where nothing in it says so: a tool counts all pieces of one text
 * alike, and of one file as a rule. What some piece rules out, for which its words would not stand where it says, comes
 * into question for none. Pieces that agree on nothing tell nothing.
 */
export async function agreeOnCounts(
  items: readonly ForeignAnnotation[],
  textOf: (item: ForeignAnnotation) => string | null,
  rulerFor: RulerFor,
  pace: Pace,
): Promise<CountsOf> {
  const byDocument = new Map<number | null, readonly CharacterCount[]>();
  for (const [i, item] of items.entries()) {
    const text = textOf(item);
    if (text !== null && item.targets.some(isUnsaid)) {
      // oxlint-disable-next-line no-await-in-loop -- a few texts, each with many pieces
      const ruler = await rulerFor(text);
      let counts = byDocument.get(item.document) ?? COUNTS;
      for (const target of item.targets) counts = agree(counts, fitting(text, target, ruler));
      byDocument.set(item.document, counts);
    }
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / items.length);
  }
  const ofFile = [...byDocument.values()].reduce(agree, COUNTS);
  return ({ document }) => {
    const counts = byDocument.get(document) ?? [];
    const narrower = agree(counts, ofFile);
    return [narrower, counts].find((some) => some.length > 0) ?? COUNTS;
  };
}

function isUnsaid({ position }: ForeignTarget): boolean {
  return position?.unit === 'unsaid';
}

function agree(
  first: readonly CharacterCount[],
  second: readonly CharacterCount[],
): readonly CharacterCount[] {
  return first.filter((count) => second.includes(count));
}

/** The counts by which the piece has its words or, without any, whole words; all when it fits by none. */
function fitting(
  text: string,
  { quote, position }: ForeignTarget,
  ruler: CharacterRuler,
): readonly CharacterCount[] {
  if (position?.unit !== 'unsaid') return COUNTS;
  const counts = COUNTS.filter((count) =>
    ruler
      .readings(position, [count])
      .some((range) => (quote ? text.slice(range.start, range.end) === quote.exact : ruler.isSound(range))),
  );
  return counts.length > 0 ? counts : COUNTS;
}
