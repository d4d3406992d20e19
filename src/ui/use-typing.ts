import { useEffect, useState } from 'react';

interface Typed {
  readonly text: string;
  /** The step of this tab after which it was typed. */
  readonly step: unknown;
  /** What was stored when it was typed. */
  readonly against: string;
  readonly isStored: boolean;
  /** What another tab writes now was written without knowing of it. */
  readonly isFresh: boolean;
  /** Another tab has written over it, and it is to be stored again. */
  readonly isContested: boolean;
}

/** What another tab wrote without knowing of what is typed here comes within so many milliseconds. */
const REACH = 1000;

export interface Typing {
  /** What the field shows. */
  readonly text: string;
  /** True for a text that was typed and that nobody has stored. */
  readonly isUnsaved: boolean;
  readonly type: (text: string) => void;
  readonly settle: () => void;
}

/**
 * Keeps what is typed in a field while the stored value goes its own way. `step` is anything that is another object
 * after every step that this tab makes or takes back, and the same after what other tabs do: so a field follows undo,
 * and a record from another tab does not take the words out of the typist's hands: they are stored again, once and in a
 * run of their own, so that two tabs do not write over each other for ever. What comes later was written by somebody who
 * knew of them, and is shown. A text that was refused stays in view. Without a step the field shows the value, always.
 */
export function useTyping(
  value: string,
  step: unknown,
  store: (text: string, isAgain?: boolean) => void,
): Typing {
  const [typed, setTyped] = useState<Typed | null>(null);

  if (typed !== null) {
    const isStored = value === typed.text;
    if (isStored && !(typed.isStored && typed.step === step && !typed.isContested))
      setTyped({ ...typed, isStored, step, isContested: false });
    const isSurpassed = typed.isStored || value !== typed.against;
    if (!isStored && typed.step !== step && isSurpassed) setTyped(null);
  }

  const isOverwritten = typed !== null && typed.isStored && typed.text !== value && typed.step === step;
  if (isOverwritten && !typed.isContested)
    setTyped(typed.isFresh ? { ...typed, isFresh: false, isContested: true } : null);
  useEffect(() => {
    if (isOverwritten && typed.isContested) store(typed.text, true);
  });
  useEffect(() => {
    if (!typed?.isFresh) return;
    const timer = setTimeout(() => setTyped((now) => now && { ...now, isFresh: false }), REACH);
    return () => clearTimeout(timer);
  }, [typed]);

  if (step === undefined) return { text: value, isUnsaved: false, type: store, settle: () => undefined };
  return {
    text: typed?.text ?? value,
    isUnsaved: typed !== null && !typed.isStored && typed.text !== value,
    type: (text) => {
      setTyped({ text, step, against: value, isStored: false, isFresh: true, isContested: false });
      store(text);
    },
    settle: () => {
      if (typed?.isStored || typed?.text === value) setTyped(null);
    },
  };
}
