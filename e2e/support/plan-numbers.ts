import type { PlannedFactCheck } from './fact-check-file.ts';

const SENTENCES_IN_PARAGRAPH = 5;

/** A fact check of so many annotations, each on a number of its own in a sentence of its own, five to a paragraph. */
export function planNumbers(count: number): PlannedFactCheck {
  const sentences = Array.from({ length: count }, (_, i) => `The count on day ${i} was ${7000 + i} of all.`);
  const paragraphs: string[][] = [];
  for (let i = 0; i < count; i += SENTENCES_IN_PARAGRAPH)
    paragraphs.push(sentences.slice(i, i + SENTENCES_IN_PARAGRAPH));
  return {
    paragraphs,
    annotations: sentences.map((_, i) => ({
      quote: String(7000 + i),
      sentence: i,
      rating: 'true' as const,
      conclusion: `Number ${i} is in the book.`,
      cites: { book: 'supports' as const },
    })),
    sources: { book: { title: 'The book of numbers' } },
  };
}
