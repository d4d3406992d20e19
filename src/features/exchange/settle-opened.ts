import { findAnnotations } from '../../anchoring/find-annotations.ts';
import type { Annotation } from '../../domain/annotation.ts';
import { digestText, type Article } from '../../domain/article.ts';
import { carryCorrectedRanges } from '../../domain/carry-corrections.ts';
import { carryMarkup } from '../../domain/carry-markup.ts';
import { planCarryOver, type CarryItem } from '../../domain/carry-over.ts';
import { applyChange, type Hand } from '../../domain/change.ts';
import { articleOf, gatherFactCheck, recordsOf, type FactCheck } from '../../domain/fact-check.ts';
import { placedAnnotations } from '../../domain/placed-annotations.ts';
import { misplacedAnnotations } from '../../domain/misplaced-annotations.ts';
import { settlePlaces, standOnItsText } from '../../domain/settle-places.ts';
import { makeArticle } from '../../ingest/make-article.ts';
import { say } from '../../messages/say.ts';
import type { FactCheckStore } from '../../stores/fact-check-store.ts';
import { isInDoubt } from '../../domain/doubt.ts';
import { listChangedAround, sayChangedAround } from './changed-around.ts';

/**
 * A fact check from a file, with its annotations where their words stand in the article that the file holds, whatever was
 * changed in it on disk. `problems` say, a sentence each, what was found again and what needs a person. `checked` is the
 * article as it was when it was checked, where that is known.
 */
export async function settleOpened(
  factCheck: FactCheck,
  hand: Hand,
  signal: AbortSignal,
  checked?: Article,
): Promise<{ readonly factCheck: FactCheck; readonly problems: readonly string[] }> {
  const { factCheck: standing, around } = await withItsText(factCheck, hand, signal, checked);
  const misplaced = await findMisplaced(standing, signal);
  const settled = applyChange(standing, settlePlaces(standing, misplaced.plan, hand));
  return {
    factCheck: settled,
    problems: [...sayPlaces(factCheck, settled), ...sayChangedAround([...around, ...misplaced.around])],
  };
}

/** The same for a fact check that is open at the desk: as one Change. Returns what is to be said about it. */
export async function settleAtDesk(store: FactCheckStore): Promise<readonly string[]> {
  const before = store.getState().factCheck;
  const { plan, around } = await findMisplaced(before);
  store.events.carryOut((now, hand) => {
    const here = plan.filter(({ annotation }) => now.tables.annotation.get(annotation.id) === annotation);
    return settlePlaces(now, here, hand);
  });
  return [...sayPlaces(before, store.getState().factCheck), ...sayChangedAround(around)];
}

interface Found {
  readonly plan: readonly CarryItem[];
  /** Those whose verdict stays, in a sentence that has changed. */
  readonly around: readonly Annotation[];
}

async function findMisplaced(factCheck: FactCheck, signal?: AbortSignal): Promise<Found> {
  const misplaced = misplacedAnnotations(factCheck);
  const foundOf = await findAnnotations(
    factCheck,
    misplaced,
    articleOf(factCheck).text,
    signal ? { signal } : {},
  );
  const plan = planCarryOver(factCheck, foundOf, misplaced);
  return { plan, around: await listChangedAround(factCheck, articleOf(factCheck), plan, signal) };
}

/** An article that is not the text that was checked is a new draft: its sentences are found anew, and
 * its blocks where they can't be kept; what a person corrected stays where the same sentences still begin and end. */
async function withItsText(
  factCheck: FactCheck,
  hand: Hand,
  signal: AbortSignal,
  checked: Article | undefined,
): Promise<{ readonly factCheck: FactCheck } & Pick<Found, 'around'>> {
  const article = articleOf(factCheck);
  if ((await digestText(article.text)) === article.sha256) return { factCheck, around: [] };
  const made = await makeArticle({ ...article, kind: 'plain', retrievedAt: hand.clock.instant() });
  // What can't be a text under check stays as it is: nothing in it is marked.
  if (!made.ok) return { factCheck, around: [] };
  const draft = carryCorrectedRanges(article, carryMarkup(article, made.article));
  const before = checked ? gatherFactCheck(factCheck.id, [...recordsOf(factCheck), checked]) : factCheck;
  const { annotation } = before.tables;
  const foundOf = await findAnnotations(before, [...annotation.values()], draft.text, { signal });
  const plan = planCarryOver(before, foundOf);
  const older = checked ? 'stays' : 'is-gone';
  const around = await listChangedAround(before, draft, plan, signal, ({ articleId }) =>
    articleId === article.id ? checked : before.tables.article.get(articleId),
  );
  return {
    factCheck: standOnItsText(before, { draft, articleId: hand.clock.newId(), plan, older }, hand),
    around,
  };
}

/** How many annotations are where, as far as it is not as it was. */
function sayPlaces(before: FactCheck, after: FactCheck): readonly string[] {
  const stood = new Set(placedAnnotations(before).map(({ id }) => id));
  const stands = new Set(placedAnnotations(after).map(({ id }) => id));
  const { id: articleId } = articleOf(before);
  const [found, doubted, lost]: [Annotation[], Annotation[], Annotation[]] = [[], [], []];
  for (const annotation of after.tables.annotation.values()) {
    const was = before.tables.annotation.get(annotation.id);
    if (!stands.has(annotation.id)) {
      if (was?.articleId === articleId) lost.push(annotation);
    } else if (isInDoubt(after, annotation)) {
      if (!was || !isInDoubt(before, was)) doubted.push(annotation);
    } else if (!stood.has(annotation.id)) found.push(annotation);
  }
  return [
    ...(found.length === 0
      ? []
      : [
          say(
            '{n, plural, one {# annotation was found again by its words.} other {# annotations were found again by their words.}}',
            { n: found.length },
          ),
        ]),
    ...(doubted.length === 0
      ? []
      : [
          say(
            '{n, plural, one {# annotation stands on words that have changed: its verdict is greyed until somebody decides.} other {# annotations stand on words that have changed: their verdicts are greyed until somebody decides.}}',
            { n: doubted.length },
          ),
        ]),
    ...(lost.length === 0
      ? []
      : [
          say(
            '{n, plural, one {# annotation has no place in this text: it waits under “Needs a place”.} other {# annotations have no place in this text: they wait under “Needs a place”.}}',
            { n: lost.length },
          ),
        ]),
  ];
}
