import type { Annotation } from '../domain/annotation.ts';
import { isInDoubt, isVerdictInDoubt } from '../domain/doubt.ts';
import { articleOf, type FactCheck } from '../domain/fact-check.ts';
import { linkTarget } from '../domain/link.ts';
import { verdictsOf } from '../domain/lookup.ts';
import { isPlacedIn } from '../domain/placed-annotations.ts';
import type { Verdict } from '../domain/verdict.ts';
import { sayCounts, sayLeftOut, sayLost, type Lost } from './say-loss.ts';

/** What a fact check has and a format may be unable to hold. */
export type Part = keyof ReturnType<typeof countParts>;

/**
 * What of this very fact check a format loses that holds only the `kept` parts: a line for each thing that they are told
 * of. Texts that are empty are nothing that could be lost.
 */
export function describeLoss(
  factCheck: FactCheck,
  kept: readonly Part[],
  leftOut: number,
): readonly string[] {
  const implied = kept.includes('cited') ? [] : DETAILS_OF_SOURCES;
  const held = new Set<Part>([...kept, ...implied]);
  const counts = countParts(factCheck);
  return [
    ...sayLeftOut(leftOut),
    ...SUBJECTS.flatMap(([subject, parts]) =>
      sayCounts(
        subject,
        parts.filter((part) => !held.has(part)).map((part) => counts[part]),
      ),
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
    ...describeLoss(factCheck, [...kept, ...JUDGEMENTS], leftOut),
  ];
}

/**
 * The sentence about what was concluded of annotations that are not in the file, and what was cited for them, for a format
 * that writes some of them. `told` are those of which another sentence tells the conclusion.
 */
export function sayUnwritten(
  factCheck: FactCheck,
  written: readonly Annotation[],
  told: readonly Annotation[],
): readonly string[] {
  const here = new Set(written.map(({ id }) => id));
  const known = new Set([...here, ...told.map(({ id }) => id)]);
  const { evidence, verdict } = factCheck.tables;
  const concluded = [...verdict.values()].filter(({ conclusion }) => conclusion.trim() !== '');
  const conclusions = concluded.filter(({ annotationId }) => !known.has(annotationId)).length;
  const links = [...evidence.values()].filter(({ annotationId }) => !here.has(annotationId)).length;
  return sayLost('the file', [
    [conclusions, 'conclusion on what is not there', 'conclusions on what is not there'],
    [links, 'piece of evidence for what is not there', 'pieces of evidence for what is not there'],
  ]);
}

/** What is told of a source: whoever hears that the source is lost need not hear of these. */
const DETAILS_OF_SOURCES: readonly Part[] = [
  'authors',
  'publishers',
  'published',
  'accessed',
  'kinds',
  'plainAddresses',
];

const ABOUT_SOURCES: readonly Part[] = [...DETAILS_OF_SOURCES, 'cited', 'uncited', 'sourceNotes', 'archives'];

/** Said in one sentence already. */
const JUDGEMENTS: readonly Part[] = [
  'notCheckable',
  'otherVerdicts',
  'statements',
  'attributions',
  'claimants',
  'claimantRoles',
  'saidAt',
  'reasons',
  'doubtedReasons',
  'reviewers',
  'roles',
  'doubtedConfidences',
  'doubtedWordings',
  'doubtedUnknowns',
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

/** What is told of what, in the order in which it is said. */
const SUBJECTS: readonly (readonly [subject: string, parts: readonly Part[]])[] = [
  [
    'Claims',
    [
      'notCheckable',
      'statements',
      'attributions',
      'claimants',
      'claimantRoles',
      'saidAt',
      'reasons',
      'doubtedReasons',
      'tags',
      'priorities',
      'statuses',
    ],
  ],
  [
    'Verdicts',
    [
      'otherVerdicts',
      'conclusions',
      'confidences',
      'doubtedConfidences',
      'wordings',
      'doubtedWordings',
      'unknowns',
      'doubtedUnknowns',
      'reviewers',
      'roles',
    ],
  ],
  ['Evidence', ['stances', 'quotes', 'locators', 'evidenceNotes']],
  [
    'Sources',
    [
      'cited',
      'uncited',
      'archives',
      'furtherArchives',
      'authors',
      'publishers',
      'published',
      'accessed',
      'kinds',
      'plainAddresses',
      'sourceNotes',
      'tiers',
    ],
  ],
  ['Also', ['links', 'drafts', 'history', 'foreign']],
];

function countParts(factCheck: FactCheck) {
  const { annotation, verdict, evidence, source } = factCheck.tables;
  const annotations = [...annotation.values()];
  const claims = annotations.filter(({ checkability }) => checkability === 'claim');
  const verdicts = [...verdict.values()];
  const links = [...evidence.values()];
  const sources = [...source.values()];
  const cited = new Set(links.map(({ sourceId }) => sourceId));
  const article = articleOf(factCheck);
  const isOnItsWords = (one: Verdict): boolean => {
    const about = annotation.get(one.annotationId);
    return about !== undefined && isPlacedIn(article, about) && !isVerdictInDoubt(about, one);
  };
  const standing = verdicts.filter(isOnItsWords);
  const doubted = verdicts.filter((one) => !isOnItsWords(one));
  const isMarkedHere = (one: Annotation): boolean =>
    one.checkability === 'not-checkable' && isPlacedIn(article, one) && !isInDoubt(factCheck, one);
  const reasons = annotations.filter(({ reason }) => (reason?.trim() ?? '') !== '');
  const speaking = new Set(verdicts.map(({ reviewerId }) => reviewerId));
  const people = [...factCheck.tables.reviewer.values()].filter(({ id }) => speaking.has(id));
  const used = sources.filter(({ id }) => cited.has(id));
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
    claimantRoles: [
      annotations.filter(({ claim }) => has(claim.claimant?.role)).length,
      'role of a claimant',
      'roles of claimants',
    ],
    saidAt: [
      annotations.filter(({ claim }) => has(claim.saidAt)).length,
      'time at which something was said',
      'times at which something was said',
    ],
    reasons: [
      reasons.filter(isMarkedHere).length,
      'reason for nothing to check',
      'reasons for nothing to check',
    ],
    doubtedReasons: [
      reasons.filter((one) => !isMarkedHere(one)).length,
      'reason for nothing to check in other words than stand here',
      'reasons for nothing to check in other words than stand here',
    ],
    reviewers: [people.filter(({ name }) => has(name)).length, 'name of a reviewer', 'names of reviewers'],
    roles: [people.filter(({ role }) => has(role)).length, 'role of a reviewer', 'roles of reviewers'],
    tags: [annotations.reduce((sum, { tags }) => sum + tags.length, 0), 'tag'],
    priorities: [annotations.filter(({ priority }) => priority).length, 'priority', 'priorities'],
    conclusions: [verdicts.filter(({ conclusion }) => has(conclusion)).length, 'conclusion'],
    confidences: [standing.filter(({ confidence }) => confidence).length, 'confidence'],
    doubtedConfidences: [
      doubted.filter(({ confidence }) => confidence).length,
      'confidence in a verdict on other words than stand here',
      'confidences in verdicts on other words than stand here',
    ],
    wordings: [standing.filter(({ suggestedWording }) => has(suggestedWording)).length, 'suggested wording'],
    doubtedWordings: [
      doubted.filter(({ suggestedWording }) => has(suggestedWording)).length,
      'wording suggested for other words than stand here',
      'wordings suggested for other words than stand here',
    ],
    unknowns: [
      standing.filter(({ unknowns }) => has(unknowns)).length,
      'note on what is not known',
      'notes on what is not known',
    ],
    doubtedUnknowns: [
      doubted.filter(({ unknowns }) => has(unknowns)).length,
      'note on what was not known of other words than stand here',
      'notes on what was not known of other words than stand here',
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
    authors: [used.filter(({ authors }) => authors.some(has)).length, 'list of authors', 'lists of authors'],
    publishers: [
      used.filter(({ publisher }) => has(publisher)).length,
      'publisher of a source',
      'publishers of sources',
    ],
    published: [
      used.filter(({ publishedAt }) => has(publishedAt)).length,
      'date of a source',
      'dates of sources',
    ],
    accessed: [
      used.filter(({ accessedAt }) => accessedAt !== null).length,
      'day on which a source was looked at',
      'days on which sources were looked at',
    ],
    kinds: [used.length, 'kind of a source', 'kinds of sources'],
    plainAddresses: [
      used.filter(({ url }) => has(url) && linkTarget(url ?? '') === null).length,
      'address that is no link',
      'addresses that are no links',
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
