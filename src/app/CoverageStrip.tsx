import { ArrowDownToLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { useKey } from '../stores/use-key.ts';
import { say } from '../messages/say.ts';
import { useFollowedFactCheck, useIsBehind } from '../stores/desk-context.ts';
import { useCoverage } from '../stores/use-desk-view.ts';
import { Button } from '../ui/Button.tsx';
import { CoverageBar } from '../ui/CoverageBar.tsx';
import { ariaKey, nameKey } from '../ui/name-key.ts';
import styles from './Desk.module.css';

interface CoverageStripProps {
  readonly onNextUntouched: () => void;
  /** The way to more of it. */
  readonly overview: ReactNode;
}

/** How far the work is, always in view: each sentence's state as a bar and in numbers, and the way to the next one. */
export function CoverageStrip({ onNextUntouched, overview }: CoverageStripProps): ReactNode {
  const factCheck = useFollowedFactCheck();
  const isBehind = useIsBehind(factCheck);
  const { states, counts } = useCoverage(factCheck);
  const nextKey = useKey('next-untouched', 'n');
  const all = states.length;
  const parts = [
    say('{n, number} checked', { n: counts.checked }),
    say('{n, number} open', { n: counts.open }),
    say('{n, number} not checkable', { n: counts['not-checkable'] }),
    say('{n, number} untouched', { n: counts.untouched }),
  ];
  return (
    <section className={styles['coverage']} aria-label={say('Coverage')} aria-busy={isBehind}>
      <CoverageBar states={states} />
      <p
        data-checked={counts.checked}
        data-open={counts.open}
        data-not-checkable={counts['not-checkable']}
        data-untouched={counts.untouched}
      >
        <span className={styles['done']} aria-hidden="true">
          {say('{done, number} of {all, number} done', { done: all - counts.open - counts.untouched, all })}
        </span>
        <span className={styles['counts']}>{parts.join(' · ')}</span>
      </p>
      <span className={styles['overview']}>{overview}</span>
      <Button
        look="quiet"
        className={styles['next']}
        aria-keyshortcuts={ariaKey(nextKey)}
        onClick={onNextUntouched}
        isIdle={counts.untouched === 0}
      >
        <ArrowDownToLine aria-hidden="true" />
        {say('Next untouched')}
        {nextKey === '' ? null : <kbd aria-hidden="true">{nameKey(nextKey)}</kbd>}
      </Button>
    </section>
  );
}
