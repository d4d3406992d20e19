import type { ReactNode } from 'react';
import type { FactCheck } from '../../domain/fact-check.ts';
import { verdictsOf } from '../../domain/lookup.ts';
import { ratingOf } from '../../domain/marks.ts';
import type { Id } from '../../domain/record.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { useFactCheck, useSession } from '../../stores/desk-context.ts';
import { RatingBadge } from '../../ui/RatingBadge.tsx';
import styles from './OtherVerdicts.module.css';

/** What other reviewers have judged, each on the scale that was used then. Read-only: a verdict is its reviewer's. */
export function OtherVerdicts({ annotationId }: { readonly annotationId: Id }): ReactNode {
  const factCheck = useFactCheck((now) => now);
  const presentId = useSession(({ reviewer }) => reviewer?.id ?? null);
  const others = verdictsOf(factCheck, annotationId).filter(({ reviewerId }) => reviewerId !== presentId);
  if (others.length === 0) return null;
  return (
    <section className={styles['part']} aria-label="Other reviewers">
      <h3 className={styles['title']}>Other reviewers</h3>
      <ul className={styles['list']}>
        {others.map((verdict) => (
          <OtherVerdict key={verdict.id} factCheck={factCheck} verdict={verdict} />
        ))}
      </ul>
    </section>
  );
}

function OtherVerdict({
  factCheck,
  verdict,
}: {
  readonly factCheck: FactCheck;
  readonly verdict: Verdict;
}): ReactNode {
  const rating = ratingOf(factCheck, verdict);
  const name = factCheck.tables.reviewer.get(verdict.reviewerId)?.name ?? 'Somebody';
  return (
    <li className={styles['verdict']}>
      <p className={styles['head']}>
        <RatingBadge mark={rating?.mark ?? '…'} colour={rating?.colour ?? 'none'} />
        <strong>{rating?.label ?? verdict.ratingId ?? 'No rating'}</strong>
        <span className={styles['who']}>
          {name}, <time dateTime={verdict.decidedAt}>{DAY.format(new Date(verdict.decidedAt))}</time>
        </span>
      </p>
      {verdict.conclusion === '' ? null : <p dir="auto">{verdict.conclusion}</p>}
    </li>
  );
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });
