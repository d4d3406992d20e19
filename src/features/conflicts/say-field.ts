import { scaleOf, type FactCheck } from '../../domain/fact-check.ts';

/** What a person calls a field; the field's own name where there is none. */
export function nameField(path: string): string {
  return NAMES[path] ?? path;
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
    default:
      return CHOICES.has(path) ? value.replaceAll('-', ' ') : value;
  }
}

function sayList(list: readonly unknown[]): string {
  return list.length === 0 ? '–' : list.map(sayMember).join(', ');
}

/** A place is said in its words, an archived copy by its address; of what is not known all is shown. */
function sayMember(member: unknown): string {
  if (typeof member === 'string') return member;
  if (typeof member !== 'object' || member === null) return JSON.stringify(member);
  if ('quote' in member && typeof member.quote === 'object' && member.quote && 'exact' in member.quote)
    return `“${String(member.quote.exact)}”`;
  if ('url' in member) return String(member.url);
  return JSON.stringify(member);
}

function nameRating(factCheck: FactCheck, id: string): string {
  const scales = [scaleOf(factCheck), ...factCheck.tables['rating-scale'].values()];
  return scales.flatMap(({ ratings }) => ratings).find((rating) => rating.id === id)?.label ?? id;
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

const NAMES: Readonly<Record<string, string>> = {
  accessedAt: 'Accessed',
  archives: 'Archived copies',
  articleId: 'Draft',
  authors: 'Authors',
  checkability: 'Checkable',
  'claim.claimant.kind': 'Claimant is',
  'claim.claimant.name': 'Claimant',
  'claim.claimant.role': 'Role',
  'claim.kind': 'Checked is',
  'claim.saidAt': 'Said',
  'claim.statement': 'Claim',
  conclusion: 'Conclusion',
  confidence: 'Confidence',
  kind: 'Kind',
  locator: 'Place',
  name: 'Name',
  note: 'Note',
  priority: 'Priority',
  publishedAt: 'Published',
  publisher: 'Publisher',
  quote: 'Quote',
  ratingId: 'Verdict',
  ratings: 'Ratings',
  reason: 'Reason',
  role: 'Role',
  scaleId: 'Rating scale',
  scaleVersion: 'Version of the scale',
  sourceId: 'Source',
  stance: 'Stance',
  status: 'Status',
  suggestedWording: 'Suggested wording',
  tags: 'Tags',
  targets: 'Words',
  tier: 'Tier',
  title: 'Title',
  unknowns: 'Unknown',
  url: 'Address',
};
