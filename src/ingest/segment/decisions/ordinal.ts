import { caseAt } from '../characters.ts';
import type { Verdict } from '../decide.ts';
import { type Site, startsSentence } from '../site.ts';
import { wordAt } from '../words.ts';

/** `am 3. Oktober`, `der 2. Weltkrieg`, `Ludwig XIV.`: a numeral with a full stop where the language writes ordinals so. */
export function isOrdinal(site: Site): Verdict {
  const { text, pack, kind, mark, word } = site;
  if (kind !== 'stop' || caseAt(text, mark - 1) === 'lower' || !NUMERAL.test(word)) return undefined;
  if (pack.ordinalNouns.has(wordAt(text, site.lead).toLowerCase())) return 'join';
  if (startsSentence(site)) return undefined;
  const [, lead = ''] = WORD_BEFORE_NUMERAL.exec(text.slice(Math.max(site.start, mark - 16), mark)) ?? [];
  return pack.ordinalLeads.has(lead.toLowerCase()) ? 'join' : undefined;
}

const NUMERAL = /^(?:\d{1,2}|[IVX]+)$/;
const WORD_BEFORE_NUMERAL = /(\S+)\s\S+$/;
