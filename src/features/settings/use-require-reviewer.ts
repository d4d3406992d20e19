import { createElement, useCallback, useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { say } from '../../messages/say.ts';
import { useKeeping } from '../../queries/store-context.ts';
import { useFactCheckStore, useNotify, useSessionStore } from '../../stores/desk-context.ts';
import type { PresentReviewer, WhenReviewer } from '../../stores/fact-check-store.ts';
import { isTyping } from '../../ui/key-target.ts';
import { later, laterPart } from '../../ui/later.ts';
import { useAskBeforeUnload } from '../../ui/use-ask-before-unload.ts';

interface RequiredReviewer {
  /** The same function at every rendering. Where nothing can be edited it says why. */
  readonly whenReviewer: WhenReviewer;
  /** The question, to be rendered anywhere. */
  readonly dialog: ReactNode;
}

/** The question itself, which reading does not wait for; once it is there, it is asked in the same moment. */
export const reviewerDialog = later(() => import('./ReviewerDialog.tsx'));
const ReviewerDialog = laterPart(reviewerDialog, 'ReviewerDialog');

/** What waits for a name. */
interface Asked {
  readonly act: () => void;
}

const NOTHING_TYPED: ReadonlyMap<string, () => void> = new Map();

/** For everything that is done in a reviewer's name: asks for it once, and never in the middle of a word. */
export function useRequireReviewer(): RequiredReviewer {
  const session = useSessionStore();
  const factCheck = useFactCheckStore();
  const notify = useNotify();
  const { clock } = useKeeping();
  const [waiting, setWaiting] = useState<Asked | null>(null);
  /** What was typed before anybody gave a name: the last act of each run of typing. */
  const [typed, setTyped] = useState(NOTHING_TYPED);
  /** Whoever gives no name is not asked again until they type on. */
  const [isDeclined, setDeclined] = useState(false);
  const isHolding = typed.size > 0;
  const mayAsk = isHolding && waiting === null && !isDeclined;

  const whenReviewer = useCallback<WhenReviewer>(
    (act, run) => {
      const { readOnlyReason } = factCheck.getState();
      if (readOnlyReason !== null) notify(readOnlyReason);
      else if (session.getState().reviewer) act();
      else if (run === undefined) setWaiting({ act });
      else {
        setTyped((before) => new Map(before).set(run, act));
        setDeclined(false);
      }
    },
    [session, factCheck, notify],
  );

  const ask = useCallback(() => setWaiting((asked) => asked ?? { act: () => undefined }), []);
  useAskWhenLeft(mayAsk, ask);
  useAskBeforeUnload(isHolding);

  const askBeforeFollowing = useEffectEvent((event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[href^="#"]') : null;
    if (!link) return;
    event.preventDefault();
    event.stopPropagation();
    setWaiting({ act: () => link.click() });
  });
  useEffect(() => {
    if (!mayAsk) return;
    const follow = (event: MouseEvent): void => askBeforeFollowing(event);
    addEventListener('click', follow, { capture: true });
    return () => removeEventListener('click', follow, { capture: true });
  }, [mayAsk]);

  function answer(reviewer: PresentReviewer): void {
    session.events.nameReviewer(reviewer);
    for (const act of typed.values()) act();
    setTyped(NOTHING_TYPED);
    setWaiting(null);
    waiting?.act();
  }

  function cancel(): void {
    setWaiting(null);
    setDeclined(true);
    if (isHolding)
      notify(say('What you have typed can’t be saved without a name.'), {
        label: say('Give a name'),
        run: ask,
      });
  }

  const question = {
    onName: (name: string) => answer({ id: clock.newId(), name }),
    onTakeUp: answer,
    onCancel: cancel,
  };
  const dialog = waiting && createElement(ReviewerDialog, question);
  return { whenReviewer, dialog };
}

/**
 * While something typed waits for a name, asks for it as soon as no field has the focus: when the field is left, by key, by
 * a click (which does first what it was made for) or because it is gone. Leaving the window is no leaving of the field.
 */
function useAskWhenLeft(mayAsk: boolean, ask: () => void): void {
  useEffect(() => {
    if (!mayAsk) return;
    let timer = 0;
    const look = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        const isPressed = document.documentElement.matches(':active');
        if (!isPressed && !isTyping(document.activeElement)) ask();
      });
    };
    const events = ['focusin', 'focusout', 'pointerup', 'popstate'] as const;
    for (const event of events) addEventListener(event, look);
    look();
    return () => {
      clearTimeout(timer);
      for (const event of events) removeEventListener(event, look);
    };
  }, [mayAsk, ask]);
}
