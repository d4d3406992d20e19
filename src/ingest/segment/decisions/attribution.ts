import type { Verdict } from '../decide.ts';
import { type Site, startsSentence } from '../site.ts';
import { abbreviationOf, wordAt } from '../words.ts';

/** `"…?" Doocy asked.`: a quotation that ends in a mark of its own, and the speaker named after it. */
export function precedesAttribution(site: Site): Verdict {
  const { text, pack, kind, isClosed, end, next, lead } = site;
  const isQuoted = isClosed && CLOSING_QUOTES.includes(text.charAt(end - 1));
  if (!isQuoted || next !== lead || site.leadCase !== 'upper') return undefined;
  if (startsSentence(site) && !text.startsWith('I ', lead) && !isTitle(site)) return undefined;
  const [said, verb = '', clause = ''] = SPEAKER.exec(text.slice(lead, lead + LONGEST_SPEAKER)) ?? [];
  if (said === undefined || !pack.speech.has(verb)) return undefined;
  // Before a speaker, a full stop stands only in place of the comma: nothing else may follow the verb.
  if (kind !== 'cry') return BEHIND_VERB.includes(text.charAt(lead + said.length)) ? 'join' : undefined;
  // `Doocy asked whether …` and `Psaki said the …` are sentences of their own; `Doocy asked the minister.` is not.
  const beginsClause = verb.startsWith('ask') ? QUESTION : STATEMENT;
  return beginsClause.test(clause) ? undefined : 'join';
}

function isTitle({ text, pack, lead }: Site): boolean {
  return abbreviationOf(pack, wordAt(text, lead)) === 'leading';
}

const CLOSING_QUOTES = '"”’\'»“‘«';
const LONGEST_SPEAKER = 90;
/** One to six words with a capital, a role in lower case among them (`reporter Ann Ode`), a verb and the word after it. */
const SPEAKER = /^(?:(?:[a-z]+ )?[^\sa-z,;:!?"“”«»()][^\s,;:!?"“”«»()]* ){1,6}([a-z]+)(?= ?([a-z]*))/;
const BEHIND_VERB = '.,';
const QUESTION = /^(?:whether|if|that|why|how|what)$/;
const STATEMENT = /^(?:that|the|he|she|they|it|we|there|this|no|nobody)$/;
