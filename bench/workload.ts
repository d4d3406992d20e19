import { planFile, type PlannedAnnotation } from '../e2e/support/fact-check-file.ts';
import { createEditedText, createRandom } from './edited-text.ts';

export interface Workload {
  /** UTF-16 units of the article, about. */
  readonly units: number;
  readonly annotations: number;
}

const SENTENCES_IN_PARAGRAPH = 6;
/** So many annotations share a source with each other. */
const USES_OF_SOURCE = 10;
const RATINGS = [
  'true',
  'mostly-true',
  'half-true',
  'mostly-false',
  'false',
  'misleading',
  'unproven',
] as const;

/**
 * A fact-check file, the same for the same seed: every annotation has a verdict, a conclusion and two sources, and one in
 * ten lies over the one before.
 */
export function createWorkload({ units, annotations }: Workload, seed: number): string {
  const random = createRandom(seed);
  const text = createEditedText(units, 0, random);
  const sentences = text.sentences.map(({ start, end }) => text.was.slice(start, end));
  const paragraphs: string[][] = [];
  for (let first = 0; first < sentences.length; first += SENTENCES_IN_PARAGRAPH)
    paragraphs.push(sentences.slice(first, first + SENTENCES_IN_PARAGRAPH));

  const shares = Array.from(sentences, () => 0);
  const sentenceOf = (i: number): number => Math.floor((i * sentences.length) / annotations);
  for (let i = 0; i < annotations; i += 1) shares[sentenceOf(i)] = (shares[sentenceOf(i)] ?? 0) + 1;

  const sourceCount = Math.max(2, Math.ceil((annotations * 2) / USES_OF_SOURCE));
  const sourceOf = (n: number): string => `s${n % sourceCount}`;
  let part = 0;
  const planned = Array.from({ length: annotations }, (_, i): PlannedAnnotation => {
    const sentence = sentenceOf(i);
    part = sentenceOf(i - 1) === sentence && i > 0 ? part + 1 : 0;
    const isOver = i % 10 === 9;
    return {
      quote: partOf(sentences[sentence] ?? '', isOver ? 0 : part, shares[sentence] ?? 1),
      rating: RATINGS[Math.floor(random() * RATINGS.length)] ?? 'true',
      conclusion: `The records of that year say otherwise, as number ${i} of them shows.`,
      cites: { [sourceOf(i)]: 'supports', [sourceOf(i + 1)]: 'refutes' },
    };
  });
  const sources = Object.fromEntries(
    Array.from({ length: sourceCount }, (_, n) => [
      sourceOf(n),
      { title: `Record number ${n} of the archive`, url: `https://archive.example/records/${n}` },
    ]),
  );
  return JSON.stringify(planFile({ title: 'Workload', paragraphs, annotations: planned, sources }));
}

/** Whole words of a sentence, by share; at least one. */
function partOf(sentence: string, part: number, shares: number): string {
  const words = sentence.split(' ');
  const first = Math.min(words.length - 1, Math.floor((part * words.length) / shares));
  const end = Math.max(first + 1, Math.floor(((part + 1) * words.length) / shares));
  return words.slice(first, end).join(' ');
}

/** The least number of pieces of marked words that a page draws of such a file: one begins where a mark does. */
export function countMarks(file: string): number {
  const { factCheck } = JSON.parse(file) as MarksInFile;
  return new Set(
    factCheck.annotations.flatMap(({ targets }) => targets.map(({ position }) => position.start)),
  ).size;
}

interface MarksInFile {
  readonly factCheck: {
    readonly annotations: readonly {
      readonly targets: readonly { readonly position: { readonly start: number } }[];
    }[];
  };
}
