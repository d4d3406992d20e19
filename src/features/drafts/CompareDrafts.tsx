import { ArrowDown, ArrowUp, Check } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import {
  findObstacle,
  needsPerson,
  takeDraftInSteps,
  type CarryDecision,
  type CarryItem,
} from '../../domain/carry-over.ts';
import type { FactCheck } from '../../domain/fact-check.ts';
import type { Id } from '../../domain/record.ts';
import type { DraftArticle } from '../../domain/start-fact-check.ts';
import { message, say } from '../../messages/say.ts';
import { useFactCheck, useFactCheckStore } from '../../stores/desk-context.ts';
import type { WhenReviewer } from '../../stores/fact-check-store.ts';
import { useTaking } from '../../stores/use-taking.ts';
import { useUndoNotice } from '../../stores/use-undo-notice.ts';
import { Button } from '../../ui/Button.tsx';
import { KeyedButton } from './KeyedButton.tsx';
import { useCommands } from '../../ui/commands.ts';
import { useFoot } from '../../ui/use-foot.ts';
import { ComparedRows } from './ComparedRows.tsx';
import { isOfPresentDraft, type Comparison } from './compare.ts';
import { ANSWERS } from './answers.ts';
import { draftInHand, useDraftInHand } from './draft-in-hand.ts';
import styles from './Drafts.module.css';
import { foldRows, listCards, MOST_DRAWN, type Card } from './fold-rows.ts';
import { answersThatHold, giveAnswer, type GivenAnswers } from './given-answers.ts';
import { GroupBar } from './GroupBar.tsx';
import { countOpen, groupRows, groupsOf, questionsOf, type Group } from './group-rows.ts';
import { PartsBar } from './PartsBar.tsx';
import { PlacePicker } from './PlacePicker.tsx';
import { useComparison } from './use-comparison.ts';

interface CompareDraftsProps {
  readonly draft: DraftArticle;
  readonly whenReviewer: WhenReviewer;
  readonly newId: () => Id;
  readonly onUsed: () => void;
  readonly onCancel: () => void;
}

const STALE = message('The fact check has changed meanwhile. It is compared anew.');

/**
 * Both drafts sentence by sentence, and for every annotation that needs a person the question and its answers. Keys:
 * n and N go from question to question, h, r, d and l answer the one that has the focus, digits choose a place.
 */
export function CompareDrafts({
  draft,
  whenReviewer,
  newId,
  onUsed,
  onCancel,
}: CompareDraftsProps): ReactNode {
  useFoot('compare');
  const store = useFactCheckStore();
  const factCheck = useFactCheck((now) => now);
  const offerUndo = useUndoNotice();
  const { given } = useDraftInHand(factCheck.id);
  const { comparison, share } = useComparison(draft);
  const isStale =
    comparison !== null && !(comparison.newer === draft && isOfPresentDraft(comparison, factCheck));
  const [group, setGroup] = useState<Group | null>(null);
  const [part, setPart] = useState(0);
  const [wanted, setWanted] = useState<{ readonly id: Id } | null>(null);
  const [isSideBySide, setSideBySide] = useState(() => matchMedia('(min-width: 60rem)').matches);
  const [placing, setPlacing] = useState<{ readonly item: CarryItem; readonly target: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const rows = useMemo(() => (comparison ? groupRows(comparison) : []), [comparison]);
  const counts = useMemo(() => {
    const found = new Map<Group, number>();
    for (const row of rows) for (const each of groupsOf(row)) found.set(each, (found.get(each) ?? 0) + 1);
    return found;
  }, [rows]);
  const runs = useMemo(
    () => foldRows(group === null ? rows : rows.filter((row) => groupsOf(row).has(group)), group === null),
    [rows, group],
  );
  const cards = useMemo(() => listCards(runs), [runs]);
  const questions = useMemo(() => questionsOf(comparison?.plan ?? []), [comparison]);
  const decisions = useMemo(
    () => answersThatHold(factCheck, comparison?.plan ?? [], given),
    [factCheck, comparison, given],
  );
  const open = countOpen(questions, decisions);
  const parts = Math.ceil(runs.length / MOST_DRAWN);

  // The part of the list that the card is in has to be there first.
  useEffect(() => {
    if (!wanted) return;
    const card = root.current?.querySelector<HTMLElement>(`[data-annotation="${CSS.escape(wanted.id)}"]`);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'center' });
  }, [wanted]);

  function decide(item: CarryItem, decision: CarryDecision): void {
    if (taken !== null) return;
    setProblem(null);
    const answer = giveAnswer(factCheck, item, decision);
    draftInHand(factCheck.id).setState({ given: new Map(given).set(item.annotation.id, answer) });
  }

  const { share: taken, take } = useTaking(
    function* (now, hand) {
      if (!comparison) return null;
      // While somebody gave a name, and while this was made, another tab may have changed something.
      const obstacle = obstacleTo(comparison, now, given);
      if (obstacle !== null) {
        setProblem(obstacle);
        return null;
      }
      const { plan } = comparison;
      const holding = answersThatHold(now, plan, given);
      const taking = { draft, articleId: newId(), plan, decisions: holding };
      const made = yield* takeDraftInSteps(now, taking, hand);
      if (!made.ok) throw new Error(made.problem);
      return made.change;
    },
    () => {
      offerUndo(say('The new version is under check now.'));
      onUsed();
    },
  );

  function use(): void {
    if (!comparison || isStale || taken !== null) return;
    const obstacle = obstacleTo(comparison, store.getState().factCheck, given);
    if (obstacle === null) whenReviewer(take);
    else {
      setProblem(obstacle);
      goTo(1);
    }
  }

  /** Goes to the next card that waits for an answer, or to the next of all where none does. */
  function goTo(step: 1 | -1): void {
    const focused = document.activeElement?.closest<HTMLElement>('[data-annotation]')?.dataset['annotation'];
    const from = cards.findIndex(({ item }) => item.annotation.id === focused);
    const waits = ({ item }: Card): boolean => needsPerson(item, decisions.get(item.annotation.id));
    const [before, after] = [cards.slice(0, Math.max(from, 0)), cards.slice(from + 1)];
    const next =
      step === 1
        ? (after.find(waits) ?? cards.find(waits) ?? after[0] ?? cards[0])
        : (before.findLast(waits) ?? cards.findLast(waits) ?? before.at(-1) ?? cards.at(-1));
    if (!next) return;
    setPart(next.part);
    setWanted({ id: next.item.annotation.id });
  }

  function show(chosen: Group | null): void {
    setGroup(chosen);
    setPart(0);
  }

  const isReady = comparison !== null && !isStale && open === 0 && taken === null;
  useCommands(() => {
    const within = (): Element | null => root.current;
    /** Presses the button of the card that has the focus. */
    const press = (key: string) => (): boolean => {
      const card = document.activeElement?.closest('[data-question]');
      const button = card?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
      button?.click();
      return button !== null && button !== undefined;
    };
    return [
      { id: 'next-question', keys: ['n'], within, run: () => goTo(1) },
      { id: 'previous-question', keys: ['N'], within, run: () => goTo(-1) },
      ...ANSWERS.map(({ label, key }) => ({
        id: 'answer',
        label: say(label),
        keys: [key],
        within,
        run: press(key),
      })),
      ...Array.from({ length: 9 }, (_, i) => String(i + 1)).map((key) => ({
        id: 'place',
        keys: [key],
        within,
        run: press(key),
      })),
      { id: 'find-place', keys: ['f'], within, run: press('f') },
      ...(isReady ? [{ id: 'use-version', run: use }] : []),
      { id: 'cancel-version', run: onCancel },
      isSideBySide
        ? { id: 'inline', run: () => setSideBySide(false) }
        : { id: 'side-by-side', run: () => setSideBySide(true) },
    ];
  });

  return (
    <div ref={root} className={styles['compare']}>
      <header className={styles['head']}>
        <h1 ref={heading} tabIndex={-1} className={styles['name']}>
          {say('Compare versions')}
        </h1>
        <div className={styles['views']} role="group" aria-label={say('Layout')}>
          <Button look="quiet" aria-pressed={isSideBySide} onClick={() => setSideBySide(true)}>
            {say('Side by side')}
          </Button>
          <Button look="quiet" aria-pressed={!isSideBySide} onClick={() => setSideBySide(false)}>
            {say('Inline')}
          </Button>
        </div>
      </header>
      {comparison ? (
        <>
          <GroupBar chosen={group} counts={counts} onChoose={show} />
          <ComparedRows
            key={group ?? 'all'}
            runs={runs.slice(part * MOST_DRAWN, (part + 1) * MOST_DRAWN)}
            older={comparison.older}
            newer={comparison.newer}
            isSideBySide={isSideBySide}
            decisions={decisions}
            answered={given}
            onDecide={decide}
            onPlace={(item, target) => setPlacing({ item, target })}
          />
          {parts > 1 ? <PartsBar part={part} parts={parts} onGoTo={setPart} /> : null}
        </>
      ) : (
        <div className={styles['reading']}>
          <p role="status">{say('Comparing the versions…')}</p>
          <progress aria-label={say('Comparing the versions…')} value={share} />
        </div>
      )}
      <footer className={styles['bar']}>
        <p role="status">
          {problem ??
            (isStale ? say(STALE) : null) ??
            (questions.length === 0
              ? say('Nothing needs a decision.')
              : say('{done, number} of {all, number} decided', {
                  done: questions.length - open,
                  all: questions.length,
                }))}
        </p>
        <KeyedButton
          look="quiet"
          icon={<ArrowUp aria-hidden="true" />}
          words={say('Previous')}
          command="previous-question"
          usual="N"
          isIdle={questions.length === 0}
          onClick={() => goTo(-1)}
        />
        <KeyedButton
          look="quiet"
          icon={<ArrowDown aria-hidden="true" />}
          words={say('Next')}
          command="next-question"
          usual="n"
          isIdle={questions.length === 0}
          onClick={() => goTo(1)}
        />
        <span className={styles['gap']} />
        <Button onClick={onCancel}>{say('Cancel')}</Button>
        {taken === null ? null : <progress aria-label={say('Taking the new version')} value={taken} />}
        <Button look="primary" aria-disabled={!isReady} onClick={use}>
          <Check aria-hidden="true" />
          {say('Use this version')}
        </Button>
      </footer>
      {placing ? (
        <PlacePicker
          draft={comparison?.newer ?? draft}
          quote={placing.item.annotation.targets[placing.target]?.quote.exact ?? ''}
          onPick={(target) => {
            const { annotation } = placing.item;
            const before = decisions.get(annotation.id);
            decide(placing.item, { places: { ...before?.places, [placing.target]: target } });
            setPlacing(null);
          }}
          onClose={() => setPlacing(null)}
        />
      ) : null}
    </div>
  );
}

/** Why the comparison can't be used as things are now, as a sentence; null when it can. */
function obstacleTo(comparison: Comparison, now: FactCheck, given: GivenAnswers): string | null {
  const { plan } = comparison;
  return isOfPresentDraft(comparison, now)
    ? findObstacle(now, plan, answersThatHold(now, plan, given))
    : say(STALE);
}
