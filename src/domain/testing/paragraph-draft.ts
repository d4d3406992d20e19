import type { DraftArticle } from '../start-fact-check.ts';

/**
 * An article of one paragraph and, unless it is said otherwise, one sentence. Its digest fits no text: where that matters, give
 * the right one.
 */
export function paragraphDraft(text: string, edit: Partial<DraftArticle> = {}): DraftArticle {
  return {
    title: 'A short report',
    retrievedAt: '2026-01-01T00:00:00Z',
    language: 'en',
    direction: 'ltr',
    text,
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
    links: [],
    sentences: [{ start: 0, end: text.length }],
    segmenter: 'test',
    sha256: '0'.repeat(64),
    ...edit,
  };
}
