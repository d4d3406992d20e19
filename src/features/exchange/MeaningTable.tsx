import type { ReactNode } from 'react';
import { scalesOf } from '../../domain/scales-of.ts';
import { wordKey, type ForeignWord, type Meaning, type Meanings } from '../../domain/foreign-words.ts';
import type { RatingScale } from '../../domain/rating-scale.ts';
import { say, sayData } from '../../messages/say.ts';
import { useFactCheck } from '../../stores/desk-context.ts';
import { SelectField } from '../../ui/Field.tsx';
import styles from './Exchange.module.css';

interface MeaningTableProps {
  readonly words: readonly ForeignWord[];
  readonly meanings: Meanings;
  readonly onChange: (meanings: Meanings) => void;
}

/** More rows than anybody goes through: the rest keep the meaning that was guessed. */
const MOST_ROWS = 100;

/** What each label and each tag of a file shall mean here. Tags are folded away, since they mostly stay tags. */
export function MeaningTable({ words, meanings, onChange }: MeaningTableProps): ReactNode {
  const labels = words.filter(({ kind }) => kind === 'label');
  const tags = words.filter(({ kind }) => kind === 'tag');
  const rows = (some: readonly ForeignWord[]): ReactNode => (
    <MeaningRows words={some} meanings={meanings} onChange={onChange} />
  );
  return (
    <>
      {labels.length > 0 ? (
        <section className={styles['options']} aria-label={say('Labels')}>
          {rows(labels)}
        </section>
      ) : null}
      {tags.length > 0 ? (
        <details className={styles['labels']}>
          <summary>{say('{n, plural, one {# tag} other {# tags}}', { n: tags.length })}</summary>
          <div className={styles['labelFields']}>{rows(tags)}</div>
        </details>
      ) : null}
    </>
  );
}

function MeaningRows({ words, meanings, onChange }: MeaningTableProps): ReactNode {
  const factCheck = useFactCheck((now) => now);
  const choices = choicesOf(scalesOf(factCheck));
  return (
    <>
      {words.slice(0, MOST_ROWS).map((word) => {
        const key = wordKey(word);
        const meaning = meanings.get(key) ?? { means: 'tag' };
        return (
          <SelectField
            key={key}
            label={say('“{word}” means', { word: word.word })}
            hint={
              word.count > 1
                ? say('at {n, plural, one {# annotation} other {# annotations}}', { n: word.count })
                : undefined
            }
            value={valueOf(meaning)}
            options={choices}
            onChange={(value) => {
              const chosen = choices.find((choice) => choice.value === value);
              if (chosen) onChange(new Map(meanings).set(key, chosen.meaning));
            }}
          />
        );
      })}
      {words.length > MOST_ROWS ? (
        <p className={styles['soft']}>
          {say('And {n, number} more, which stay as they were understood.', {
            n: words.length - MOST_ROWS,
          })}
        </p>
      ) : null}
    </>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly meaning: Meaning;
}

function choicesOf(scales: readonly RatingScale[]): readonly Choice[] {
  const ratings = scales.flatMap(({ id: scaleId, name, ratings: all }, i) =>
    all.map(({ id, label }): Choice => {
      const meaning: Meaning = { means: 'rating', scaleId, ratingId: id };
      return {
        value: valueOf(meaning),
        label: i === 0 ? sayData(label) : `${sayData(label)} (${sayData(name)})`,
        meaning,
      };
    }),
  );
  return [
    ...ratings,
    { value: 'not-checkable', label: say('Not checkable'), meaning: { means: 'not-checkable' } },
    { value: 'tag', label: say('A tag'), meaning: { means: 'tag' } },
    { value: 'nothing', label: say('Nothing: leave it out'), meaning: { means: 'nothing' } },
  ];
}

function valueOf(meaning: Meaning): string {
  return meaning.means === 'rating' ? `rating/${meaning.scaleId}/${meaning.ratingId}` : meaning.means;
}
