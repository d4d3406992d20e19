import { scaleOf, type FactCheck } from '../../domain/fact-check.ts';
import { formatSeries } from '../../messages/format-series.ts';
import { formatWrittenDate } from '../../messages/formats.ts';
import { quoted } from '../../messages/quoted.ts';
import { type Message, message, say, sayData } from '../../messages/say.ts';
import { describeInstant } from '../../ui/describe-age.ts';

/** What a person calls a field; the field's own name where there is none. */
export function nameField(path: string): string {
  const name = NAMES[path];
  return name ? say(name) : path;
}

/** A field's value in words. A dash stands for nothing. */
export function sayValue(factCheck: FactCheck, path: string, value: unknown): string {
  if (value === undefined || value === null || value === '') return '–';
  if (typeof value !== 'string') return Array.isArray(value) ? sayList(value) : JSON.stringify(value);
  switch (path) {
    case 'ratingId':
      return nameRating(factCheck, value);
    case 'sourceId':
      return factCheck.tables.source.get(value)?.title || value;
    case 'scaleId':
      return factCheck.tables['rating-scale'].get(value)?.name ?? value;
    case 'claim.saidAt':
    case 'publishedAt':
      return formatWrittenDate(value);
    case 'accessedAt':
    case 'decidedAt':
      return describeInstant(value);
    default:
      return CHOICES.has(path) ? sayChoice(value) : value;
  }
}

function sayChoice(value: string): string {
  const words = CHOICE_WORDS[value];
  return words ? say(words) : value.replaceAll('-', ' ');
}

function sayList(list: readonly unknown[]): string {
  return list.length === 0 ? '–' : formatSeries(list.map(sayMember));
}

/** A place is said in its words, an archived copy by its address; of what is not known all is shown. */
function sayMember(member: unknown): string {
  if (typeof member === 'string') return member;
  if (typeof member !== 'object' || member === null) return JSON.stringify(member);
  if ('quote' in member && typeof member.quote === 'object' && member.quote && 'exact' in member.quote)
    return quoted(String(member.quote.exact));
  if ('url' in member) return String(member.url);
  return JSON.stringify(member);
}

function nameRating(factCheck: FactCheck, id: string): string {
  const scales = [scaleOf(factCheck), ...factCheck.tables['rating-scale'].values()];
  return sayData(scales.flatMap(({ ratings }) => ratings).find((rating) => rating.id === id)?.label ?? id);
}

/** Fields whose value is one of a few words of ours. */
const CHOICES: ReadonlySet<string> = new Set([
  'checkability',
  'claim.claimant.kind',
  'claim.kind',
  'confidence',
  'priority',
  'stance',
  'status',
  'tier',
]);

const CHOICE_WORDS: Readonly<Record<string, Message>> = {
  claim: message('claim'),
  'not-checkable': message('not checkable'),
  person: message('person'),
  organisation: message('organisation'),
  substance: message('is it so'),
  attribution: message('did they say it'),
  low: message('low'),
  medium: message('medium'),
  high: message('high'),
  supports: message('supports'),
  refutes: message('refutes'),
  context: message('context', 'stance of a source'),
  mixed: message('mixed'),
  'to-check': message('to check'),
  researching: message('researching'),
  checked: message('checked'),
  approved: message('approved'),
  primary: message('primary'),
  secondary: message('secondary'),
  'fact-check': message('fact check'),
};

const NAMES: Readonly<Record<string, Message>> = {
  accessedAt: message('Accessed'),
  archives: message('Archived copies'),
  articleId: message('Draft', 'of the article'),
  authors: message('Authors'),
  checkability: message('Checkable'),
  'claim.claimant.kind': message('Claimant is'),
  'claim.claimant.name': message('Claimant'),
  'claim.claimant.role': message('Role'),
  'claim.kind': message('Checked is'),
  'claim.saidAt': message('Said', 'when the claimant said it'),
  'claim.statement': message('Claim'),
  conclusion: message('Conclusion'),
  confidence: message('Confidence'),
  kind: message('Kind', 'of a source'),
  locator: message('Place', 'in a source, such as a page'),
  name: message('Name'),
  note: message('Note'),
  priority: message('Priority'),
  publishedAt: message('Published'),
  publisher: message('Publisher'),
  quote: message('Quote'),
  ratingId: message('Verdict'),
  ratings: message('Ratings'),
  reason: message('Reason'),
  role: message('Role'),
  scaleId: message('Rating scale'),
  scaleVersion: message('Version of the scale'),
  sourceId: message('Source'),
  stance: message('Stance'),
  status: message('Status'),
  suggestedWording: message('Suggested wording'),
  tags: message('Tags'),
  targets: message('Words', 'that are marked'),
  tier: message('Tier'),
  title: message('Title'),
  unknowns: message('Unknown', 'what could not be found out'),
  url: message('Address'),
};
