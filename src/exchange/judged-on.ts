import type { Standing } from './judged.ts';

/** Of which words a verdict was given, where these are not the words that stand in the article now. */
const ON: Readonly<Record<Exclude<Standing, 'here'>, string>> = {
  'in-doubt': 'other words',
  'no-place': 'these words, which have no place in the article now',
};

const NO_RATING = 'no rating';

/** A verdict on other words is told, and never given as one on these. */
export function sayJudgedOn(standing: Standing, label: string, conclusion: string): string {
  const why = ON[standing === 'no-place' ? 'no-place' : 'in-doubt'];
  return [`Judged on ${why}: ${label || NO_RATING}.`, conclusion]
    .filter((part) => part.trim() !== '')
    .join('\n');
}

interface JudgedOn {
  readonly standing: Standing;
  /** Null where there was no rating. */
  readonly label: string | null;
  readonly conclusion: string;
}

/** What `sayJudgedOn` has said; null for any other words. */
export function readJudgedOn(words: string): JudgedOn | null {
  for (const standing of ['in-doubt', 'no-place'] as const) {
    const opening = `Judged on ${ON[standing]}: `;
    if (!words.startsWith(opening)) continue;
    const [, label, conclusion = ''] = /^([^]*?)\.(?:\n([^]*))?$/.exec(words.slice(opening.length)) ?? [];
    if (label !== undefined) return { standing, label: label === NO_RATING ? null : label, conclusion };
  }
  return null;
}
