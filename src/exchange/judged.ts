import { compareInText, quoteOf, type Annotation } from '../domain/annotation.ts';
import type { Article } from '../domain/article.ts';
import { isInDoubt, leadingOf, sortVerdicts } from '../domain/doubt.ts';
import type { Evidence } from '../domain/evidence.ts';
import { articleOf, type FactCheck } from '../domain/fact-check.ts';
import { judgedQuoteOf } from '../domain/judged-place.ts';
import { evidenceOf, verdictsOf } from '../domain/lookup.ts';
import { ratingOf } from '../domain/marks.ts';
import { createJudgedDrafts, type JudgedDraft } from '../domain/judged-draft.ts';
import { numberClaims } from '../domain/number-claims.ts';
import { isPlacedIn } from '../domain/placed-annotations.ts';
import type { Rating } from '../domain/rating-scale.ts';
import type { Id } from '../domain/record.ts';
import type { Source } from '../domain/source.ts';
import type { Verdict } from '../domain/verdict.ts';
import { say } from '../messages/say.ts';
import type { ExportContext } from './format.ts';
import { sayAnyOf } from './say-loss.ts';

/** An annotation with what has been said about it, as most formats want it: with one verdict. */
export interface Judged {
  readonly annotation: Annotation;
  /** See `numberClaims`: the one numbering of all formats, also of a part. Null for what is no claim with a place. */
  readonly number: number | null;
  readonly quote: string;
  /** The claim in words that stand alone; the quote where nobody wrote any. */
  readonly statement: string;
  readonly standing: Standing;
  /** The verdict that stands for the words here; without a rating when there is no other. None on words not judged. */
  readonly verdict: Verdict | undefined;
  readonly rating: Rating | undefined;
  readonly reviewer: string;
  /** The leading one of the verdicts on other words than stand here. */
  readonly earlier: Verdict | undefined;
  readonly earlierReviewer: string;
  /** The words that were judged before, where they are known and others than those that are quoted. */
  readonly judgedWords: string | null;
  /** The same verdict in words: "False". Null when there is none. */
  readonly earlierVerdict: string | null;
  /** What was concluded of other words than stand here; empty when nothing was. */
  readonly earlierConclusion: string;
  /** In which drafts of the article its words were judged; none where nobody has said anything. */
  readonly judgedDrafts: readonly JudgedDraft[];
  readonly evidence: readonly { readonly evidence: Evidence; readonly source: Source }[];
}

/** Whether what was said is on the words that stand in the article now: `here` as soon as one verdict is. */
export type Standing = 'here' | 'in-doubt' | 'no-place';

/** What matters of an export for what has been judged. */
export type JudgedContext = Pick<ExportContext, 'reviewerId' | 'numbers' | 'pace'>;

/** All annotations in the order of the text. */
export async function listJudged(
  factCheck: FactCheck,
  { reviewerId, numbers, pace }: JudgedContext,
): Promise<readonly Judged[]> {
  const judge = createJudge(factCheck, reviewerId, numbers ?? numberClaims(factCheck));
  const judged: Judged[] = [];
  for (const annotation of [...factCheck.tables.annotation.values()].toSorted(compareInText)) {
    judged.push(judge(annotation));
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose; nothing is written yet
    await pace(0);
  }
  return judged;
}

function createJudge(
  factCheck: FactCheck,
  reviewerId: Id | null,
  numbers: ReadonlyMap<Id, number>,
): (annotation: Annotation) => Judged {
  const article = articleOf(factCheck);
  const judgedDraftsOf = createJudgedDrafts(factCheck);
  const nameOf = (verdict: Verdict | undefined): string =>
    (verdict && factCheck.tables.reviewer.get(verdict.reviewerId)?.name.trim()) ?? '';
  return (annotation) => {
    const all = verdictsOf(factCheck, annotation.id);
    const { standing: stand, doubted } = sortVerdicts(annotation, all);
    const standing = standingOf(factCheck, article, annotation, stand.length > 0);
    const leading = (verdicts: readonly Verdict[]): Verdict | undefined =>
      leadingOf(verdicts, reviewerId) ?? verdicts.at(-1);
    const verdict = standing === 'here' ? leading(stand) : undefined;
    const earlier = leading(standing === 'no-place' ? all : doubted);
    const quote = quoteOf(annotation);
    const judgedWords = judgedQuoteOf(annotation, earlier ? [earlier] : all);
    return {
      annotation,
      number: numbers.get(annotation.id) ?? null,
      quote,
      statement: annotation.claim.statement.trim() || quote,
      verdict,
      standing,
      rating: verdict && ratingOf(factCheck, verdict),
      earlier,
      earlierReviewer: nameOf(earlier),
      judgedWords: judgedWords === quote ? null : judgedWords,
      earlierVerdict: earlier ? labelOf(factCheck, earlier) : null,
      earlierConclusion: earlier?.conclusion.trim() ?? '',
      reviewer: nameOf(verdict),
      judgedDrafts: judgedDraftsOf(annotation),
      evidence: evidenceOf(factCheck, annotation.id).flatMap((evidence) => {
        const source = factCheck.tables.source.get(evidence.sourceId);
        return source ? [{ evidence, source }] : [];
      }),
    };
  };
}

/** The claims among them: of what holds none, most formats for researchers know nothing. */
export async function listClaims(factCheck: FactCheck, context: JudgedContext): Promise<readonly Judged[]> {
  const judged = await listJudged(factCheck, context);
  return judged.filter(({ annotation }) => annotation.checkability === 'claim');
}

function standingOf(
  factCheck: FactCheck,
  article: Article,
  annotation: Annotation,
  hasVerdictHere: boolean,
): Standing {
  if (!isPlacedIn(article, annotation)) return 'no-place';
  if (hasVerdictHere && annotation.checkability === 'claim') return 'here';
  return isInDoubt(factCheck, annotation) ? 'in-doubt' : 'here';
}

/** The rating in words; null where there are only words of another kind. */
export function labelOf(factCheck: FactCheck, verdict: Verdict): string | null {
  return ratingOf(factCheck, verdict)?.label ?? verdict.ratingId;
}

/** What verdicts on other words than stand here become in a file; `ignored` where they are why there is none. */
type Withheld = 'left-out' | 'ignored' | 'comments' | 'own-columns';

/**
 * The sentence about verdicts, rated or in words alone, that are not on the words that stand here now; none when there
 * are none.
 */
export function sayWithheld(judged: readonly Judged[], become: Withheld): readonly string[] {
  const withheld = judged.filter(
    ({ earlierVerdict, earlierConclusion }) => earlierVerdict !== null || earlierConclusion !== '',
  );
  const lost = withheld.filter(({ standing }) => standing === 'no-place').length;
  const doubted = withheld.length - lost;
  return withheld.length === 0 ? [] : [sayBecome(sayWhere(lost, doubted), become)];
}

function sayWhere(lost: number, doubted: number): string {
  if (doubted === 0) return say('{lost, number} on words that have no place in this version', { lost });
  if (lost === 0) return say('{doubted, number} on words that have changed since', { doubted });
  return say(
    '{lost, number} on words that have no place in this version, {doubted, number} on words that have changed since',
    { lost, doubted },
  );
}

function sayBecome(where: string, become: Withheld): string {
  switch (become) {
    case 'left-out':
      return say('Verdicts that were not given on what stands here now ({where}) are not in the file.', {
        where,
      });
    case 'ignored':
      return say('Verdicts that were not given on what stands here now ({where}) don’t count.', { where });
    case 'comments':
      return say('Verdicts that were not given on what stands here now ({where}) are written as comments.', {
        where,
      });
    case 'own-columns':
      return say(
        'Verdicts that were not given on what stands here now ({where}) stand in columns of their own.',
        { where },
      );
  }
}

/** The sentence about what was concluded of other words, for a format that gives only what stands for the words here. */
export function sayEarlierConclusions(judged: readonly Judged[]): readonly string[] {
  const count = judged.filter(({ earlierConclusion }) => earlierConclusion !== '').length;
  return sayAnyOf(count, (n) =>
    say(
      '{n, plural, one {# conclusion on other words than stand here is not in the file.} other {# conclusions on other words than stand here are not in the file.}}',
      { n },
    ),
  );
}

/** The sentence about what holds no claim, as somebody has said of other words than stand here. */
export function sayEarlierMarks(judged: readonly Judged[]): readonly string[] {
  const count = judged.filter(
    ({ annotation, standing }) => annotation.checkability === 'not-checkable' && standing === 'in-doubt',
  ).length;
  return sayAnyOf(count, (n) =>
    say(
      '{n, plural, one {# mark that nothing is to be checked, made on other words than stand here, is not in the file.} other {# marks that nothing is to be checked, made on other words than stand here, are not in the file.}}',
      { n },
    ),
  );
}

/** What is said beside a verdict on words that somebody is said to have said. */
export const WHO_SAID_IT = 'What is checked is who said it, not whether it is true.';

/** The sentence about annotations that a format of places can't hold. */
export function sayUnplaced(count: number): readonly string[] {
  return sayAnyOf(count, (n) =>
    say(
      '{n, plural, one {# annotation without a place in this version is not in the file.} other {# annotations without a place in this version are not in the file.}}',
      { n },
    ),
  );
}
