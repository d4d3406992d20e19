import { answerPage } from './answer-page.ts';
import { readMarkdown } from './markdown.ts';

answerPage((markdown: string) => readMarkdown(markdown));
