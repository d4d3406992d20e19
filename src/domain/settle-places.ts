import { say } from '../messages/say.ts';
import type { Annotation } from './annotation.ts';
import type { Article } from './article.ts';
import { hasOtherWords, isSettledByItself, takeDraft, targetsIn, type CarryItem } from './carry-over.ts';
import { applyChange, makeChange, type Change, type Hand } from './change.ts';
import { articleOf, gatherFactCheck, recordsOf, type AnyRecord, type FactCheck } from './fact-check.ts';
import { verdictsOf } from './lookup.ts';
import { withDecision } from './other-words.ts';
import { moveInto } from './place-in-draft.ts';
import { readingOf } from './reading.ts';
import type { Id } from './record.ts';
import type { DraftArticle } from './start-fact-check.ts';

/**
 * Gives misplaced annotations the places that were found for them, where there is exactly one. Where its words are
 * others, the verdict is in doubt until a person has looked; what has no place of its own stays as it is, and needs one.
 * The text that they were made on is not here: `judgedIn` names it by an id of its own.
 */
export function settlePlaces(factCheck: FactCheck, plan: readonly CarryItem[], hand: Hand): Change {
  const article = articleOf(factCheck);
  const madeOn = hand.clock.newId();
  const changed = plan.flatMap((item): Annotation[] => {
    const targets = targetsIn(item);
    if (targets === null) return [];
    const verdicts = verdictsOf(factCheck, item.annotation.id);
    const before = standOn(item.annotation, madeOn);
    const isOther = hasOtherWords(item);
    const name = isOther ? null : readingOf(before);
    const moved = moveInto(before, targets, { articleId: article.id, name, verdicts });
    const open = { decision: 'undecided', articleId: article.id } as const;
    return [isOther ? withDecision(moved, open, hand) : moved];
  });
  return makeChange(say('Find places'), factCheck, { changed }, hand);
}

/** As if it had been made on another text; what was left open about its words goes along. */
function standOn(annotation: Annotation, articleId: Id): Annotation {
  const { carried } = annotation;
  const isOpen = carried?.articleId === annotation.articleId;
  return { ...annotation, articleId, ...(isOpen ? { carried: { ...carried, articleId } } : {}) };
}

/**
 * A fact check whose article is not the text that was checked, on the text that it has: as a new draft, with the older
 * one gone unless its text is here. Annotations come along by themselves or wait for a person, as with any new draft.
 */
export function standOnItsText(
  factCheck: FactCheck,
  {
    draft,
    articleId,
    plan,
    older,
  }: { draft: DraftArticle; articleId: Id; plan: readonly CarryItem[]; older: 'stays' | 'is-gone' },
  hand: Hand,
): FactCheck {
  const before = articleOf(factCheck);
  const decisions = new Map(
    plan.filter((item) => !isSettledByItself(item)).map((item) => [item.annotation.id, LATER]),
  );
  const taken = takeDraft(factCheck, { draft, articleId, plan, decisions }, hand);
  if (!taken.ok) throw new Error(taken.problem);
  const standing = applyChange(factCheck, taken.change);
  if (older === 'stays') return standing;
  const records = recordsOf(standing).filter((record) => record !== before);
  return gatherFactCheck(
    factCheck.id,
    records.map((record) => (record.id === articleId ? followOn(record, before) : record)),
  );
}

/** The draft before the one that is gone stays within reach. */
function followOn(record: AnyRecord, { replaces }: Article): AnyRecord {
  if (record.type !== 'article') return record;
  const { replaces: _gone, ...article } = record;
  return replaces === undefined ? article : { ...article, replaces };
}

const LATER = { answer: 'later' } as const;
