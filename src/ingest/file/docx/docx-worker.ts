import { answerPage } from '../../answer-page.ts';
import { readDocument } from './read-document.ts';

answerPage(readDocument);
