import type { ReactNode } from 'react';
import { ratingOf } from '../../domain/marks.ts';
import { say, sayData } from '../../messages/say.ts';
import { useFactCheck } from '../../stores/desk-context.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { RatingBadge } from '../../ui/RatingBadge.tsx';
import styles from './NotCheckablePart.module.css';
import type { Editing } from './use-editing.ts';

/** In the place of the verdict: why there is nothing to check here. */
export function NotCheckablePart({ editing }: { readonly editing: Editing }): ReactNode {
  const { annotation, verdict, step, edit } = editing;
  const rating = useFactCheck((now) => verdict && ratingOf(now, verdict));
  return (
    <div className={styles['part']}>
      <div className={styles['said']} data-colour="none">
        <RatingBadge mark="∅" colour="none" />
        <strong>{say('Not checkable')}</strong>
        <Button onClick={() => edit({ checkability: 'claim' })}>{say('Make it a claim')}</Button>
      </div>
      {rating ? (
        <p className={styles['kept']}>
          {say('Its verdict, “{label}”, is kept and comes back with the claim.', {
            label: sayData(rating.label),
          })}
        </p>
      ) : null}
      <TextField
        label={say('Reason')}
        rows={2}
        placeholder={say('An opinion, a forecast, a question …')}
        step={step}
        value={annotation.reason ?? ''}
        onChange={(reason, run) => edit({ reason }, run)}
      />
    </div>
  );
}
