import { ClipboardPaste } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { say } from '../../messages/say.ts';
import { Button } from '../../ui/Button.tsx';
import { Samples } from './Samples.tsx';
import styles from './StartWithArticle.module.css';

interface StartWithArticleProps {
  readonly sampleAddressOf: (sampleId: string) => string;
  readonly onPaste: () => void;
  readonly openFileButton: ReactNode;
}

/** The ways to begin: a text of one's own, a file, or an article to practise on. */
export function StartWithArticle(props: StartWithArticleProps): ReactNode {
  const { sampleAddressOf, onPaste, openFileButton } = props;
  const id = useId();
  return (
    <section className={styles['start']} aria-labelledby={id}>
      <h2 id={id}>{say('Start with an article')}</h2>
      <div className={styles['ways']}>
        <Button look="primary" onClick={onPaste}>
          <ClipboardPaste />
          {say('Paste an article')}
        </Button>
        {openFileButton}
      </div>
      <Samples addressOf={sampleAddressOf} />
    </section>
  );
}
