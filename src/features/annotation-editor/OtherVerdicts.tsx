import type { ReactNode } from 'react';
import type { Annotation } from '../../domain/annotation.ts';
import { isVerdictInDoubt } from '../../domain/doubt.ts';
import type { FactCheck } from '../../domain/fact-check.ts';
import { verdictsOf } from '../../domain/lookup.ts';
import { ratingOf } from '../../domain/marks.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { formatDate } from '../../messages/formats.ts';
import { say } from '../../messages/say.ts';
import { useFactCheck, useSession } from '../../stores/desk-context.ts';
import { RatingBadge } from '../../ui/RatingBadge.tsx';
import styles from './OtherVerdicts.module.css';

/**
 * What other reviewers have judged, each on the scale that was used then. Read-only: a verdict is its reviewer's, and one
 * on other words is greyed until that reviewer has judged those that stand here now.
 */
export function OtherVerdicts({ annotation }: { readonly annotation: Annotation }): ReactNode {
  const factCheck = useFactCheck((now) => now);
  const presentId = useSession(({ reviewer }) => reviewer?.id ?? null);
  const others = verdictsOf(factCheck, annotation.id).filter(({ reviewerId }) => reviewerId !== presentId);
  if (others.length === 0) return null;
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
}: {
  readonly factCheck: FactCheck;
  readonly verdict: Verdict;
  readonly isDoubted: boolean;
}): ReactNode {
  const rating = ratingOf(factCheck, verdict);
  const name = factCheck.tables.reviewer.get(verdict.reviewerId)?.name ?? say('Somebody');
  return (
    <li className={styles['verdict']} data-doubted={isDoubted}>
      <p className={styles['head']}>
        <RatingBadge mark={rating?.mark ?? '…'} colour={isDoubted ? 'none' : (rating?.colour ?? 'none')} />
        <strong>{rating?.label ?? verdict.ratingId ?? say('No rating')}</strong>
        <span className={styles['who']}>
          {name},{' '}
          <time dateTime={verdict.decidedAt}>
            {formatDate(Date.parse(verdict.decidedAt), { dateStyle: 'medium' })}
          </time>
        </span>
      </p>
      {isDoubted ? (
        <p className={styles['doubt']}>{say('Given on other words than those that stand here now.')}</p>
      ) : null}
      {verdict.conclusion === '' ? null : <p dir="auto">{verdict.conclusion}</p>}
    </li>
  );
}
