import type { Block, Range } from '../domain/article.ts';
import { answerPage } from './answer-page.ts';
import { findSentences } from './find-sentences.ts';
import type { LaidOutText } from './laid-out-text.ts';
import { readPlainText } from './plain-text.ts';

/** A text to be laid out, or one that is laid out already and wants its sentences. */
export type TextRequest =
  | { readonly kind: 'plain' | 'markdown'; readonly text: string }
  | {
      readonly kind: 'sentences';
      readonly text: string;
      readonly blocks: readonly Block[];
      readonly language: string;
    };

export type TextAnswer<Request extends TextRequest> = Request['kind'] extends 'sentences'
  ? readonly Range[]
  : LaidOutText;

answerPage((request: TextRequest, onProgress): Promise<LaidOutText> | LaidOutText | readonly Range[] => {
  switch (request.kind) {
    case 'plain':
      return readPlainText(request.text);
    case 'markdown':
      return layOutMarkdown(request.text);
    case 'sentences':
      return sentencesOf(request, onProgress);
  }
});

async function layOutMarkdown(text: string): Promise<LaidOutText> {
  return (await import('./markdown.ts')).readMarkdown(text);
}

/** Tells of every percent, which is as often as there is something to see. */
function sentencesOf(
  { text, blocks, language }: TextRequest & { readonly kind: 'sentences' },
  onProgress: (share: number) => void,
): readonly Range[] {
  const steps = findSentences(text, blocks, language);
  let told = 0;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (step.value < told + 0.01) continue;
    told = step.value;
    onProgress(told);
  }
}
