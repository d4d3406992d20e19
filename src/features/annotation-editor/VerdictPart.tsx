import type { ReactNode } from 'react';
import { isVerdictInDoubt } from '../../domain/doubt.ts';
import { scaleOf } from '../../domain/fact-check.ts';
import { ratingOf } from '../../domain/marks.ts';
import type { Rating } from '../../domain/rating-scale.ts';
import { say, sayData } from '../../messages/say.ts';
import { useFactCheck, useSession } from '../../stores/desk-context.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { TextField } from '../../ui/Field.tsx';
import type { Editing } from './use-editing.ts';
import styles from './VerdictPart.module.css';

/** The verdict on the fact check's scale, and in words. */
export function VerdictPart({ editing }: { readonly editing: Editing }): ReactNode {
  const { annotation, verdict, step, judge, takeAway } = editing;
  const scale = useFactCheck(scaleOf);
  const given = useFactCheck((now) => verdict && ratingOf(now, verdict));
  const hasKeys = useSession(({ hasCharacterKeys }) => hasCharacterKeys);
  const isOnScale = verdict?.scaleId === scale.id;
  const isDoubted = verdict !== undefined && isVerdictInDoubt(annotation, verdict);

  const takeBack = (): void => takeAway.judge({ ratingId: null }, say('Verdict taken back'));

  return (
    <div className={styles['part']}>
      <ChoiceGroup
        label={say('Verdict')}
        choices={scale.ratings.map(({ id, label, colour, mark, definition, shortcut }) => ({
          value: id,
          label: sayData(label),
          colour,
          mark,
          title: definition,
          ...(hasKeys ? { shortcut } : {}),
          former: isDoubted && isOnScale && id === verdict.ratingId ? say('given on other words') : undefined,
        }))}
        value={isOnScale && !isDoubted ? verdict.ratingId : null}
        canBeEmpty
        layout="columns"
        onChange={(ratingId) => (ratingId === null ? takeBack() : judge({ ratingId }))}
        description={
          <p className={styles['definition']}>
            <bdi>
              {given
                ? isDoubted
                  ? say('“{label}” was given on other words.', { label: sayData(given.label) })
                  : definitionOf(given, isOnScale)
                : null}
            </bdi>
            {!given && hasKeys ? (
              <span className={styles['byKey']}>
                {say('Press {keys} or choose.', { keys: keysOf(scale.ratings) })}
              </span>
            ) : null}
            {verdict && verdict.ratingId !== null ? (
              <Button look="quiet" className={styles['back']} onClick={takeBack}>
                {say('Take back')}
              </Button>
            ) : null}
          </p>
        }
      />
      <TextField
        label={say('Conclusion')}
        rows={2}
        placeholder={say('One sentence that a reader can understand on its own')}
        step={step}
        value={verdict?.conclusion ?? ''}
        onChange={(conclusion, run) => judge({ conclusion }, run)}
      />
    </div>
  );
}

/** A verdict that was given on another scale keeps its word. */
function definitionOf({ label, definition }: Rating, isOnScale: boolean): string {
  const means = sayData(definition);
  return isOnScale
    ? means
    : say('{label} (on another scale): {definition}', { label: sayData(label), definition: means });
}

function keysOf(ratings: readonly Rating[]): string {
  const [first, last] = [ratings[0]?.shortcut, ratings.at(-1)?.shortcut];
  return ratings.length > 1 ? `${first}–${last}` : String(first);
}
