import { useId, type ReactNode } from 'react';
import styles from './ChoiceGroup.module.css';
import { RatingBadge } from './RatingBadge.tsx';

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** For ratings: their colour token and mark. */
  readonly colour?: string;
  readonly mark?: string;
  readonly title?: string;
}

interface ChoiceGroupProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | null;
  /** Null when the chosen one is chosen again: a choice can be taken back. */
  readonly onChange: (value: Value | null) => void;
  readonly canBeEmpty?: boolean;
}

/** A choice of one among a few, all in view: radio buttons that look like a row of keys. */
export function ChoiceGroup<Value extends string>(props: ChoiceGroupProps<Value>): ReactNode {
  const { label, choices, value, onChange, canBeEmpty = false } = props;
  const name = useId();
  return (
    <fieldset>
      <legend className={styles['legend']}>{label}</legend>
      <div className={styles['choices']}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={styles['choice']}
            data-colour={choice.colour}
            title={choice.title}
          >
            <input
              type="radio"
              name={name}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
              onClick={() => {
                if (canBeEmpty && choice.value === value) onChange(null);
              }}
            />
            {choice.mark === undefined ? null : <RatingBadge mark={choice.mark} />}
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
