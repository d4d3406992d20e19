import { useState, type ReactNode } from 'react';
import { scaleOf } from '../../domain/fact-check.ts';
import { message, say, type Message } from '../../messages/say.ts';
import { sayParts } from '../../messages/say-parts.ts';
import { useFactCheck, useSession } from '../../stores/desk-context.ts';
import { useKey } from '../../stores/use-key.ts';
import { Button } from '../../ui/Button.tsx';
import { asKey } from '../../ui/InlineParts.tsx';
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
    <section className={styles['tour']} aria-label={say('First steps')}>
      <p className={styles['count']}>
        {say('First steps, {step, number} of {all, number}', { step: at + 1, all: steps.length })}
      </p>
      <div aria-live="polite" className={styles['step']}>
        <h2>{step?.title}</h2>
        <p>{step?.words}</p>
      </div>
      <div className={styles['buttons']}>
        <Button look="primary" onClick={() => (isLast ? onEnd() : setAt(at + 1))}>
          {isLast ? say('Done') : say('Next')}
        </Button>
        {at > 0 ? <Button onClick={() => setAt(at - 1)}>{say('Back')}</Button> : null}
        {isLast ? null : (
          <Button look="quiet" onClick={onEnd}>
            {say('Skip')}
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

/** Each names the keys that are in force, and none where those that write a character are switched off. */
function useSteps(): readonly Step[] {
  const hasKeys = useSession(({ hasCharacterKeys }) => hasCharacterKeys);
  const ratings = useFactCheck((factCheck) => scaleOf(factCheck).ratings);
  const [first, last] = [ratings[0], ratings.at(-1)];
  return [
    {
      title: say('Go line by line'),
      words: hasKeys
        ? sayParts(
            'One sentence is always under the cursor: click or tap it, or move with <next>j</next> <previous>k</previous> or the arrows. <untouched>n</untouched> goes to the next one that nobody has looked at.',
            {
              next: (usual) => <Key key="next" of="next" usual={usual} />,
              previous: (usual) => <Key key="previous" of="previous" usual={usual} />,
              untouched: (usual) => <Key key="untouched" of="next-untouched" usual={usual} />,
            },
          )
        : say(
            'One sentence is always under the cursor: click or tap it, or move with the arrow keys. “Next untouched” goes to the next one that nobody has looked at.',
          ),
    },
    {
      title: say('Give a verdict'),
      words: hasKeys
        ? sayParts(
            'Press <from>{first}</from> to <to>{last}</to> or use the bar below the article; <not>0</not> says that there is nothing to check. Several claims in one sentence? Drag over the words of one. Everything can be undone.',
            {
              first: first?.shortcut ?? '',
              last: last?.shortcut ?? '',
              from: (key) => <kbd key="from">{key}</kbd>,
              to: (key) => <kbd key="to">{key}</kbd>,
              not: (usual) => <Key key="not" of="not-checkable" usual={usual} />,
            },
          )
        : say(
            'Use the bar below the article; “Not checkable” says that there is nothing to check. Several claims in one sentence? Drag over the words of one. Everything can be undone.',
          ),
    },
    {
      title: say('Show why'),
      words: sayParts(
        '<key>Enter</key> opens the annotation: a conclusion in words, and sources for and against. An address that you paste at the desk becomes a source of the claim under the cursor.',
        { key: asKey },
      ),
    },
    {
      title: say('See what is left, and take it with you'),
      words: hasKeys
        ? sayParts(
            '“Overview” at the top lists what is left to do. All is saved in this browser as you go; “Export” gives a file to keep or a report to hand on. <keys>?</keys> shows the keys, and <palette>Mod+k</palette> finds every command, these steps too.',
            {
              keys: (usual) => <Key key="keys" of="keys" usual={usual} />,
              palette: (usual) => <Key key="palette" of="palette" usual={usual} />,
            },
          )
        : sayParts(
            '“Overview” at the top lists what is left to do. All is saved in this browser as you go; “Export” gives a file to keep or a report to hand on. <palette>Mod+k</palette> finds every command, these steps too.',
            {
              palette: (usual) => <Key key="palette" of="palette" usual={usual} />,
            },
          ),
    },
  ];
}

/** Without a key, what is to be pressed instead of it: the arrow, or what has this name. */
const INSTEAD: Readonly<Record<string, string | Message>> = {
  next: 'ArrowDown',
  previous: 'ArrowUp',
  'next-untouched': message('Next untouched'),
  'not-checkable': message('Not checkable'),
  keys: message('Show the keys of this screen'),
  palette: message('Find a command'),
};

function Key({ of, usual }: { readonly of: string; readonly usual: string }): ReactNode {
  const instead = INSTEAD[of] ?? '';
  const key = useKey(of, usual) || (typeof instead === 'string' ? instead : '');
  return key === '' && typeof instead !== 'string' ? (
    <strong>{say(instead)}</strong>
  ) : (
    <kbd>{nameKey(key)}</kbd>
  );
}
