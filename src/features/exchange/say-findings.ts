import { count } from '../../ui/count-words.ts';
import type { Finding } from './place-annotations.ts';

const WAITS = 'it waits under “Needs a place”';

const WORDS: readonly (readonly [Finding, one: string, several: string])[] = [
  ['exact', 'found exactly', 'found exactly'],
  ['moved', 'found word for word at another place', 'found word for word at another place'],
  [
    'near',
    'found with other spacing, quote marks or punctuation',
    'found with other spacing, quote marks or punctuation',
  ],
  [
    'changed',
    'found with other words in its place: its verdict comes greyed, in doubt',
    'found with other words in their place: their verdicts come greyed, in doubt',
  ],
  [
    'ambiguous',
    `of which it is not certain where it belongs: ${WAITS}`,
    'of which it is not certain where they belong: they wait under “Needs a place”',
  ],
  [
    'orphaned',
    `whose words are not in the article: ${WAITS}`,
    'whose words are not in the article: they wait under “Needs a place”',
  ],
  [
    'no-words',
    `with a position only, and nothing says that it counts this text: ${WAITS}`,
    'with positions only, and nothing says that they count this text: they wait under “Needs a place”',
  ],
  [
    'page-note',
    `about the whole text, not about words in it: ${WAITS}`,
    'about the whole text, not about words in it: they wait under “Needs a place”',
  ],
];

/** What has become of the annotations of a file, a sentence for each state that there is. */
export function sayFindings(findings: ReadonlyMap<Finding, number>): readonly string[] {
  return WORDS.flatMap(([finding, one, several]) => {
    const found = findings.get(finding) ?? 0;
    return found === 0 ? [] : [`${count(found, 'annotation')} ${found === 1 ? one : several}`];
  });
}
