import { isSpace } from '../characters.ts';
import type { Verdict } from '../decide.ts';
import { type Site, startsSentence } from '../site.ts';
import { wordAt } from '../words.ts';

/** `am 3. Oktober`, `der 2. Weltkrieg`, `Ludwig XIV.`: a numeral with a full stop where the language writes ordinals so. */
export function isOrdinal(site: Site): Verdict {
  const { text, pack, kind, word } = site;
  if (kind !== 'stop' || pack.ordinalNouns.size === 0 || !/^(?:\d{1,2}|[IVX]+)$/.test(word)) return 'pass';
  if (pack.ordinalNouns.has(wordAt(text, site.lead).toLowerCase())) return 'join';
  if (startsSentence(site)) return 'pass';
  return pack.ordinalLeads.has(wordBeforeNumeral(site).toLowerCase()) ? 'join' : 'pass';
}

function wordBeforeNumeral({ text, mark, word, start }: Site): string {
  const end = mark - word.length - 1;
  let begin = end;
  while (begin > start && end - begin < 16 && !isSpace(text.charCodeAt(begin - 1))) begin -= 1;
  return text.slice(Math.max(begin, start), Math.max(end, start));
}
