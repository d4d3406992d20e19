import { useId, type ReactNode } from 'react';
import type { CatalogueEntry } from '../../ingest/catalogue.ts';
import { say } from '../../messages/say.ts';
import { useCatalogue } from '../../queries/catalogue.ts';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/commands.ts';
import { nameLanguage } from '../../ui/language-name.ts';
import styles from './Samples.module.css';

interface SamplesProps {
  readonly addressOf: (sampleId: string) => string;
}

/** The articles that come with the app, to practise on. */
export function Samples({ addressOf }: SamplesProps): ReactNode {
  const id = useId();
  const catalogue = useCatalogue();
  useCommands(() =>
    (catalogue.data ?? []).map((sample) => ({
      id: 'sample',
      label: sample.title,
      run: () => location.assign(addressOf(sample.id)),
    })),
  );
  return (
    <div className={styles['samples']}>
      <h3 id={id} className={styles['heading']}>
        {say('Or practise on a sample')}
      </h3>
      {catalogue.data ? (
        <ul className={styles['cards']} aria-labelledby={id}>
          {catalogue.data.map((sample) => (
            <SampleCard key={sample.id} sample={sample} address={addressOf(sample.id)} />
          ))}
        </ul>
      ) : catalogue.isError ? (
        <div className={styles['trouble']} role="alert">
          <p>{catalogue.error.message}</p>
          <Button onClick={() => void catalogue.refetch()}>{say('Try again')}</Button>
        </div>
      ) : catalogue.fetchStatus === 'paused' ? (
        <p className={styles['trouble']} role="status">
          {say(
            'You are offline. The samples appear here as soon as there is a connection; everything else on this page works.',
          )}
        </p>
      ) : (
        <p className={styles['waiting']}>{say('Loading the samples…')}</p>
      )}
    </div>
  );
}

interface SampleCardProps {
  readonly sample: CatalogueEntry;
  readonly address: string;
}

function SampleCard({ sample, address }: SampleCardProps): ReactNode {
  const { title, language, direction, length, summary } = sample;
  return (
    <li className={styles['card']}>
      <a className={styles['title']} href={address} lang={language} dir={direction}>
        {title}
      </a>
      <p className={styles['facts']}>
        {nameLanguage(language)} ·{' '}
        {length.unit === 'words'
          ? say('{n, plural, one {# word} other {# words}}', { n: length.count })
          : say('{n, plural, one {# character} other {# characters}}', { n: length.count })}
      </p>
      <p className={styles['summary']} lang="en" dir="auto">
        {summary}
      </p>
    </li>
  );
}
