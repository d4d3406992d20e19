import { ArrowDown, ArrowUp, Check } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { findObstacle, takeDraft, type CarryDecision, type CarryItem } from '../../domain/carry-over.ts';
import { articleOf, headOf } from '../../domain/fact-check.ts';
import type { Id } from '../../domain/record.ts';
import type { DraftArticle } from '../../domain/start-fact-check.ts';
import { useFactCheck, useFactCheckEvents, useFactCheckStore } from '../../stores/desk-context.ts';
import { useUndoNotice } from '../../stores/use-undo-notice.ts';
import { Button } from '../../ui/Button.tsx';
import { ComparedRows } from './ComparedRows.tsx';
import { compare, type Comparison } from './compare.ts';
import { draftInHand, useDraftInHand } from './draft-in-hand.ts';
import styles from './Drafts.module.css';
import { countOpen, GROUPS, groupRows, groupsOf, questionsOf, type Group } from './group-rows.ts';
import { PlacePicker } from './PlacePicker.tsx';

interface CompareDraftsProps {
  readonly draft: DraftArticle;
  readonly whenReviewer: (then: () => void) => void;
  readonly newId: () => Id;
  readonly onUsed: () => void;
  readonly onCancel: () => void;
}

const GROUP_WORDS: Readonly<Record<Group, string>> = {
  changed: 'Changed',
  verdict: 'Changed under a verdict',
  moved: 'Moved',
  new: 'New',
  removed: 'Removed',
  choose: 'To choose',
  lost: 'Without a place',
  unchanged: 'Unchanged',
};

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
  const store = useFactCheckStore();
  const factCheck = useFactCheck((now) => now);
  const { carryOut } = useFactCheckEvents();
  const offerUndo = useUndoNotice();
  const older = articleOf(factCheck);
  const { decisions } = useDraftInHand(factCheck.id);
  const comparison = useComparison(draft);
  const [group, setGroup] = useState<Group | null>(null);
  const [isSideBySide, setSideBySide] = useState(() => matchMedia('(min-width: 60rem)').matches);
  const [placing, setPlacing] = useState<{ readonly item: CarryItem; readonly target: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const rows = useMemo(
    () => (comparison ? groupRows(comparison, older, draft) : []),
    [comparison, older, draft],
  );
  const counts = useMemo(() => {
    const found = new Map<Group, number>();
    for (const row of rows) for (const each of groupsOf(row)) found.set(each, (found.get(each) ?? 0) + 1);
    return found;
  }, [rows]);
  const questions = useMemo(() => questionsOf(comparison?.plan ?? []), [comparison]);
  const open = countOpen(questions, decisions);

  function decide(id: Id, decision: CarryDecision): void {
    setProblem(null);
    draftInHand(factCheck.id).setState({ decisions: new Map(decisions).set(id, decision) });
  }

  function use(): void {
    if (!comparison) return;
    const { plan } = comparison;
    const obstacle = (): string | null => findObstacle(store.getState().factCheck, plan, decisions);
    if (obstacle() !== null) {
      setProblem(obstacle());
      goTo(1);
      return;
    }
    whenReviewer(() => {
      const articleId = newId();
      // While somebody gave a name, another tab may have changed something.
      if (obstacle() !== null) {
        setProblem(obstacle());
        return;
      }
      carryOut((now, hand) => {
        const taken = takeDraft(now, { draft, articleId, plan, decisions }, hand);
        if (!taken.ok) throw new Error(taken.problem);
        return taken.change;
      });
      offerUndo('The new version is under check now.');
      onUsed();
    });
  }

  function goTo(step: 1 | -1): void {
    const cards = [...(root.current?.querySelectorAll<HTMLElement>('[data-question]') ?? [])];
    const waiting = cards.filter(({ dataset }) => dataset['question'] === 'open');
    const list = waiting.length > 0 ? waiting : cards;
    const from = document.activeElement?.closest<HTMLElement>('[data-question]') ?? null;
    const isAfter = (card: HTMLElement): boolean =>
      from !== null && (from.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const next =
      step === 1
        ? (list.find((card) => from === null || isAfter(card)) ?? list[0])
        : (list.findLast((card) => from !== null && card !== from && !isAfter(card)) ?? list.at(-1));
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'center' });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    if (event.target.closest('input, textarea, select, dialog')) return;
    if (event.key === 'n' || event.key === 'N') goTo(event.key === 'n' ? 1 : -1);
    else {
      const card = event.target.closest('[data-question]');
      const button = card?.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`);
      if (!button) return;
      button.click();
    }
    event.preventDefault();
  }

  return (
    // The keys are shortcuts for buttons in it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={root} className={styles['compare']} onKeyDown={onKeyDown}>
      <header className={styles['head']}>
        <h1 ref={heading} tabIndex={-1} className={styles['name']}>
          Compare versions
        </h1>
        <div className={styles['views']} role="group" aria-label="Layout">
          <Button look="quiet" aria-pressed={isSideBySide} onClick={() => setSideBySide(true)}>
            Side by side
          </Button>
          <Button look="quiet" aria-pressed={!isSideBySide} onClick={() => setSideBySide(false)}>
            Inline
          </Button>
        </div>
      </header>
      {comparison ? (
        <>
          <div className={styles['groups']} role="group" aria-label="Show">
            <Button look="quiet" aria-pressed={group === null} onClick={() => setGroup(null)}>
              All
            </Button>
            {GROUPS.map((each) => (
              <Button
                key={each}
                look="quiet"
                aria-pressed={group === each}
                disabled={!counts.has(each)}
                onClick={() => setGroup(each)}
              >
                {GROUP_WORDS[each]} <span className={styles['count']}>{counts.get(each) ?? 0}</span>
              </Button>
            ))}
          </div>
          <ComparedRows
            key={group ?? 'all'}
            rows={group === null ? rows : rows.filter((row) => groupsOf(row).has(group))}
            isWhole={group === null}
            older={older}
            newer={draft}
            isSideBySide={isSideBySide}
            decisions={decisions}
            onDecide={decide}
            onPlace={(item, target) => setPlacing({ item, target })}
          />
        </>
      ) : (
        <p role="status" className={styles['waiting']}>
          Comparing the versions…
        </p>
      )}
      <footer className={styles['bar']}>
        <p role="status">
          {problem ??
            (questions.length === 0
              ? 'Nothing needs a decision.'
              : `${questions.length - open} of ${questions.length} decided`)}
        </p>
        <Button look="quiet" disabled={questions.length === 0} onClick={() => goTo(-1)}>
          <ArrowUp aria-hidden="true" />
          Previous
          <kbd>N</kbd>
        </Button>
        <Button look="quiet" disabled={questions.length === 0} onClick={() => goTo(1)}>
          <ArrowDown aria-hidden="true" />
          Next
          <kbd>n</kbd>
        </Button>
        <span className={styles['gap']} />
        <Button onClick={onCancel}>Cancel</Button>
        <Button look="primary" aria-disabled={!comparison || open > 0} onClick={use}>
          <Check aria-hidden="true" />
          Use this version
        </Button>
      </footer>
      {placing ? (
        <PlacePicker
          draft={draft}
          quote={placing.item.annotation.targets[placing.target]?.quote.exact ?? ''}
          onPick={(target) => {
            const { annotation } = placing.item;
            const before = decisions.get(annotation.id);
            decide(annotation.id, { places: { ...before?.places, [placing.target]: target } });
            setPlacing(null);
          }}
          onClose={() => setPlacing(null)}
        />
      ) : null}
    </div>
  );
}

/** Compares, and compares anew when annotations change meanwhile; null until the first comparison is there. */
function useComparison(draft: DraftArticle): Comparison | null {
  const store = useFactCheckStore();
  const [comparison, setComparison] = useState<Comparison | null>(null);
  useEffect(() => {
    let stop = new AbortController();
    function start(): void {
      stop.abort();
      stop = new AbortController();
      const { signal } = stop;
      compare(store.getState().factCheck, draft, signal).then(setComparison, (error: unknown) => {
        if (!signal.aborted) throw error;
      });
    }
    start();
    const unsubscribe = store.subscribe((now, before) => {
      const isSame =
        now.factCheck.tables.annotation === before.factCheck.tables.annotation &&
        headOf(now.factCheck).articleId === headOf(before.factCheck).articleId;
      if (!isSame) start();
    });
    return () => {
      unsubscribe();
      stop.abort();
    };
  }, [store, draft]);
  return comparison;
}
