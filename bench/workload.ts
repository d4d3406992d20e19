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
 * A fact-check file, the same for the same seed: every annotation has a verdict, a conclusion and two sources. Nine in ten
 * share the text out between them without touching; one in ten lies over the second half of the one before.
 */
export function createWorkload({ units, annotations }: Workload, seed: number): string {
  const random = createRandom(seed);
  const text = createEditedText(units, 0, random);
  const sentences = text.sentences.map(({ start, end }) => text.was.slice(start, end));
  const paragraphs: string[][] = [];
  for (let first = 0; first < sentences.length; first += SENTENCES_IN_PARAGRAPH)
    paragraphs.push(sentences.slice(first, first + SENTENCES_IN_PARAGRAPH));

  const sourceCount = Math.max(2, Math.ceil((annotations * 2) / USES_OF_SOURCE));
  const sourceOf = (n: number): string => `s${n % sourceCount}`;
  const planned = shareOut(sentences, annotations).map(({ sentence, first, end }, i): PlannedAnnotation => ({
    quote: (sentences[sentence] ?? '').split(' ').slice(first, end).join(' '),
    sentence,
    rating: RATINGS[Math.floor(random() * RATINGS.length)] ?? 'true',
    conclusion: `The records of that year say otherwise, as number ${i} of them shows.`,
    cites: { [sourceOf(i)]: 'supports', [sourceOf(i + 1)]: 'refutes' },
  }));
  const sources = Object.fromEntries(
    Array.from({ length: sourceCount }, (_, n) => [
      sourceOf(n),
      { title: `Record number ${n} of the archive`, url: `https://archive.example/records/${n}` },
    ]),
  );
  return JSON.stringify(planFile({ title: 'Workload', paragraphs, annotations: planned, sources }));
}

/** Some words of a sentence, by number; `end` is the first that is not among them. */
interface Words {
  readonly sentence: number;
  readonly first: number;
  readonly end: number;
}

/** Every tenth lies over the one before; the others get a sentence each, or an equal share of one. */
function shareOut(sentences: readonly string[], annotations: number): readonly Words[] {
  const lengths = sentences.map((sentence) => sentence.split(' ').length);
  const apart = annotations - Math.floor(annotations / ONE_OVER_IN);
  const sentenceOf = (n: number): number => Math.floor((n * sentences.length) / apart);
  const shared = Array.from({ length: apart }, (_, n): Words => {
    const sentence = sentenceOf(n);
    const length = lengths[sentence] ?? 1;
    const first = Math.ceil((sentence * apart) / sentences.length);
    const next = Math.ceil(((sentence + 1) * apart) / sentences.length);
    const cut = (part: number): number => Math.floor((part * length) / (next - first));
    return { sentence, first: cut(n - first), end: cut(n - first + 1) };
  });
  return Array.from({ length: annotations }, (_, i): Words => {
    const before = Math.floor(i / ONE_OVER_IN) * (ONE_OVER_IN - 1) + (i % ONE_OVER_IN);
    if (i % ONE_OVER_IN < ONE_OVER_IN - 1) return shared[before] ?? FIRST_WORD;
    const { sentence, first, end } = shared[before - 1] ?? FIRST_WORD;
    return {
      sentence,
      first: Math.floor((first + end) / 2),
      end: Math.min(lengths[sentence] ?? end, end + WORDS_BEYOND),
    };
  });
}

const ONE_OVER_IN = 10;
const WORDS_BEYOND = 2;
const FIRST_WORD: Words = { sentence: 0, first: 0, end: 1 };

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
