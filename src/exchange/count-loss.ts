import type { Annotation } from '../domain/annotation.ts';
import { isInDoubt, isVerdictInDoubt, saysSomething } from '../domain/doubt.ts';
import { articleOf, headOf, type FactCheck } from '../domain/fact-check.ts';
import { hasRemainder } from '../domain/heard.ts';
import { createJudgedDrafts } from '../domain/judged-draft.ts';
import { linkTarget } from '../domain/link.ts';
import { verdictsOf } from '../domain/lookup.ts';
import { isPlacedIn } from '../domain/placed-annotations.ts';
import type { Id } from '../domain/record.ts';
import { selectAnnotations } from '../domain/select-annotations.ts';
import type { Verdict } from '../domain/verdict.ts';
import { message, say, type Message } from '../messages/say.ts';
import { PART_NAMES, type Part } from './part-names.ts';
import { sayCounts, sayLeftOut, sayLost, type Lost } from './say-loss.ts';

/**
 * What of this very fact check a format loses that holds only the `kept` parts: a line for each thing that they are told
 * of. Texts that are empty are nothing that could be lost.
 */
export function describeLoss(
  factCheck: FactCheck,
  kept: readonly Part[],
  leftOut: number,
): readonly string[] {
  const impliedOfSources = kept.includes('cited') ? [] : DETAILS_OF_SOURCES;
  const impliedOfArchives = kept.includes('archives') ? [] : DETAILS_OF_ARCHIVES;
  const held = new Set<Part>([...kept, ...impliedOfSources, ...impliedOfArchives]);
  const counts = countParts(factCheck);
  return [
    ...sayLeftOut(leftOut),
    ...SUBJECTS.flatMap(([subject, parts]) =>
      sayCounts(
        subject,
        parts.filter((part) => !held.has(part)).map((part): Lost => [counts[part], PART_NAMES[part]]),
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
    say('Only the sources are in the file: not the article, no claim and no verdict.'),
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
  return sayLost('file', [
    [
      conclusions,
      (n) =>
        say(
          '{n, plural, one {# conclusion on what is not there} other {# conclusions on what is not there}}',
          { n },
        ),
    ],
    [
      links,
      (n) =>
        say(
          '{n, plural, one {# piece of evidence for what is not there} other {# pieces of evidence for what is not there}}',
          { n },
        ),
    ],
  ]);
}

/**
 * What was said of words in which nothing is to be checked, for a format that says of them no more than why, as a line; none
 * when nothing was. A source is told of where nothing else cites it; `more` are parts that are not told of elsewhere.
 */
export function describeLossOfMarks(factCheck: FactCheck, more: readonly Part[]): readonly string[] {
  const { annotation, evidence } = factCheck.tables;
  const isClaim = (id: Id): boolean => annotation.get(id)?.checkability === 'claim';
  const marks = selectAnnotations(factCheck, new Set([...annotation.keys()].filter((id) => !isClaim(id))));
  const counts = countParts(marks);
  const cited = new Set(
    [...evidence.values()]
      .filter(({ annotationId }) => isClaim(annotationId))
      .map(({ sourceId }) => sourceId),
  );
  const only = new Set([...marks.tables.evidence.values()].map(({ sourceId }) => sourceId));
  for (const id of cited) only.delete(id);
  return sayCounts(message('What is no claim'), [
    ...[...OF_A_MARK, ...more].map((part): Lost => [counts[part], PART_NAMES[part]]),
    [only.size, PART_NAMES.cited],
  ]);
}

/** What an annotation may have, be it a claim or not. */
const OF_A_MARK = [
  'statements',
  'claimants',
  'claimantRoles',
  'saidAt',
  'verdicts',
  'conclusions',
  'confidences',
  'doubtedConfidences',
  'unknowns',
  'doubtedUnknowns',
  'stances',
  'quotes',
  'locators',
  'evidenceNotes',
] as const satisfies readonly Part[];

/** What is told of a source: whoever hears that the source is lost need not hear of these. */
const DETAILS_OF_SOURCES: readonly Part[] = [
  'authors',
  'publishers',
  'published',
  'accessed',
  'kinds',
  'plainAddresses',
];

const ABOUT_SOURCES: readonly Part[] = [
  ...DETAILS_OF_SOURCES,
  'cited',
  'uncited',
  'sourceNotes',
  'archives',
  'archiveKeepers',
  'plainArchives',
];

/** What is told of an archived copy: not told where the copy itself is lost. */
const DETAILS_OF_ARCHIVES: readonly Part[] = ['archiveKeepers', 'archiveDays', 'plainArchives'];

/** What is told of the article beside its text. */
export const ABOUT_THE_ARTICLE = [
  'articleTitle',
  'byline',
  'articlePublisher',
  'articleAddress',
  'articlePublished',
  'retrieved',
  'language',
] as const satisfies readonly Part[];

/** Said in one sentence already. */
const JUDGEMENTS: readonly Part[] = [
  ...ABOUT_THE_ARTICLE,
  'markedAt',
  'markedBy',
  'carried',
  'decidedAt',
  'definitions',
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
  'judgedDrafts',
  'statuses',
  'links',
];

/** What is told of what, in the order in which it is said. */
const SUBJECTS: readonly (readonly [subject: Message, parts: readonly Part[]])[] = [
  [message('Article'), ABOUT_THE_ARTICLE],
  [
    message('Claims'),
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
      'markedAt',
      'markedBy',
      'carried',
    ],
  ],
  [
    message('Verdicts'),
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
      'decidedAt',
      'definitions',
    ],
  ],
  [message('Evidence'), ['stances', 'quotes', 'locators', 'evidenceNotes']],
  [
    message('Sources'),
    [
      'cited',
      'uncited',
      'archives',
      'furtherArchives',
      'archiveKeepers',
      'archiveDays',
      'plainArchives',
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
  [message('Also'), ['links', 'drafts', 'judgedDrafts', 'history', 'foreign']],
];

function countParts(factCheck: FactCheck): Readonly<Record<Part, number>> {
  const { annotation, verdict, evidence, source } = factCheck.tables;
  const annotations = [...annotation.values()];
  const claims = annotations.filter(({ checkability }) => checkability === 'claim');
  const verdicts = [...verdict.values()];
  const links = [...evidence.values()];
  const sources = [...source.values()];
  const cited = new Set(links.map(({ sourceId }) => sourceId));
  const article = articleOf(factCheck);
  const judgedDraftsOf = createJudgedDrafts(factCheck);
  const isOnItsWords = (one: Verdict): boolean => {
    const about = annotation.get(one.annotationId);
    return about !== undefined && isPlacedIn(article, about) && !isVerdictInDoubt(about, one);
  };
  const standing = verdicts.filter(isOnItsWords);
  const areOnTheirWords = new Set(standing);
  const doubted = verdicts.filter((one) => !areOnTheirWords.has(one));
  const isMarkedHere = (one: Annotation): boolean =>
    one.checkability === 'not-checkable' && isPlacedIn(article, one) && !isInDoubt(factCheck, one);
  const reasons = annotations.filter(({ reason }) => (reason?.trim() ?? '') !== '');
  const speaking = new Set(verdicts.map(({ reviewerId }) => reviewerId));
  const people = [...factCheck.tables.reviewer.values()].filter(({ id }) => speaking.has(id));
  const nameOf = (id: Id | null): string | undefined => factCheck.tables.reviewer.get(id ?? '')?.name;
  const used = sources.filter(({ id }) => cited.has(id));
  const has = (text: string | undefined): boolean => (text?.trim() ?? '') !== '';
  const archives = sources.flatMap((one) => one.archives);
  const scales = new Set([headOf(factCheck).scaleId, ...verdicts.map(({ scaleId }) => scaleId)]);
  return {
    articleTitle: Number(has(article.title)),
    byline: Number(has(article.byline)),
    articlePublisher: Number(has(article.publisher)),
    articleAddress: Number(has(article.url)),
    articlePublished: Number(has(article.publishedAt)),
    retrieved: 1,
    language: 1,
    markedAt: annotations.length,
    markedBy: annotations.filter(({ createdBy }) => has(nameOf(createdBy))).length,
    carried: annotations.filter(({ carried }) => carried && carried.decision !== 'undecided').length,
    decidedAt: verdicts.filter(saysSomething).length,
    definitions: [...factCheck.tables['rating-scale'].values()]
      .filter(({ id }) => scales.has(id))
      .reduce((sum, { ratings }) => sum + ratings.filter(({ definition }) => has(definition)).length, 0),
    archiveKeepers: archives.filter(({ provider }) => has(provider)).length,
    archiveDays: archives.filter(({ capturedAt }) => has(capturedAt)).length,
    plainArchives: archives.filter(({ url }) => linkTarget(url) === null).length,
    notCheckable: annotations.length - claims.length,
    verdicts: verdicts.filter(saysSomething).length,
    otherVerdicts: annotations.reduce(
      (sum, { id }) => sum + Math.max(0, verdictsOf(factCheck, id).length - 1),
      0,
    ),
    statements: annotations.filter(({ claim }) => has(claim.statement)).length,
    attributions: claims.filter(({ claim }) => claim.kind === 'attribution').length,
    claimants: annotations.filter(({ claim }) => claim.claimant).length,
    claimantRoles: annotations.filter(({ claim }) => has(claim.claimant?.role)).length,
    saidAt: annotations.filter(({ claim }) => has(claim.saidAt)).length,
    reasons: reasons.filter(isMarkedHere).length,
    doubtedReasons: reasons.filter((one) => !isMarkedHere(one)).length,
    reviewers: people.filter(({ name }) => has(name)).length,
    roles: people.filter(({ role }) => has(role)).length,
    tags: annotations.reduce((sum, { tags }) => sum + tags.length, 0),
    priorities: annotations.filter(({ priority }) => priority).length,
    conclusions: verdicts.filter(({ conclusion }) => has(conclusion)).length,
    confidences: standing.filter(({ confidence }) => confidence).length,
    doubtedConfidences: doubted.filter(({ confidence }) => confidence).length,
    wordings: standing.filter(({ suggestedWording }) => has(suggestedWording)).length,
    doubtedWordings: doubted.filter(({ suggestedWording }) => has(suggestedWording)).length,
    unknowns: standing.filter(({ unknowns }) => has(unknowns)).length,
    doubtedUnknowns: doubted.filter(({ unknowns }) => has(unknowns)).length,
    stances: links.length,
    quotes: links.filter(({ quote }) => has(quote)).length,
    locators: links.filter(({ locator }) => has(locator)).length,
    evidenceNotes: links.filter(({ note }) => has(note)).length,
    cited: cited.size,
    uncited: sources.filter(({ id }) => !cited.has(id)).length,
    archives: sources.filter((one) => one.archives.length > 0).length,
    furtherArchives: sources.reduce((sum, one) => sum + Math.max(0, one.archives.length - 1), 0),
    authors: used.filter(({ authors }) => authors.some(has)).length,
    publishers: used.filter(({ publisher }) => has(publisher)).length,
    published: used.filter(({ publishedAt }) => has(publishedAt)).length,
    accessed: used.filter(({ accessedAt }) => accessedAt !== null).length,
    kinds: used.length,
    plainAddresses: used.filter(({ url }) => has(url) && linkTarget(url ?? '') === null).length,
    sourceNotes: sources.filter(({ note }) => has(note)).length,
    history: factCheck.tables.history.size,
    drafts: Math.max(0, factCheck.tables.article.size - 1),
    judgedDrafts: annotations.filter((one) => judgedDraftsOf(one).some(({ isPresent }) => !isPresent)).length,
    statuses: annotations.length,
    links: articleOf(factCheck).links.length,
    tiers: sources.filter(({ tier }) => tier !== undefined).length,
    foreign: annotations.filter(hasRemainder).length,
  };
}
