import { articleOf, type FactCheck } from '../domain/fact-check.ts';
import { verdictsOf } from '../domain/lookup.ts';
import { sayLeftOut, sayLost, type Lost } from './say-loss.ts';

/** What a fact check has and a format may be unable to hold. */
export type Part = keyof ReturnType<typeof countParts>;

/**
 * What of this very fact check a format loses that holds only the `kept` parts. `where` ends the sentence: "the CSV
 * files". Texts that are empty are nothing that could be lost.
 */
export function describeLoss(
  factCheck: FactCheck,
  where: string,
  kept: readonly Part[],
  leftOut: number,
): readonly string[] {
  const lost = Object.entries(countParts(factCheck)).filter(([part]) => !kept.some((one) => one === part));
  return [
    ...sayLeftOut(leftOut),
    ...sayLost(
      where,
      lost.map(([, count]) => count),
    ),
  ];
}

/** The same for a format that holds the sources alone, and of these all but `lost`. */
export function describeLossBesidesSources(
  factCheck: FactCheck,
  lost: readonly Part[],
  leftOut: number,
): readonly string[] {
  const kept = ABOUT_SOURCES.filter((part) => !lost.includes(part));
  return [
    'Only the sources are in the file: not the article, no claim and no verdict.',
    ...describeLoss(factCheck, 'the file', [...kept, ...JUDGEMENTS], leftOut),
  ];
}

const ABOUT_SOURCES: readonly Part[] = ['cited', 'uncited', 'sourceNotes', 'archives'];

/** Said in one sentence already. */
const JUDGEMENTS: readonly Part[] = [
  'notCheckable',
  'otherVerdicts',
  'statements',
  'attributions',
  'claimants',
  'tags',
  'priorities',
  'conclusions',
  'confidences',
  'wordings',
  'unknowns',
  'foreign',
  'history',
  'drafts',
  'statuses',
  'links',
];

function countParts(factCheck: FactCheck) {
  const { annotation, verdict, evidence, source } = factCheck.tables;
  const annotations = [...annotation.values()];
  const claims = annotations.filter(({ checkability }) => checkability === 'claim');
  const verdicts = [...verdict.values()];
  const links = [...evidence.values()];
  const sources = [...source.values()];
  const cited = new Set(links.map(({ sourceId }) => sourceId));
  const has = (text: string | undefined): boolean => (text?.trim() ?? '') !== '';
  return {
    notCheckable: [
      annotations.length - claims.length,
      'mark that nothing is to be checked',
      'marks that nothing is to be checked',
    ],
    otherVerdicts: [
      annotations.reduce((sum, { id }) => sum + Math.max(0, verdictsOf(factCheck, id).length - 1), 0),
      'verdict of another reviewer',
      'verdicts of other reviewers',
    ],
    statements: [
      annotations.filter(({ claim }) => has(claim.statement)).length,
      'claim as checked',
      'claims as checked',
    ],
    attributions: [
      claims.filter(({ claim }) => claim.kind === 'attribution').length,
      'mark that only who said it is checked',
      'marks that only who said it is checked',
    ],
    claimants: [annotations.filter(({ claim }) => claim.claimant).length, 'claimant'],
    tags: [annotations.reduce((sum, { tags }) => sum + tags.length, 0), 'tag'],
    priorities: [annotations.filter(({ priority }) => priority).length, 'priority', 'priorities'],
    conclusions: [verdicts.filter(({ conclusion }) => has(conclusion)).length, 'conclusion'],
    confidences: [verdicts.filter(({ confidence }) => confidence).length, 'confidence'],
    wordings: [verdicts.filter(({ suggestedWording }) => has(suggestedWording)).length, 'suggested wording'],
    unknowns: [
      verdicts.filter(({ unknowns }) => has(unknowns)).length,
      'note on what is not known',
      'notes on what is not known',
    ],
    stances: [links.length, 'stance'],
    quotes: [links.filter(({ quote }) => has(quote)).length, 'quoted passage'],
    locators: [links.filter(({ locator }) => has(locator)).length, 'place in a source', 'places in sources'],
    evidenceNotes: [links.filter(({ note }) => has(note)).length, 'note on evidence', 'notes on evidence'],
    cited: [cited.size, 'source'],
    uncited: [
      sources.filter(({ id }) => !cited.has(id)).length,
      'source that nothing cites',
      'sources that nothing cites',
    ],
    archives: [
      sources.filter(({ archives }) => archives.length > 0).length,
      'archived copy',
      'archived copies',
    ],
    furtherArchives: [
      sources.reduce((sum, { archives }) => sum + Math.max(0, archives.length - 1), 0),
      'further archived copy',
      'further archived copies',
    ],
    sourceNotes: [sources.filter(({ note }) => has(note)).length, 'note on a source', 'notes on sources'],
    history: [factCheck.tables.history.size, 'entry of the history', 'entries of the history'],
    drafts: [Math.max(0, factCheck.tables.article.size - 1), 'other draft'],
    statuses: [annotations.length, 'work status', 'work statuses'],
    links: [articleOf(factCheck).links.length, 'link of the article', 'links of the article'],
    tiers: [sources.filter(({ tier }) => tier !== undefined).length, 'rank of a source', 'ranks of sources'],
    foreign: [
      annotations.filter(({ foreign }) => foreign !== undefined).length,
      'remainder of another tool',
      'remainders of other tools',
    ],
  } satisfies Readonly<Record<string, Lost>>;
}
