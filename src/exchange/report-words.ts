import type { Stance } from '../domain/evidence.ts';
import type { FactCheck } from '../domain/fact-check.ts';
import { say } from '../messages/say.ts';
import { CITATION_STYLES, CREDIT, type CitationStyle } from './cite.ts';
import { ABOUT_THE_ARTICLE, describeLoss, describeLossOfMarks } from './count-loss.ts';
import type { ExportContext, FormatOption } from './format.ts';
import {
  gatherReport,
  type Judgement,
  type ReportClaim,
  type ReportContent,
  type ReportMark,
  type UnplacedClaim,
} from './report-content.ts';
import type { Part } from './part-names.ts';
import { sayDate } from './say-date.ts';
import { sayLost } from './say-loss.ts';

export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  supports: 'For',
  refutes: 'Against',
  mixed: 'For and against',
  context: 'For context',
};

/** What can be set for a report, whatever it is written in. */
export function reportOptions(): readonly FormatOption[] {
  return [
    {
      kind: 'choice',
      id: 'citation-style',
      label: say('Citations'),
      initial: 'apa',
      choices: CITATION_STYLES.map(({ value, label }) => ({ value, label: say(label) })),
      credit: CREDIT,
    },
    {
      kind: 'choice',
      id: 'report-readers',
      label: say('Written for'),
      initial: 'readers',
      choices: [
        { value: 'readers', label: say('Readers') },
        { value: 'editors', label: say('Editors: with the list of suggested wordings') },
      ],
    },
  ];
}

/** What the report says, as the options want it. */
export async function readWish(
  factCheck: FactCheck,
  context: ExportContext,
): Promise<{ readonly content: ReportContent; readonly isForEditors: boolean }> {
  const { options } = context;
  const style: CitationStyle = options['citation-style'] === 'chicago' ? 'chicago' : 'apa';
  return {
    content: await gatherReport(factCheck, style, context),
    isForEditors: options['report-readers'] === 'editors',
  };
}

/** Where the article comes from, line by line. */
export function describeOrigin({
  article,
}: ReportContent): readonly { readonly label: string; readonly words: string }[] {
  const { byline, publisher, url, publishedAt, retrievedAt, replaces, sha256 } = article;
  return [
    { label: 'By', words: byline ?? '' },
    { label: 'Published by', words: publisher ?? '' },
    { label: 'Published', words: sayDate(publishedAt ?? '') },
    { label: 'Address', words: url ?? '' },
    { label: 'Read on', words: sayDate(retrievedAt) },
    { label: 'Version', words: replaces === undefined ? 'first draft checked' : 'a later draft' },
    { label: 'SHA-256 of the text', words: sha256 },
  ].filter(({ words }) => words.trim() !== '');
}

/** "10 of 23 sentences have been looked at…", in a sentence or two. */
export function describeCoverage({ coverage, claims, open, leftOut }: ReportContent): string {
  const { checked, untouched } = coverage;
  const all = checked + coverage.open + coverage['not-checkable'] + untouched;
  const looked = all - untouched;
  const held = `${claims.length === 1 ? '1 claim' : `${claims.length} claims`}${open > 0 ? `, ${open} of them without a verdict yet` : ''}`;
  // Counted on a selection, the sentences would be those that somebody chose and not those that were looked at.
  if (leftOut > 0)
    return `This report is a selection: it holds ${held}. ${leftOut === 1 ? '1 more annotation' : `${leftOut} more annotations`} of the fact check ${leftOut === 1 ? 'is' : 'are'} not in it, so that it does not say how much of the article has been looked at.`;
  return [
    `${looked} of ${all} sentences have been looked at. In ${checked} every claim is checked, in ${coverage.open} one is still open, and ${coverage['not-checkable']} ${coverage['not-checkable'] === 1 ? 'holds' : 'hold'} nothing to check.`,
    `This report holds ${held}.`,
  ].join(' ');
}

export interface Suggestion {
  readonly number: number;
  readonly quote: string;
  readonly wording: string;
  readonly reviewer: string;
}

/** The wordings suggested for the words that stand here now, and a sentence about those made for other words. */
export function listSuggestions({ claims, unplaced }: Pick<ReportContent, 'claims' | 'unplaced'>): {
  readonly suggestions: readonly Suggestion[];
  readonly forOtherWords: string;
} {
  const suggestionsOf = ({ number, quote }: ReportClaim, judgements: readonly Judgement[]) =>
    judgements.flatMap(({ verdict, reviewer }): readonly Suggestion[] => {
      const wording = verdict.suggestedWording?.trim() ?? '';
      return wording === '' ? [] : [{ number, quote, wording, reviewer }];
    });
  const doubted = [...claims, ...unplaced].flatMap((claim) => splitByDoubt(claim)[1]);
  const count = doubted.filter(({ verdict }) => (verdict.suggestedWording?.trim() ?? '') !== '').length;
  return {
    suggestions: claims.flatMap((claim) => suggestionsOf(claim, splitByDoubt(claim)[0])),
    forOtherWords:
      count === 0
        ? ''
        : `${count === 1 ? '1 suggested wording was' : `${count} suggested wordings were`} made for words that have changed since or have no place here, and ${count === 1 ? 'is' : 'are'} not in this list.`,
  };
}

/** What was said about the words that stand here, and what about others. */
export function splitByDoubt({
  judgements,
}: Pick<ReportClaim, 'judgements'>): readonly [
  standing: readonly Judgement[],
  doubted: readonly Judgement[],
] {
  return [judgements.filter(({ isInDoubt }) => !isInDoubt), judgements.filter(({ isInDoubt }) => isInDoubt)];
}

/** Why the verdicts that follow are not on the words of the claim. */
export function sayInDoubt(claim: ReportClaim): string {
  const [standing, doubted] = splitByDoubt(claim);
  const since = `In doubt: the words have changed since ${doubted.length === 1 ? 'this verdict was' : 'these verdicts were'} given`;
  return standing.length === 0
    ? `${since}, and nobody has judged them yet.`
    : `${since}, and nobody has said that ${doubted.length === 1 ? 'it still holds' : 'they still hold'}.`;
}

/** What is said of words in which there is nothing to check: why, and in which older version somebody said so. */
export function describeMark({ reason, judgedDrafts }: ReportMark): readonly string[] {
  return [reason, sayJudgedIn({ judgedDrafts }) ?? ''].filter((words) => words !== '');
}

/** In which older version the words were judged; null where it was the one that is reported on, or nobody has. */
export function sayJudgedIn({ judgedDrafts }: Pick<ReportClaim, 'judgedDrafts'>): string | null {
  const others = judgedDrafts.filter(({ isPresent }) => !isPresent);
  if (others.length === 0) return null;
  const names = others.map(({ number, retrievedAt }) => {
    const name = number === null ? 'another version' : `version ${number}`;
    return retrievedAt === null ? name : `${name} (read on ${sayDate(retrievedAt)})`;
  });
  return `Judged in ${names.join(' and ')} of the article`;
}

/** What is said above the claims that have no place in this version. */
export const UNPLACED =
  'These claims were checked on words that are not in this version of the article. What was found is about those words.';

/** What is said above the words of which somebody said that there is nothing to check. */
export const UNSETTLED =
  'In these words there was nothing to check. They are not in this version of the article, or are others now.';

/**
 * "Said by Jen Psaki, Press Secretary, 26 August 2021", with each part as `write` writes it: in one piece, words from the
 * right would turn round the date. Empty when neither is known who said it nor when.
 */
export function sayClaimant(
  { annotation }: ReportClaim | UnplacedClaim,
  write: (words: string) => string,
): string {
  const { claimant, saidAt } = annotation.claim;
  const who = wordsAmong([claimant?.name, claimant?.role]);
  const said = [...who, ...wordsAmong([sayDate(saidAt ?? '')])].map(write).join(', ');
  return said === '' ? '' : `${who.length === 0 ? 'Said:' : 'Said by'} ${said}`;
}

/** "Ana Checker, fact-checker", in the same way. */
export function sayReviewer(
  { name, role }: ReportContent['reviewers'][number],
  write: (words: string) => string,
): string {
  return wordsAmong([name, role]).map(write).join(', ');
}

function wordsAmong(parts: readonly (string | undefined)[]): readonly string[] {
  return parts.map((part) => part?.trim() ?? '').filter((part) => part !== '');
}

/** What a report can't hold. */
export function describeReportLoss(
  factCheck: FactCheck,
  { references, leftOut }: Pick<ReportContent, 'references' | 'leftOut'>,
  isForEditors: boolean,
): readonly string[] {
  const short = references.map(({ citation }) => citation.isShort);
  return [
    say('A report is for reading: Linecheck can’t open it again.'),
    ...describeLoss(factCheck, isForEditors ? [...IN_A_REPORT, 'wordings'] : IN_A_REPORT, leftOut),
    // Of what is no claim, a report says which words it is about, and why there is nothing to check.
    ...describeLossOfMarks(factCheck, isForEditors ? ['wordings'] : []),
    ...sayLost('report', [
      [
        short.filter(({ authors }) => authors).length,
        (n) =>
          say(
            '{n, plural, one {# list of authors that the style shortens} other {# lists of authors that the style shortens}}',
            { n },
          ),
      ],
      [
        short.filter(({ date }) => date).length,
        (n) =>
          say(
            '{n, plural, one {# date of a source of which the style gives only a part} other {# dates of sources of which the style gives only a part}}',
            { n },
          ),
      ],
    ]),
  ];
}

const IN_A_REPORT: readonly Part[] = [
  ...ABOUT_THE_ARTICLE,
  'decidedAt',
  'definitions',
  'archiveKeepers',
  'archiveDays',
  'plainArchives',
  'judgedDrafts',
  'notCheckable',
  'otherVerdicts',
  'statements',
  'attributions',
  'claimants',
  'claimantRoles',
  'saidAt',
  'reasons',
  'reviewers',
  'roles',
  'doubtedConfidences',
  'doubtedUnknowns',
  'authors',
  'publishers',
  'published',
  'accessed',
  'plainAddresses',
  'conclusions',
  'confidences',
  'unknowns',
  'stances',
  'quotes',
  'locators',
  'evidenceNotes',
  'cited',
  'archives',
  'furtherArchives',
];
