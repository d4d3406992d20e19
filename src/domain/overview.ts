import { message, say, sayData, type Message } from '../messages/say.ts';
import { countCoverage, firstEndingAfter, type Coverage, type SentenceState } from './coverage.ts';
import { OPEN, outlineAnnotation } from './annotation-outline.ts';
import { STANCES, type Stance } from './evidence.ts';
import { articleOf, scaleOf, type FactCheck } from './fact-check.ts';
import { placedAnnotations } from './placed-annotations.ts';
import type { Id } from './record.ts';

/** A paragraph, heading or list item of the article, and how far the work on it is. */
export interface BlockCoverage {
  /** Index of its first sentence. */
  readonly sentence: number;
  /** Its first words. */
  readonly words: string;
  /** The state of each of its sentences. */
  readonly states: readonly SentenceState[];
  readonly counts: Coverage;
}

export interface VerdictCount {
  /** The rating's label, "Open", "On other words" or "Not checkable". */
  readonly word: string;
  readonly colour: string;
  readonly mark: string;
  readonly count: number;
}

/** A fact check in small: how far each block of the article is, and how many verdicts and sources of each kind there are. */
export interface Overview {
  readonly blocks: readonly BlockCoverage[];
  /** In the order of the scale in use, then of others, then what has no verdict that stands; those that occur. */
  readonly verdicts: readonly VerdictCount[];
  /** Links between an annotation and a source, by their stance; all four. */
  readonly stances: readonly { readonly stance: Stance; readonly count: number }[];
}

/** Sums a fact check up as this reviewer sees it. `states` are those of the sentences of the draft under check, in order. */
export function sumUp(
  factCheck: FactCheck,
  states: readonly SentenceState[],
  reviewerId: Id | null,
): Overview {
  return {
    blocks: blocksOf(factCheck, states),
    verdicts: verdictsOf(factCheck, reviewerId),
    stances: STANCES.map((stance) => ({
      stance,
      count: [...factCheck.tables.evidence.values()].filter((link) => link.stance === stance).length,
    })),
  };
}

/** UTF-16 units. */
const MOST_WORDS = 60;

/** Blocks in which a sentence begins: an empty one has nothing to be looked at. */
function blocksOf(factCheck: FactCheck, states: readonly SentenceState[]): readonly BlockCoverage[] {
  const { text, blocks, sentences } = articleOf(factCheck);
  return blocks.flatMap(({ start, end }) => {
    const first = firstEndingAfter(sentences, start);
    const next = firstEndingAfter(sentences, end);
    const own = states.slice(first, next);
    if (own.length === 0) return [];
    const words = text.slice(start, end).trim();
    return {
      sentence: first,
      words: words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).replace(/\s*\S*$/u, '')}…` : words,
      states: own,
      counts: countCoverage(own),
    };
  });
}

function verdictsOf(factCheck: FactCheck, reviewerId: Id | null): readonly VerdictCount[] {
  const scales = [scaleOf(factCheck), ...factCheck.tables['rating-scale'].values()];
  const order = scales.flatMap(({ ratings }) => ratings.map(({ label }) => sayData(label)));
  const counts = new Map<string, VerdictCount>();
  for (const annotation of placedAnnotations(factCheck)) {
    const { verdict, word, colour, mark, doubt } = outlineAnnotation(factCheck, annotation, reviewerId);
    const shown =
      doubt === 'shown' && verdict !== ''
        ? { word: say(ON_OTHER_WORDS), colour: 'none', mark: '?' }
        : { word, colour, mark };
    const before = counts.get(shown.word);
    counts.set(shown.word, { ...shown, count: (before?.count ?? 0) + 1 });
  }
  const place = ({ word }: VerdictCount): number => {
    const index = order.indexOf(word);
    return index >= 0 ? index : order.length + LAST.findIndex((last) => say(last) === word) + 1;
  };
  return [...counts.values()].toSorted((a, b) => place(a) - place(b));
}

/** A verdict that its reviewer did not give on the words which stand there now. */
const ON_OTHER_WORDS = message('On other words');
const LAST: readonly Message[] = [OPEN, ON_OTHER_WORDS, message('Not checkable')];
