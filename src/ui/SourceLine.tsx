import type { ReactNode } from 'react';
import type { Source } from '../domain/source.ts';
import { formatWrittenDate } from '../messages/formats.ts';
import { message, say } from '../messages/say.ts';
import { nameSource } from './name-source.ts';
import { SafeLink } from './SafeLink.tsx';
import styles from './SourceLine.module.css';

interface SourceLineProps {
  readonly source: Source;
  /** Said after author, publisher and date. */
  readonly more?: string;
}

/** What a source is: its title, a link where its address may be one, and who published it when. */
export function SourceLine({ source, more = '' }: SourceLineProps): ReactNode {
  const words = nameSource(source);
  const about = aboutSource(source, more);
  return (
    <>
      <p className={styles['title']} dir="auto">
        {source.url === undefined ? words : <SafeLink address={source.url}>{words}</SafeLink>}
      </p>
      {about === '' ? null : <p className={styles['about']}>{about}</p>}
    </>
  );
}

function aboutSource({ publisher, publishedAt, authors, tier }: Source, more: string): string {
  const [first, ...others] = authors;
  const by = first !== undefined && others.length > 0 ? say('{first} and others', { first }) : first;
  const date = publishedAt && formatWrittenDate(publishedAt);
  return [by, publisher, date, tier && say(TIER_WORDS[tier]), more].filter(Boolean).join(' · ');
}

const TIER_WORDS = {
  primary: message('primary'),
  secondary: message('secondary'),
  'fact-check': message('fact check'),
} as const;
