import { message, say } from '../messages/say.ts';
import type { Annotation, Target } from './annotation.ts';
import type { Article } from './article.ts';
import { makeChangeInSteps } from './change-in-steps.ts';
import { atOneInstant, makeChange, type Change, type Hand } from './change.ts';
import { confirmVerdict, type Confirmed } from './confirm-verdict.ts';
import { isInDoubt } from './doubt.ts';
import { articleOf, headOf, type AnyRecord, type FactCheck } from './fact-check.ts';
import { isDangerousAddress } from './link.ts';
import { verdictsOf } from './lookup.ts';
import { tellReadings, withDecision } from './other-words.ts';
import { moveInto, withoutPlace } from './place-in-draft.ts';
import { isPlacedIn } from './placed-annotations.ts';
import { readingOf } from './reading.ts';
import { nameApart } from './name-words.ts';
import { areSameWords } from './same-words.ts';
import type { Id } from './record.ts';
import type { DraftArticle } from './start-fact-check.ts';
import { partOfSteps, runAtOnce, type Steps } from './steps.ts';
import type { Verdict } from './verdict.ts';

/** From what needs no word to what needs a person. */
export const PLACE_STATES = ['exact', 'moved', 'near', 'changed', 'ambiguous', 'orphaned'] as const;
export type PlaceState = (typeof PLACE_STATES)[number];

/** What has become of one target in a text, with the targets that its places would make there. */
export interface FoundTarget {
  readonly state: PlaceState;
  /** Null when there is no place or no single one. */
  readonly target: Target | null;
  /** Places that a person could choose instead, the likeliest first. */
  readonly candidates: readonly Target[];
}

/** One annotation on its way into a new draft. */
export interface CarryItem {
  readonly annotation: Annotation;
  /** As bad as its worst target. */
  readonly state: PlaceState;
  /** One for each target. */
  readonly found: readonly FoundTarget[];
  /** A person has taken it out of the text under check, and it stays out of the next one. */
  readonly isDetached: boolean;
}

/** What a person has said about one annotation so far. */
export interface CarryDecision {
  /** Places chosen by the person, by the index of the target. */
  readonly places?: Readonly<Record<number, Target>>;
  readonly answer?: CarryAnswer;
}

/** `later` leaves the verdict greyed, or the annotation without a place: never silently kept. */
export type CarryAnswer = 'still-holds' | 're-check' | 'detach' | 'later';

export type CarryDecisions = ReadonlyMap<Id, CarryDecision>;

const NOTHING_SAID: CarryDecision = {};

/** What was taken out of the text on purpose is not put back by itself. */
const NOWHERE: FoundTarget = { state: 'orphaned', target: null, candidates: [] };

/** True for what a person has taken out of the text. Out of another version is not out of the one that it stands in. */
export function isDetached(article: Article, { articleId, carried }: Annotation): boolean {
  return carried?.decision === 'detached' && articleId !== article.id;
}

/** The annotations, each exactly once and all of the fact check unless told, with what was found of each target. */
export function planCarryOver(
  factCheck: FactCheck,
  foundOf: (annotation: Annotation) => readonly FoundTarget[],
  annotations: Iterable<Annotation> = factCheck.tables.annotation.values(),
): readonly CarryItem[] {
  const article = articleOf(factCheck);
  return [...annotations].map((annotation) => {
    const isOut = isDetached(article, annotation);
    const found = isOut ? annotation.targets.map(() => NOWHERE) : foundOf(annotation);
    return { annotation, found, state: worstOf(found.map(({ state }) => state)), isDetached: isOut };
  });
}

/** The worst of some states; `exact` of none. */
export function worstOf(states: readonly PlaceState[]): PlaceState {
  return states.reduce<PlaceState>(
    (worst, next) => (PLACE_STATES.indexOf(next) > PLACE_STATES.indexOf(worst) ? next : worst),
    'exact',
  );
}

/** Where the annotation would stand in the new draft as things are; null while one of its targets has no place. */
export function targetsIn(item: CarryItem, decision = NOTHING_SAID): readonly Target[] | null {
  if (decision.answer === 'detach') return null;
  const targets = item.found.map(({ target }, i) => decision.places?.[i] ?? target);
  const placed = targets.filter((target) => target !== null);
  return placed.length === targets.length ? placed : null;
}

/** True when the place has words that nobody has judged: they differ in more than typography. */
export function hasOtherWords(item: CarryItem, decision = NOTHING_SAID): boolean {
  return item.found.some(({ state }, i) => {
    const chosen = decision.places?.[i];
    return chosen ? chosen.quote.exact !== item.annotation.targets[i]?.quote.exact : state === 'changed';
  });
}

/** True for what comes along without a word of anybody. */
export function isSettledByItself({ state }: Pick<CarryItem, 'state'>): boolean {
  return state === 'exact' || state === 'moved' || state === 'near';
}

/** True while a person has to say something before the new draft can be used. */
export function needsPerson(item: CarryItem, decision = NOTHING_SAID): boolean {
  if (decision.answer === 'detach' || decision.answer === 'later') return false;
  if (targetsIn(item, decision) === null) return !item.isDetached;
  return hasOtherWords(item, decision) && decision.answer === undefined;
}

/** The same text, loaded again, makes no new draft. */
export function isSameDraft(factCheck: FactCheck, draft: DraftArticle): boolean {
  return articleOf(factCheck).text === draft.text;
}

/** Why the new draft can't be used yet, as a sentence; null when it can. */
export function findObstacle(
  { tables }: FactCheck,
  plan: readonly CarryItem[],
  decisions: CarryDecisions,
): string | null {
  const waiting = plan.filter((item) => needsPerson(item, decisions.get(item.annotation.id))).length;
  if (waiting > 0)
    return say('{n, plural, one {# annotation needs} other {# annotations need}} a decision first.', {
      n: waiting,
    });
  const planned = new Set(plan.map(({ annotation }) => annotation));
  const isUpToDate =
    planned.size === tables.annotation.size &&
    [...tables.annotation.values()].every((annotation) => planned.has(annotation));
  return isUpToDate
    ? null
    : say('Annotations have changed since the versions were compared. Look once more.');
}

/** A new draft and what was decided about everything that stands on the one under check. */
interface DraftToTake {
  readonly draft: DraftArticle;
  readonly articleId: Id;
  readonly plan: readonly CarryItem[];
  readonly decisions: CarryDecisions;
}

type TakenDraft =
  | { readonly ok: true; readonly change: Change }
  | { readonly ok: false; readonly problem: string };

/**
 * The one Change that puts a new draft in the place of the one under check and takes all annotations along as decided.
 * Refuses, with a sentence, while something needs a person. The older draft stays, and each annotation keeps the places
 * that it had there; `judgedIn` of a target says in which draft its words were judged.
 */
export function takeDraft(factCheck: FactCheck, taken: DraftToTake, hand: Hand): TakenDraft {
  return runAtOnce(takeDraftInSteps(factCheck, taken, hand));
}

/** Annotations that are carried over between two steps. */
const STRETCH = 50;

/** The same in steps. */
export function* takeDraftInSteps(
  factCheck: FactCheck,
  { draft, articleId, plan, decisions }: DraftToTake,
  present: Hand,
): Steps<TakenDraft> {
  const hand = atOneInstant(present);
  const problem = findObstacle(factCheck, plan, decisions);
  if (problem !== null) return { ok: false, problem };
  const before = articleOf(factCheck);
  // The moment from which it is under check: what was decided before was decided on the older draft, for good.
  const retrievedAt = hand.clock.instant();
  const links = draft.links.filter(({ href }) => !isDangerousAddress(href));
  const changed: AnyRecord[] = [{ ...headOf(factCheck), articleId }];
  for (const [done, item] of plan.entries()) {
    if (done % STRETCH === 0) yield done / plan.length / 2;
    const { id } = item.annotation;
    const to = { articleId, verdicts: verdictsOf(factCheck, id) };
    const { annotation, renewed } = carry(item, decisions.get(id), to, hand);
    changed.push(annotation, ...(renewed ? [renewed] : []));
  }
  const added = [
    { ...draft, type: 'article', id: articleId, links, retrievedAt, replaces: before.id },
  ] as const;
  const stamping = makeChangeInSteps(say('Load a new version'), factCheck, { added, changed }, hand);
  return { ok: true, change: yield* partOfSteps(stamping, 0.5, 1) };
}

/**
 * Gives an annotation without a place one in the draft under check. Where the words are others than those that it had, or
 * stand elsewhere in a draft in which it had them, what was said about it is in doubt until somebody judges these.
 */
export function attach(factCheck: FactCheck, id: Id, targets: readonly Target[], hand: Hand): Change {
  const annotation = factCheck.tables.annotation.get(id);
  const article = articleOf(factCheck);
  if (!annotation || isPlacedIn(article, annotation)) return makeChange(say('Attach'), factCheck, {}, hand);
  const name = nameOfAttached(annotation, targets, article.id);
  const moved = moveInto(annotation, targets, {
    articleId: article.id,
    name,
    verdicts: verdictsOf(factCheck, id),
  });
  const isOther = readingOf(moved) !== readingOf(annotation);
  const open = { decision: 'undecided', articleId: article.id } as const;
  const changed = isOther ? withDecision(moved, open, hand) : moved;
  return makeChange(say('Attach'), factCheck, { changed: [changed] }, hand);
}

function nameOfAttached(annotation: Annotation, targets: readonly Target[], articleId: Id): string | null {
  const { earlier = [], targets: old } = annotation;
  const present = readingOf(annotation);
  const stood = earlier.filter((place) => place.articleId === articleId);
  const same = stood.find((place) => areSameWords(place.targets, targets));
  if (same) return readingOf(same);
  // It had these words in this draft, at another place.
  if (stood.some((place) => readingOf(place) === present)) return nameApart(targets, stood);
  const hasSameWords =
    targets.length === old.length && targets.every(({ quote }, i) => quote.exact === old[i]?.quote.exact);
  return hasSameWords ? present : null;
}

/**
 * What a person says about verdicts whose words have changed, once the draft is in use. `still-holds` is about their own
 * verdict, and is nothing where `canConfirm` says so.
 */
export function answerDoubt(
  factCheck: FactCheck,
  id: Id,
  answer: 'still-holds' | 're-check' | 'detach',
  present: Hand,
): Change {
  const hand = atOneInstant(present);
  const annotation = factCheck.tables.annotation.get(id);
  if (!annotation || !isInDoubt(factCheck, annotation))
    return makeChange(say(LABELS[answer]), factCheck, {}, hand);
  const about = { articleId: headOf(factCheck).articleId, verdicts: verdictsOf(factCheck, id) };
  const changed = answered(annotation, answer, about, hand);
  return makeChange(say(LABELS[answer]), factCheck, { changed }, hand);
}

function answered(
  annotation: Annotation,
  answer: 'still-holds' | 're-check' | 'detach',
  { articleId, verdicts }: { readonly articleId: Id; readonly verdicts: readonly Verdict[] },
  hand: Hand,
): readonly (Annotation | Verdict)[] {
  switch (answer) {
    case 'still-holds': {
      const confirmed = confirmVerdict(annotation, verdicts, hand);
      if (!confirmed) return [];
      return confirmed.renewed ? [confirmed.annotation, confirmed.renewed] : [confirmed.annotation];
    }
    case 're-check':
      return [
        {
          ...withDecision(
            tellReadings(annotation, verdicts),
            { decision: answer, articleId: annotation.articleId },
            hand,
          ),
          status: 'researching',
        },
      ];
    case 'detach':
      return [withoutPlace(annotation, { decision: 'detached', articleId, verdicts }, hand)];
  }
}

const LABELS = {
  'still-holds': message('Still holds'),
  're-check': message('Re-check'),
  detach: message('Detach'),
} as const;

/**
 * The annotation in another draft, as it was decided, with the verdict that still holds; the words that were judged stay
 * written. Whatever is said, no verdict but that one stands on other words than those that it was given on.
 */
export function carry(
  item: CarryItem,
  decision = NOTHING_SAID,
  { articleId, verdicts }: { readonly articleId: Id; readonly verdicts: readonly Verdict[] },
  hand: Hand,
): Confirmed {
  const { annotation } = item;
  const targets = targetsIn(item, decision);
  if (targets === null) {
    if (item.isDetached) return { annotation, renewed: null };
    const said = decision.answer === 'detach' ? 'detached' : 'undecided';
    return {
      annotation: withoutPlace(annotation, { decision: said, articleId, verdicts }, hand),
      renewed: null,
    };
  }
  const isOther = hasOtherWords(item, decision);
  const name = nameOfCarried(annotation, targets, isOther, decision.answer);
  const moved = moveInto(annotation, targets, { articleId, name, verdicts });
  const open = (said: 'undecided' | 're-check'): Annotation =>
    withDecision(moved, { decision: said, articleId }, hand);
  if (decision.answer === 're-check')
    return { annotation: { ...open('re-check'), status: 'researching' }, renewed: null };
  const carried = isOther ? open('undecided') : moved;
  const confirmed = decision.answer === 'still-holds' ? confirmVerdict(carried, verdicts, hand) : null;
  return confirmed ?? { annotation: carried, renewed: null };
}

/** Of the same words only a person can say that they are to be judged anew: these have a name of their own then. */
function nameOfCarried(
  annotation: Annotation,
  targets: readonly Target[],
  isOther: boolean,
  answer: CarryAnswer | undefined,
): string | null {
  if (isOther) return null;
  return answer === 're-check' ? nameApart(targets, [annotation]) : readingOf(annotation);
}
