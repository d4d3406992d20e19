import type { ReactNode } from 'react';
import { isVerdictInDoubt } from '../../domain/doubt.ts';
import type { FactCheck } from '../../domain/fact-check.ts';
import { verdictsOf } from '../../domain/lookup.ts';
import { judgedWordingOf } from '../../domain/judged-wording.ts';
import { ratingOf } from '../../domain/marks.ts';
import { canSetAside, setAside } from '../../domain/set-aside.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { formatDate } from '../../messages/formats.ts';
import { say, sayData } from '../../messages/say.ts';
import { useFactCheck, useFactCheckEvents, useSession } from '../../stores/desk-context.ts';
import { useUndoNotice } from '../../stores/use-undo-notice.ts';
import { Button } from '../../ui/Button.tsx';
import { nameAbout } from '../../ui/name-about.ts';
import { RatingBadge } from '../../ui/RatingBadge.tsx';
import styles from './OtherVerdicts.module.css';
import type { Editing } from './use-editing.ts';

/**
 * What other reviewers have judged, each on the scale that was used then. Read-only: a verdict is its reviewer's, and one
 * on other words is greyed until that reviewer has judged those that stand here now, or somebody sets it aside.
 */
export function OtherVerdicts({ editing }: { readonly editing: Editing }): ReactNode {
  const { annotation, whenReviewer } = editing;
  const { carryOut } = useFactCheckEvents();
  const offerUndo = useUndoNotice();
  const factCheck = useFactCheck((now) => now);
  const presentId = useSession(({ reviewer }) => reviewer?.id ?? null);
  const others = verdictsOf(factCheck, annotation.id).filter(({ reviewerId }) => reviewerId !== presentId);
  if (others.length === 0) return null;
  const putAside = (verdict: Verdict): void =>
    whenReviewer(() => {
      carryOut((now, hand) => setAside(now, verdict.id, hand));
      offerUndo(
        say('The verdict of {name} is set aside. The history keeps it.', {
          name: nameOf(factCheck, verdict),
        }),
      );
    });
  return (
    <section className={styles['part']} aria-label={say('Other reviewers')}>
      <h3 className={styles['title']}>{say('Other reviewers')}</h3>
      <ul className={styles['list']}>
        {others.map((verdict) => (
          <OtherVerdict
            key={verdict.id}
            factCheck={factCheck}
            verdict={verdict}
            isDoubted={isVerdictInDoubt(annotation, verdict)}
            wording={judgedWordingOf(factCheck, annotation, verdict)}
            onSetAside={canSetAside(factCheck, verdict) ? () => putAside(verdict) : null}
          />
        ))}
      </ul>
    </section>
  );
}

function OtherVerdict({
  factCheck,
  verdict,
  isDoubted,
  wording,
  onSetAside,
}: {
  readonly factCheck: FactCheck;
  readonly verdict: Verdict;
  readonly isDoubted: boolean;
  /** The claim as it was judged, where it is worded otherwise now. */
  readonly wording: string | null;
  readonly onSetAside: (() => void) | null;
}): ReactNode {
  const rating = ratingOf(factCheck, verdict);
  const name = nameOf(factCheck, verdict);
  return (
    <li className={styles['verdict']} data-doubted={isDoubted}>
      <p className={styles['head']}>
        <RatingBadge mark={rating?.mark ?? '…'} colour={isDoubted ? 'none' : (rating?.colour ?? 'none')} />
        <strong>{sayData(rating?.label ?? verdict.ratingId ?? say('No rating'))}</strong>
        <span className={styles['who']}>
          {name},{' '}
          <time dateTime={verdict.decidedAt}>
            {formatDate(Date.parse(verdict.decidedAt), { dateStyle: 'medium' })}
          </time>
        </span>
      </p>
      {isDoubted ? (
        <p className={styles['doubt']}>{say('Given on other words than those that stand here now.')}</p>
      ) : wording === null ? null : (
        <p className={styles['doubt']}>
          {say('Given on another wording of the claim:')} <q dir="auto">{wording}</q>
        </p>
      )}
      {onSetAside ? (
        <Button
          look="quiet"
          className={styles['aside']}
          aria-label={nameAbout(say('Set aside'), name)}
          onClick={onSetAside}
        >
          {say('Set aside')}
        </Button>
      ) : null}
      {verdict.conclusion === '' ? null : <p dir="auto">{verdict.conclusion}</p>}
    </li>
  );
}

function nameOf({ tables }: FactCheck, { reviewerId }: Verdict): string {
  return tables.reviewer.get(reviewerId)?.name.trim() || say('somebody else');
}
