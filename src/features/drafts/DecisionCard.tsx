import type { ReactNode } from 'react';
import { outlineAnnotation } from '../../domain/annotation-outline.ts';
import { quoteOf, type Annotation, type Target } from '../../domain/annotation.ts';
import {
  hasOtherWords,
  needsPerson,
  targetsIn,
  type CarryDecision,
  type CarryItem,
} from '../../domain/carry-over.ts';
import { whoseToConfirm } from '../../domain/confirm-verdict.ts';
import { verdictsOf } from '../../domain/lookup.ts';
import type { DraftArticle } from '../../domain/start-fact-check.ts';
import { message, say } from '../../messages/say.ts';
import { useFactCheck, useSession } from '../../stores/desk-context.ts';
import { RatingBadge } from '../../ui/RatingBadge.tsx';
import { shorten } from '../../ui/shorten.ts';
import { ANSWERS } from './answers.ts';
import { KeyedButton } from './KeyedButton.tsx';
import styles from './Drafts.module.css';

interface DecisionCardProps {
  readonly item: CarryItem;
  readonly decision: CarryDecision | undefined;
  /** It was answered, and something that the answer was about has changed since. */
  readonly isAskedAnew: boolean;
  readonly newer: DraftArticle;
  readonly onDecide: (decision: CarryDecision) => void;
  /** Asks for a place of the target with this index. */
  readonly onPlace: (target: number) => void;
}

/** One annotation that can't come along by itself: what has become of its words, and what may be said about that. */
export function DecisionCard({
  item,
  decision,
  isAskedAnew,
  newer,
  onDecide,
  onPlace,
}: DecisionCardProps): ReactNode {
  const factCheck = useFactCheck((now) => now);
  const reviewerId = useSession(({ reviewer }) => reviewer?.id ?? null);
  const { annotation, found } = item;
  const { word, mark, colour } = outlineAnnotation(factCheck, annotation, reviewerId);
  const isOpen = needsPerson(item, decision);
  const targets = targetsIn(item, decision);
  const isPlaced = targets !== null;
  const quote = quoteOf(annotation);
  const name = shorten(quote);
  const whose = whoseToConfirm(annotation, verdictsOf(factCheck, annotation.id), reviewerId);

  return (
    <section
      // It is gone to by key, not by Tab.
      tabIndex={-1}
      className={styles['card']}
      data-annotation={annotation.id}
      data-question={isOpen ? 'open' : 'answered'}
      data-colour={colour}
      aria-label={`${word}: ${quote}`}
    >
      <p className={styles['about']}>
        <RatingBadge mark={mark} />
        <strong>{word}</strong>
        <span>{explain(item, decision)}</span>
        {isOpen && isAskedAnew ? <span>{say(ASKED_ANEW)}</span> : null}
        {isOpen && whose !== 'all' ? <span>{say(whose === 'own' ? OWN_ALONE : NONE_OWN)}</span> : null}
      </p>
      <p className={styles['quote']} dir={newer.direction} lang={newer.language}>
        <q dir={newer.direction}>{quote}</q>
      </p>
      {targets && hasOtherWords(item, decision) && !isSameQuote(annotation, targets) ? (
        <p className={styles['quote']} dir={newer.direction} lang={newer.language}>
          <bdi className={styles['soft']}>{say('Now:')}</bdi>{' '}
          <q dir={newer.direction}>{targets.map((target) => target.quote.exact).join(' … ')}</q>
        </p>
      ) : null}
      <div className={styles['asks']}>
        {found.map(({ state, candidates }, i) =>
          state === 'ambiguous' || state === 'orphaned' ? (
            <div key={annotation.targets[i]?.position.start ?? i} className={styles['places']}>
              {candidates.map((target, j) => {
                const offered = 1 + j + countBefore(item, i);
                return (
                  <button
                    key={target.position.start}
                    type="button"
                    className={styles['place']}
                    data-key={offered}
                    aria-keyshortcuts={String(offered)}
                    aria-pressed={isSamePlace(decision?.places?.[i], target)}
                    onClick={() => onDecide({ places: { ...decision?.places, [i]: target } })}
                  >
                    <kbd aria-hidden="true">{offered}</kbd>
                    <span dir={newer.direction} lang={newer.language}>
                      …{target.quote.prefix}
                      <mark>{target.quote.exact}</mark>
                      {target.quote.suffix}…
                    </span>
                  </button>
                );
              })}
              <KeyedButton
                data-key="f"
                words={decision?.places?.[i] ? say('Choose another place') : say('Find its place')}
                about={name}
                command="find-place"
                usual="f"
                onClick={() => onPlace(i)}
              />
              {decision?.places?.[i] ? (
                <span className={styles['soft']}>
                  {say('Chosen:')} <q dir="auto">{decision.places[i].quote.exact}</q>
                </span>
              ) : null}
            </div>
          ) : null,
        )}
        <div className={styles['answers']} role="group" aria-label={say('What about it?')}>
          {ANSWERS.filter(({ answer }) => answer !== 'still-holds' || whose !== 'others')
            .filter(({ needsPlace }) => !needsPlace || isPlaced || decision?.answer === 'detach')
            .map(({ answer, label, key }) => (
              <KeyedButton
                key={answer}
                data-key={key}
                words={say(label)}
                about={name}
                command="answer"
                usual={key}
                aria-pressed={decision?.answer === answer}
                onClick={() => onDecide({ ...decision, answer })}
              />
            ))}
        </div>
      </div>
    </section>
  );
}

const ASKED_ANEW = message('You have answered before: its words, its claim or a verdict have changed since.');
/** Why “Still holds” says less, or nothing, where several people have judged. */
const OWN_ALONE = message(
  '“Still holds” is about your own verdict; those of others are greyed until they decide.',
);
const NONE_OWN = message(
  'Several others have judged it: only each of them can say that a verdict still holds. Choose “Re-check” and give your own.',
);

function explain(item: CarryItem, decision: CarryDecision | undefined): string {
  switch (decision?.answer) {
    case 'detach':
      return say('It keeps its verdict and sources, without a place in this version.');
    case 'later':
      return targetsIn(item, decision) === null
        ? say('It waits without a place.')
        : say('Its verdict is greyed until somebody decides.');
    case 'still-holds':
      return say('The verdict stands on the new words.');
    case 're-check':
      return say('The verdict is greyed until a new one is given.');
    case undefined:
  }
  if (item.isDetached) return say('It was detached before, and stays so.');
  const targets = targetsIn(item, decision);
  if (targets === null)
    return item.state === 'ambiguous' ? askWhere(item) : say('Its words are not in the new version.');
  if (!hasOtherWords(item, decision)) return say('It goes to the chosen place.');
  return isSameQuote(item.annotation, targets)
    ? say('What stands beside its words has changed. Does it still hold?')
    : say('Its words have changed. Does it still hold?');
}

function isSameQuote(annotation: Annotation, targets: readonly Target[]): boolean {
  return quoteOf(annotation) === quoteOf({ targets });
}

function askWhere({ found }: CarryItem): string {
  return found.some(({ candidates }) => candidates.length > 1)
    ? say('It could stand in several places. Which one is meant?')
    : say('What stands around its words has changed. Is this its place?');
}

/** How many places are offered for the targets before this one. */
function countBefore({ found }: CarryItem, index: number): number {
  return found.slice(0, index).reduce((sum, { candidates }) => sum + candidates.length, 0);
}

function isSamePlace(one: Target | undefined, other: Target): boolean {
  return one?.position.start === other.position.start && one.position.end === other.position.end;
}
