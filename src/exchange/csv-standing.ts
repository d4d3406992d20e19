import type { Standing } from './judged.ts';

/** What the table of claims says about where an annotation stands. */
export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  here: 'in the text',
  'in-doubt': 'in doubt: its words have changed',
  'no-place': 'no place in this version',
};
