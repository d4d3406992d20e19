import { say } from '../../messages/say.ts';
import type { Finding } from './place-annotations.ts';

const WORDS: readonly (readonly [Finding, (n: number) => string])[] = [
  ['exact', (n) => say('{n, plural, one {# annotation} other {# annotations}} found exactly', { n })],
  [
    'moved',
    (n) =>
      say('{n, plural, one {# annotation} other {# annotations}} found word for word at another place', {
        n,
      }),
  ],
  [
    'by-words',
    (n) =>
      say('{n, plural, one {# annotation found by its words} other {# annotations found by their words}}', {
        n,
      }),
  ],
  [
    'near',
    (n) =>
      say(
        '{n, plural, one {# annotation} other {# annotations}} found with other spacing, quote marks or punctuation',
        { n },
      ),
  ],
  [
    'changed',
    (n) =>
      say(
        '{n, plural, one {# annotation found with other words in its place: its verdict comes greyed, in doubt} other {# annotations found with other words in their place: their verdicts come greyed, in doubt}}',
        { n },
      ),
  ],
  [
    'ambiguous',
    (n) =>
      say(
        '{n, plural, one {# annotation of which it is not certain where it belongs: it waits under “Needs a place”} other {# annotations of which it is not certain where they belong: they wait under “Needs a place”}}',
        { n },
      ),
  ],
  [
    'orphaned',
    (n) =>
      say(
        '{n, plural, one {# annotation whose words are not in the article: it waits under “Needs a place”} other {# annotations whose words are not in the article: they wait under “Needs a place”}}',
        { n },
      ),
  ],
  [
    'no-words',
    (n) =>
      say(
        '{n, plural, one {# annotation with a position only, and nothing says that it counts this text: it waits under “Needs a place”} other {# annotations with positions only, and nothing says that they count this text: they wait under “Needs a place”}}',
        { n },
      ),
  ],
  [
    'page-note',
    (n) =>
      say(
        '{n, plural, one {# annotation about the whole text, not about words in it: it waits under “Needs a place”} other {# annotations about the whole text, not about words in it: they wait under “Needs a place”}}',
        { n },
      ),
  ],
];

/** That a file holds what was removed here by hand. */
export function sayStaysRemoved(n: number): readonly string[] {
  if (n === 0) return [];
  return [
    say(
      '{n, plural, one {# annotation that was removed here: it stays removed, and can be restored below the list} other {# annotations that were removed here: they stay removed, and can be restored below the list}}',
      { n },
    ),
  ];
}

/** The same of sources. */
export function sayRemovedSources(n: number): readonly string[] {
  if (n === 0) return [];
  return [
    say(
      '{n, plural, one {# source that was removed here: it stays removed} other {# sources that were removed here: they stay removed}}',
      { n },
    ),
  ];
}

/** What has become of the annotations of a file, a sentence for each state that there is. */
export function sayFindings(findings: ReadonlyMap<Finding, number>): readonly string[] {
  return WORDS.flatMap(([finding, sayNumber]) => {
    const found = findings.get(finding) ?? 0;
    return found === 0 ? [] : [sayNumber(found)];
  });
}
