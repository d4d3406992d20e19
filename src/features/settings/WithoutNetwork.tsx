import type { ReactNode } from 'react';
import { message, say, type Message } from '../../messages/say.ts';
import { useOffline } from '../../stores/desk-context.ts';
import type { OfflineState } from '../../stores/offline-store.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Settings.module.css';

const KEPT: Readonly<Record<OfflineState['kept'], Message>> = {
  no: message('Here Linecheck needs a network to open.'),
  getting: message('Linecheck is being kept in this browser, so that it will open without a network.'),
  yes: message('Linecheck is kept in this browser and opens without a network.'),
};

/** What opens without a network, and the newer version that waits, if there is one. */
export function WithoutNetwork(): ReactNode {
  const { kept, update } = useOffline();
  return (
    <section className={styles['note']} aria-label={say('Without a network')}>
      <h3>{say('Without a network')}</h3>
      <p>{say(KEPT[kept])}</p>
      {update ? (
        <>
          <p>
            {update.isElsewhere
              ? say('Another tab went over to a new version. This one does when it is reloaded.')
              : say('A new version is ready.')}
          </p>
          <Button onClick={update.reload}>{say('Reload with the new version')}</Button>
        </>
      ) : null}
    </section>
  );
}
