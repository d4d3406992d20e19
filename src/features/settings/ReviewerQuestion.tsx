import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { say } from '../../messages/say.ts';
import { useKeeping } from '../../queries/store-context.ts';
import {
  FactCheckContext,
  useNoticeStore,
  useSession,
  useSessionStore,
  useUnnamedWords,
} from '../../stores/desk-context.ts';
import type { PresentReviewer } from '../../stores/fact-check-store.ts';
import { isHolding } from '../../stores/unnamed-words.ts';
import { isTyping } from '../../ui/key-target.ts';
import { ReviewerDialog } from './ReviewerDialog.tsx';

/** Asks who is checking, for what waits for it, wherever in the app somebody has gone meanwhile. */
export function ReviewerQuestion(): ReactNode {
  const { clock } = useKeeping();
  const session = useSessionStore();
  const isNamed = useSession(({ reviewer }) => reviewer !== null);
  const words = useUnnamedWords();
  const { ask, askForTyped, answer, decline } = words.events;
  const notices = useNoticeStore();
  const asked = useStore(words, (state) => state.asked);
  const holds = useStore(words, isHolding);
  const mayAsk = useStore(words, (state) => isHolding(state) && !state.asked && !state.isDeclined);

  useAskWhenLeft(mayAsk, askForTyped);

  const askBeforeFollowing = useEffectEvent((event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[href^="#"]') : null;
    const last = [...words.getState().typed.values()].at(-1);
    if (!link || !last) return;
    event.preventDefault();
    event.stopPropagation();
    ask({ ...last, act: () => link.click() });
  });
  useEffect(() => {
    if (!mayAsk) return;
    const follow = (event: MouseEvent): void => askBeforeFollowing(event);
    addEventListener('click', follow, { capture: true });
    return () => removeEventListener('click', follow, { capture: true });
  }, [mayAsk]);

  function putInPlace(): void {
    for (const typed of answer())
      notices.events.tell(
        say(
          'What you typed has no place any more: it was removed before you gave a name. You wrote: “{words}”',
          {
            words: typed,
          },
        ),
      );
  }

  const onNamedElsewhere = useEffectEvent(putInPlace);
  // As in the settings.
  useEffect(() => {
    if (isNamed && holds) onNamedElsewhere();
  }, [isNamed, holds]);

  function name(reviewer: PresentReviewer): void {
    session.events.nameReviewer(reviewer);
    putInPlace();
  }

  const told = useRef<number | null>(null);
  // What it says is over as soon as nothing waits any more, however the name was given; this is rendered only that long.
  useEffect(
    () => () => {
      if (told.current !== null) notices.events.dismiss(told.current);
    },
    [notices],
  );

  function cancel(): void {
    decline();
    if (holds)
      told.current = notices.events.tell(say('What you have typed can’t be saved without a name.'), {
        label: say('Give a name'),
        run: askForTyped,
      });
  }

  return (
    asked && (
      <FactCheckContext value={asked.desk}>
        <ReviewerDialog
          onName={(given) => name({ id: clock.newId(), name: given })}
          onTakeUp={name}
          onCancel={cancel}
        />
      </FactCheckContext>
    )
  );
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
