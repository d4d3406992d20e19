import type { CarryAnswer } from '../../domain/carry-over.ts';
import { message, type Message } from '../../messages/say.ts';

/** What may be said about an annotation that can't come along by itself, and by which key. */
export const ANSWERS: readonly {
  readonly answer: CarryAnswer;
  readonly label: Message;
  readonly key: string;
  readonly needsPlace: boolean;
}[] = [
  { answer: 'still-holds', label: message('Still holds'), key: 'h', needsPlace: true },
  { answer: 're-check', label: message('Re-check'), key: 'r', needsPlace: true },
  { answer: 'detach', label: message('Detach'), key: 'd', needsPlace: false },
  { answer: 'later', label: message('Decide later'), key: 'l', needsPlace: false },
];
