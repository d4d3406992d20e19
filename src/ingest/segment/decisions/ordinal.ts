import type { Verdict } from '../decide.ts';
import { type Site, startsSentence } from '../site.ts';
import { wordAt } from '../words.ts';

/** `am 3. Oktober`, `der 2. Weltkrieg`, `Ludwig XIV.`: a numeral with a full stop where the language writes ordinals so. */
export function isOrdinal(site: Site): Verdict {
  const { text, pack, kind, word } = site;
  if (kind !== 'stop' || !/^(?:\d{1,2}|[IVX]+)$/.test(word)) return 'pass';
  if (pack.ordinalNouns.has(wordAt(text, site.lead).toLowerCase())) return 'join';
  if (startsSentence(site)) return 'pass';
  const [, lead = ''] =
    WORD_BEFORE_NUMERAL.exec(text.slice(Math.max(site.start, site.mark - 16), site.mark)) ?? [];
  return pack.ordinalLeads.has(lead.toLowerCase()) ? 'join' : 'pass';
}

const WORD_BEFORE_NUMERAL = /(\S+)\s\S+$/;
