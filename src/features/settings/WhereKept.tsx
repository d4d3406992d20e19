import type { ReactNode } from 'react';
import { say } from '../../messages/say.ts';
import { useUsage } from '../../queries/usage.ts';
import { describeUsage, isKeptNowhere } from './describe-usage.ts';
import styles from './Settings.module.css';

/** Where the work of this browser is kept, how much it is, and how safe it is there. */
export function WhereKept(): ReactNode {
  const { data: usage } = useUsage();
  return (
    <section className={styles['note']} aria-label={say('Where your work is kept')}>
      <h3>{say('Where your work is kept')}</h3>
      {usage && isKeptNowhere(usage) ? null : (
        <p>
          {say(
            'In this browser, on this device, and nowhere else: clearing the site’s data deletes it, and so does closing a private window. Export a file to keep a fact check somewhere safe or to hand it on.',
          )}
        </p>
      )}
      {usage ? describeUsage(usage).map((sentence) => <p key={sentence}>{sentence}</p>) : null}
    </section>
  );
}
