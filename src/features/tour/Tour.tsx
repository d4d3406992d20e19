import { useState, type ReactNode } from 'react';
import { scaleOf } from '../../domain/fact-check.ts';
import { useFactCheck } from '../../stores/desk-context.ts';
import { useKey } from '../../stores/use-key.ts';
import { Button } from '../../ui/Button.tsx';
import { nameKey } from '../../ui/name-key.ts';
import styles from './Tour.module.css';

interface TourProps {
  /** It was gone through, or left. */
  readonly onEnd: () => void;
}

/** How the work goes, in four steps that stand beside the work and wait for nobody. */
export function Tour({ onEnd }: TourProps): ReactNode {
  const [at, setAt] = useState(0);
  const steps = useSteps();
  const step = steps[at];
  const isLast = at === steps.length - 1;
  return (
    <section className={styles['tour']} aria-label="First steps">
      <p className={styles['count']}>
        First steps, {at + 1} of {steps.length}
      </p>
      <div aria-live="polite" className={styles['step']}>
        <h2>{step?.title}</h2>
        {step?.words}
      </div>
      <div className={styles['buttons']}>
        <Button look="primary" onClick={() => (isLast ? onEnd() : setAt(at + 1))}>
          {isLast ? 'Done' : 'Next'}
        </Button>
        {at > 0 ? <Button onClick={() => setAt(at - 1)}>Back</Button> : null}
        {isLast ? null : (
          <Button look="quiet" onClick={onEnd}>
            Skip
          </Button>
        )}
      </div>
    </section>
  );
}

interface Step {
  readonly title: string;
  readonly words: ReactNode;
}

/** Each names the keys that are in force. */
function useSteps(): readonly Step[] {
  const ratings = useFactCheck((factCheck) => scaleOf(factCheck).ratings);
  const [first, last] = [ratings[0], ratings.at(-1)];
  return [
    {
      title: 'Go line by line',
      words: (
        <p>
          One sentence is always under the cursor: click or tap it, or move with <Key of="next" usual="j" />{' '}
          <Key of="previous" usual="k" /> or the arrows. <Key of="next-untouched" usual="n" /> goes to the
          next one that nobody has looked at.
        </p>
      ),
    },
    {
      title: 'Give a verdict',
      words: (
        <p>
          Press <kbd>{first?.shortcut}</kbd> to <kbd>{last?.shortcut}</kbd> or use the bar below the article;{' '}
          <Key of="not-checkable" usual="0" /> says that there is nothing to check. Several claims in one
          sentence? Drag over the words of one. Everything can be undone.
        </p>
      ),
    },
    {
      title: 'Show why',
      words: (
        <p>
          <kbd>Enter</kbd> opens the annotation: a conclusion in words, and sources for and against. An
          address that you paste at the desk becomes a source of the claim under the cursor.
        </p>
      ),
    },
    {
      title: 'See what is left, and take it with you',
      words: (
        <p>
          “Overview” at the top lists what is left to do. All is saved in this browser as you go; “Export”
          gives a file to keep or a report to hand on. <Key of="keys" usual="?" /> shows the keys, and{' '}
          <Key of="palette" usual="Mod+k" /> finds every command, these steps too.
        </p>
      ),
    },
  ];
}

function Key({ of, usual }: { readonly of: string; readonly usual: string }): ReactNode {
  const key = useKey(of, usual);
  return key === '' ? null : <kbd>{nameKey(key)}</kbd>;
}
