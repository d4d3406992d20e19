import type { CarryAnswer } from '../../domain/carry-over.ts';

/** What may be said about an annotation that can't come along by itself, and by which key. */
export const ANSWERS: readonly {
  readonly answer: CarryAnswer;
  readonly label: string;
  readonly key: string;
  readonly needsPlace: boolean;
}[] = [
  { answer: 'still-holds', label: 'Still holds', key: 'h', needsPlace: true },
  { answer: 're-check', label: 'Re-check', key: 'r', needsPlace: true },
  { answer: 'detach', label: 'Detach', key: 'd', needsPlace: false },
  { answer: 'later', label: 'Decide later', key: 'l', needsPlace: false },
];
