/** What can stand before the colon of a term. */
export const QUERY_KEYS = ['verdict', 'status', 'by', 'tag', 'has', 'text'] as const;

export type QueryKey = (typeof QUERY_KEYS)[number];

/** A part of a query: `verdict:false`, or a word or quoted words alone. All parts must hold. */
export interface Term {
  readonly key: QueryKey | null;
  /** Without its quote marks; never empty. */
  readonly value: string;
  /** Where it stands, in UTF-16 units of the query, half-open. */
  readonly start: number;
  readonly end: number;
}

/** A key, then what is in quote marks up to the next one or the end, or letters up to a space. Japanese types a wide colon. */
const TERM = new RegExp(
  `(?:(?<key>${QUERY_KEYS.join('|')})[:：])?(?:["“”„](?<quoted>[^"“”„]*)["“”„]?|(?<plain>[^\\s"“”„]+))`,
  'giu',
);

/**
 * The terms of a query, in their order. Any text is a query: what has no key that is known, such as an address or a time
 * of day, is words, and a key without a value, as while it is being typed, is nothing yet.
 */
export function termsOf(query: string): readonly Term[] {
  const terms: Term[] = [];
  for (const match of query.matchAll(TERM)) {
    const { key, quoted, plain } = match.groups ?? {};
    const value = (quoted ?? plain ?? '').trim();
    if (value === '' || isBareKey(key, value)) continue;
    const name = QUERY_KEYS.find((one) => one === key?.toLowerCase()) ?? null;
    terms.push({ key: name, value, start: match.index, end: match.index + match[0].length });
  }
  return terms;
}

/** The query with this key said once, with this value, or not at all when that is null. The other terms stay. */
export function withTerm(query: string, key: QueryKey, value: string | null): string {
  let rest = query;
  for (const term of termsOf(query).toReversed())
    if (term.key === key) rest = `${rest.slice(0, term.start).trimEnd()} ${rest.slice(term.end).trimStart()}`;
  const others = rest.trim();
  return value === null ? others : `${others} ${termText(key, value)}`.trim();
}

/** A term as it is typed: with quote marks where the value has spaces. A value has no quote marks of its own. */
export function termText(key: QueryKey, value: string): string {
  const words = value
    .replaceAll(/["“”„]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return /\s/.test(words) ? `${key}:"${words}"` : `${key}:${words}`;
}

/** `verdict:` alone looks like a word to the pattern. */
function isBareKey(key: string | undefined, value: string): boolean {
  return key === undefined && QUERY_KEYS.some((one) => [`${one}:`, `${one}：`].includes(value.toLowerCase()));
}
