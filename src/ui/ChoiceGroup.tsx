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
  /** The key that makes this choice; shown, and told to screen readers. The one who draws the group listens for it. */
  readonly shortcut?: string;
  /** It was chosen once and counts no more; the words say why, for those who do not see how it is drawn. */
  readonly former?: string | undefined;
}

interface ChoiceGroupProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | null;
  /** Null when the chosen one is chosen again: a choice can be taken back. */
  readonly onChange: (value: Value | null) => void;
  readonly canBeEmpty?: boolean;
  /** Stands under the choices: what the chosen one means. */
  readonly description?: ReactNode;
  /** Keys in a row, in columns, or joined to one small bar that is read at a glance. */
  readonly layout?: 'row' | 'columns' | 'bar';
}

/** A word that would have to be broken in a column. */
const LONG_WORD = /\S{14}/u;

/** A choice of one among a few, all in view: radio buttons that look like a row of keys. */
export function ChoiceGroup<Value extends string>(props: ChoiceGroupProps<Value>): ReactNode {
  const { label, choices, value, onChange, canBeEmpty = false, description, layout = 'row' } = props;
  const name = useId();
  return (
    <fieldset aria-describedby={description ? `${name}-about` : undefined}>
      <legend className={styles['legend']}>{label}</legend>
      <div className={`${styles['choices']} ${styles[layout] ?? ''}`}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={styles['choice']}
            data-colour={choice.colour}
            data-long={LONG_WORD.test(choice.label) ? '' : undefined}
            data-former={choice.former === undefined ? undefined : ''}
            title={choice.title}
          >
            <input
              type="radio"
              name={name}
              checked={choice.value === value}
              aria-keyshortcuts={choice.shortcut}
              onChange={() => onChange(choice.value)}
              onClick={() => {
                if (canBeEmpty && choice.value === value) onChange(null);
              }}
            />
            {choice.mark === undefined ? null : <RatingBadge mark={choice.mark} />}
            {choice.label}
            {choice.former === undefined ? null : <span className="visually-hidden"> ({choice.former})</span>}
            {choice.shortcut === undefined ? null : <kbd aria-hidden="true">{choice.shortcut}</kbd>}
          </label>
        ))}
      </div>
      {description ? (
        <div id={`${name}-about`} className={styles['description']}>
          {description}
        </div>
      ) : null}
    </fieldset>
  );
}
