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
  const verb = findVerb(site);
  if (verb === undefined) return 'pass';
  const after = text.slice(verb.end, verb.end + LONGEST_CLAUSE_START);
  // Before a speaker, a full stop stands only in place of the comma: nothing else may follow the verb.
  if (kind !== 'cry') return /^[.,]/.test(after) ? 'join' : 'pass';
  const beginsClause = ASKING.test(verb.word) ? BEGINS_QUESTION : BEGINS_CLAUSE;
  return beginsClause.test(after) ? 'pass' : 'join';
}

const CLOSING_QUOTES = '"”’\'»“‘«';
const LONGEST_CLAUSE_START = 12;
const ASKING = /^(?:ask|inquire|wonder)/;
/** `Doocy asked whether …` and `Psaki said the …` are sentences of their own; `Doocy asked the minister.` is not. */
const BEGINS_QUESTION = /^ (?:whether|if|that|why|how|what|for)\b/;
const BEGINS_CLAUSE = /^ (?:that|the|he|she|they|it|we|there|this|these|no|nobody|such)\b/;

function isTitle({ text, pack, lead }: Site): boolean {
  return abbreviationOf(pack, wordAt(text, lead)) === 'leading';
}

interface Verb {
  readonly word: string;
  readonly end: number;
}

const LONGEST_NAME = 6;

/** The verb of speech behind one to six words of a name; one of them may be a role (`reporter Ann Ode`). */
function findVerb({ text, pack, lead }: Site): Verb | undefined {
  let at = lead;
  let isRole = false;
  for (let words = 0; words <= LONGEST_NAME; words += 1) {
    const word = wordAt(text, at);
    const isCapitalised = caseAt(text, at) === 'upper';
    if (!isRole && words > 0 && pack.speech.has(word)) return { word, end: at + word.length };
    if (word === '' || (isRole && !isCapitalised)) return undefined;
    isRole = !isCapitalised;
    at = skipWordEnd(text, at + word.length);
  }
  return undefined;
}

/** Past the marks that names bear, and the space behind them. */
function skipWordEnd(text: string, at: number): number {
  let end = at;
  while (NAME_MARKS.includes(text.charAt(end) || ' ')) end += 1;
  return text.charAt(end) === ' ' ? end + 1 : end;
}

const NAME_MARKS = ".-'’";
