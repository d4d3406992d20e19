import { caseAt } from '../characters.ts';
import type { Verdict } from '../decide.ts';
import { type Site, startsSentence } from '../site.ts';
import { abbreviationOf, wordAt } from '../words.ts';

/** `"…?" Doocy asked.`: a quotation that ends in a mark of its own, and the speaker named after it. */
export function precedesAttribution(site: Site): Verdict {
  const { text, pack, kind, isClosed, end, next, lead } = site;
  const isQuoted = isClosed && CLOSING_QUOTES.includes(text.charAt(end - 1));
  if (!isQuoted || next !== lead || site.leadCase !== 'upper' || pack.speech.size === 0) return 'pass';
  const isPronounI = text.startsWith('I ', lead);
  if (!isPronounI && startsSentence(site) && !isTitle(site)) return 'pass';
  const verb = skipName(site);
  if (verb === undefined) return 'pass';
  const after = text.slice(verb.end, verb.end + LONGEST_CLAUSE_START);
  // Before a speaker, a full stop stands only in place of the comma: nothing else may follow the verb.
  if (kind !== 'cry') return /^[.,]/.test(after) ? 'join' : 'pass';
  return BEGINS_CLAUSE.test(after) ? 'pass' : 'join';
}

const CLOSING_QUOTES = '"”’\'»“‘«';
const LONGEST_CLAUSE_START = 12;
/** `Psaki said the …`, `Doocy asked whether …` are sentences of their own. */
const BEGINS_CLAUSE = /^ (?:that|the|he|she|they|it|we|there|this|these|whether|if|no|nobody|such)\b/;

function isTitle({ text, pack, lead }: Site): boolean {
  return abbreviationOf(pack, wordAt(text, lead)) === 'leading';
}

const LONGEST_NAME = 6;

/** The verb of speech behind one to six capitalised words. */
function skipName({ text, pack, lead }: Site): { readonly end: number } | undefined {
  let at = lead;
  for (let words = 0; words <= LONGEST_NAME; words += 1) {
    const word = wordAt(text, at);
    if (words > 0 && pack.speech.has(word)) return { end: at + word.length };
    if (word === '' || caseAt(text, at) !== 'upper') return undefined;
    at += word.length;
    while (NAME_MARKS.includes(text.charAt(at) || ' ')) at += 1;
    if (text.charAt(at - 1) !== '-' && text.charAt(at - 1) !== '’' && text.charAt(at - 1) !== "'") {
      if (text.charAt(at) !== ' ') return undefined;
      at += 1;
    }
  }
  return undefined;
}

const NAME_MARKS = ".-'’";
