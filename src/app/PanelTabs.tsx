import { Quote, Link2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { say } from '../messages/say.ts';
import { useFactCheck, useSession, useSessionEvents } from '../stores/desk-context.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import styles from './Desk.module.css';

/** Chooses between the list of annotations and the sources; on a small screen this row opens them over the article. */
export function PanelTabs(): ReactNode {
  const panel = useSession((session) => session.panel);
  const isPanelOpen = useSession((session) => session.isPanelOpen);
  const { showPanel, closePanel } = useSessionEvents();
  const annotations = useFactCheck(({ tables }) => tables.annotation.size);
  const sources = useFactCheck(({ tables }) => tables.source.size);
  return (
    <div className={styles['tabs']}>
      <Button look="quiet" aria-pressed={panel === 'annotations'} onClick={() => showPanel('annotations')}>
        <Quote aria-hidden="true" />
        {say('Annotations')}
        <span className={styles['count']}>{annotations}</span>
      </Button>
      <Button look="quiet" aria-pressed={panel === 'sources'} onClick={() => showPanel('sources')}>
        <Link2 aria-hidden="true" />
        {say('Sources')}
        <span className={styles['count']}>{sources}</span>
      </Button>
      {isPanelOpen ? (
        <IconButton
          className={styles['closePanel']}
          label={say('Back to the article')}
          icon={<X />}
          onClick={closePanel}
        />
      ) : null}
    </div>
  );
}
