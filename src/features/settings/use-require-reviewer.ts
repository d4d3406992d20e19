import {
  createElement,
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useEffectEvent,
  useState,
  type ComponentProps,
  type ComponentType,
  type ReactNode,
} from 'react';
import { say } from '../../messages/say.ts';
import { useKeeping } from '../../queries/store-context.ts';
import { useFactCheckStore, useNotify, useSessionStore } from '../../stores/desk-context.ts';
import type { PresentReviewer, WhenReviewer } from '../../stores/fact-check-store.ts';
import { isTyping } from '../../ui/key-target.ts';
import { useAskBeforeUnload } from '../../ui/use-ask-before-unload.ts';
import type { ReviewerDialog } from './ReviewerDialog.tsx';

interface RequiredReviewer {
  /** The same function at every rendering. Where nothing can be edited it says why. */
  readonly whenReviewer: WhenReviewer;
  /** The question, to be rendered anywhere. */
  readonly dialog: ReactNode;
}

/** The question itself, which reading does not wait for. */
let loaded: typeof ReviewerDialog | null = null;

/** Loads the question for a name ahead; once it is there, it is asked in the same moment. */
export async function loadReviewerDialog(): Promise<{ readonly default: typeof ReviewerDialog }> {
  const part = await import('./ReviewerDialog.tsx');
  loaded = part.ReviewerDialog;
  return { default: loaded };
}

const AwaitedDialog = lazy(loadReviewerDialog);

/** What waits for a name, and what asks for it: that stays one and the same until it is answered, as do the letters in it. */
interface Asked {
  readonly act: () => void;
  readonly Question: ComponentType<ComponentProps<typeof ReviewerDialog>>;
}

function askFor(act: () => void): Asked {
  return { act, Question: loaded ?? AwaitedDialog };
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
      else if (run === undefined) setWaiting(askFor(act));
      else {
        setTyped((before) => new Map(before).set(run, act));
        setDeclined(false);
      }
    },
    [session, factCheck, notify],
  );

  const ask = useCallback(() => setWaiting((asked) => asked ?? askFor(() => undefined)), []);
  useAskWhenLeft(mayAsk, ask);
  useAskBeforeUnload(isHolding);

  const askBeforeFollowing = useEffectEvent((event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[href^="#"]') : null;
    if (!link) return;
    event.preventDefault();
    event.stopPropagation();
    setWaiting(askFor(() => link.click()));
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
  const dialog = waiting && createElement(Suspense, null, createElement(waiting.Question, question));
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
