import { useId, useRef, useState, type ReactNode } from 'react';
import { STANCE_WORDS } from '../../domain/evidence.ts';
import type { FactCheck } from '../../domain/fact-check.ts';
import type { History, Version } from '../../domain/history.ts';
import { ratingOf } from '../../domain/marks.ts';
import type { Id } from '../../domain/record.ts';
import { restoreVersion, sourceOfRestored, type SourceOfRestored } from '../../domain/restore-version.ts';
import { findSource, versionIn } from '../../domain/source-of-entry.ts';
import { message, say, sayData, type Message } from '../../messages/say.ts';
import { useFactCheck, useFactCheckEvents } from '../../stores/desk-context.ts';
import type { WhenReviewer } from '../../stores/fact-check-store.ts';
import { useUndoNotice } from '../../stores/use-undo-notice.ts';
import { Button } from '../../ui/Button.tsx';
import { describeAge, describeInstant } from '../../ui/describe-age.ts';
import { MoreButton } from '../../ui/MoreButton.tsx';
import { RatingBadge } from '../../ui/RatingBadge.tsx';
import styles from './History.module.css';

/** Entries that are drawn at first, and more each time. */
const AT_ONCE = 50;

interface HistoryListProps {
  readonly entries: readonly History[];
  readonly whenReviewer: WhenReviewer;
  /** UTC instant. */
  readonly now: string;
}

/** Every value that was replaced or removed, newest first, each with the way back. */
export function HistoryList({ entries, whenReviewer, now }: HistoryListProps): ReactNode {
  const { carryOut } = useFactCheckEvents();
  const offerUndo = useUndoNotice();
  const list = useRef<HTMLUListElement>(null);
  const [most, setMost] = useState(AT_ONCE);
  if (entries.length === 0)
    return (
      <p className={styles['soft']}>
        {say(
          'Nothing has been replaced yet. Earlier verdicts, claims and evidence will stand here, and can be restored.',
        )}
      </p>
    );

  function restore(entry: History): void {
    whenReviewer(() => {
      carryOut((factCheck, hand) => restoreVersion(factCheck, entry, hand));
      offerUndo(say('{what} restored from the history', { what: nameOf(entry.before) }));
      // The entry may be gone with its button, or stand lower.
      list.current?.focus();
    });
  }

  return (
    <>
      <ul ref={list} className={styles['list']} aria-label={say('History')} tabIndex={-1}>
        {entries.slice(0, most).map((entry) => (
          <HistoryItem key={entry.id} entry={entry} now={now} onRestore={() => restore(entry)} />
        ))}
      </ul>
      <MoreButton left={entries.length - most} onMore={() => setMost(most + AT_ONCE)} />
    </>
  );
}

interface HistoryItemProps {
  readonly entry: History;
  readonly now: string;
  readonly onRestore: () => void;
}

function HistoryItem({ entry, now, onRestore }: HistoryItemProps): ReactNode {
  const factCheck = useFactCheck((present) => present);
  const aboutId = useId();
  const before = versionIn(entry);
  const remark = before.type === 'evidence' ? REMARKS[sourceOfRestored(factCheck, before)] : null;
  return (
    <li className={styles['entry']}>
      <div id={aboutId} className={styles['words']}>
        <p className={styles['who']}>
          {say('{what} by {who},', { what: nameOf(before), who: whoIs(factCheck, before.updatedBy) })}{' '}
          <time dateTime={before.updatedAt} title={describeInstant(before.updatedAt)}>
            {describeAge(before.updatedAt, now)}
          </time>
        </p>
        <Value factCheck={factCheck} version={before} />
        {remark ? <p className={styles['who']}>{say(remark)}</p> : null}
      </div>
      <Button aria-describedby={aboutId} onClick={onRestore}>
        {say('Restore')}
      </Button>
    </li>
  );
}

function Value({
  factCheck,
  version,
}: {
  readonly factCheck: FactCheck;
  readonly version: Version;
}): ReactNode {
  switch (version.type) {
    case 'verdict': {
      const rating = ratingOf(factCheck, version);
      return (
        <>
          <p className={styles['rating']}>
            <RatingBadge mark={rating?.mark ?? '…'} colour={rating?.colour ?? 'none'} />
            <strong>{sayData(rating?.label ?? version.ratingId ?? say('No rating'))}</strong>
          </p>
          {version.conclusion === '' ? null : <p dir="auto">{version.conclusion}</p>}
        </>
      );
    }
    case 'claim':
      return (
        <>
          <p dir="auto">{version.claim.statement}</p>
          {version.claim.claimant ? (
            <p className={styles['who']} dir="auto">
              {version.claim.claimant.name}
            </p>
          ) : null}
          {version.checkability === 'not-checkable' ? (
            <p className={styles['who']}>
              {version.reason
                ? say('Not checkable: {reason}', { reason: version.reason })
                : say('Not checkable')}
            </p>
          ) : null}
        </>
      );
    case 'evidence': {
      const source = findSource(factCheck, version);
      return (
        <>
          <p dir="auto">
            {say(STANCE_WORDS[version.stance])}:{' '}
            {source?.title || source?.url || say('a source that is not here')}
          </p>
          {version.quote === undefined ? null : <p dir="auto">“{version.quote}”</p>}
        </>
      );
    }
  }
}

function nameOf({ type }: Version): string {
  return say(NAMES[type]);
}

function whoIs({ tables }: FactCheck, id: Id | null): string {
  return (id === null ? undefined : tables.reviewer.get(id)?.name) ?? say('somebody');
}

/** What becomes of evidence whose source is nowhere any more. */
const REMARKS: Readonly<Record<SourceOfRestored, Message | null>> = {
  'its own': null,
  'the present one': message(
    'Its source is not here any more: it is restored with the one that the evidence has now.',
  ),
  'an empty one': message(
    'Its source is not here any more: it is restored with an empty one, for you to fill in.',
  ),
};

const NAMES = {
  verdict: message('Verdict'),
  claim: message('Claim'),
  evidence: message('Evidence'),
} as const;
