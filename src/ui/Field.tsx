import { ChevronDown } from 'lucide-react';
import { useId, useRef, type ComponentProps, type ReactNode, type Ref } from 'react';
import { say } from '../messages/say.ts';
import { directionOfField } from './direction-of-field.ts';
import styles from './Field.module.css';
import { useTyping } from './use-typing.ts';

interface Words {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with the value, as a sentence. */
  readonly error?: string | null;
  readonly hidesLabel?: boolean;
}

interface TextProps
  extends Words, Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'children' | 'ref' | 'step'> {
  readonly value: string;
  /**
   * Every change of the text, with the name of the run of typing: all changes between focus and blur are one run, and
   * so one step of undo.
   */
  readonly onChange: (value: string, run: string) => void;
  /**
   * For a value in a store: another object after every step that this tab makes or takes back (see `useTyping`). What is
   * typed then survives a change by another tab, and stays in view when it is refused.
   */
  readonly step?: unknown;
  /** Rows at the start; a field with rows grows with its text. */
  readonly rows?: number;
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
}

let runs = 0;

/** A labelled field for text, one line or several. Direction follows what is typed. */
export function TextField(props: TextProps): ReactNode {
  const {
    label,
    hint,
    hidesLabel,
    value,
    onChange,
    step,
    rows,
    inputRef,
    onFocus,
    onBlur,
    onPaste,
    ...others
  } = props;
  const { error: problem, ...rest } = others;
  const id = useId();
  const run = useRef('');
  const beginRun = (): void => {
    runs += 1;
    run.current = `${id}/${runs}`;
  };
  const typing = useTyping(value, step, (text, isAgain) => {
    if (isAgain) beginRun();
    onChange(text, run.current);
  });
  const error = problem ?? (typing.isUnsaved ? say('Not saved yet.') : null);
  const common = {
    dir: directionOfField(typing.text),
    ...rest,
    id,
    value: typing.text,
    ref: inputRef,
    className: styles['control'],
    'aria-invalid': error ? true : undefined,
    'aria-describedby': hint || error ? `${id}-about` : undefined,
    onFocus: (event: React.FocusEvent<HTMLInputElement & HTMLTextAreaElement>) => {
      beginRun();
      onFocus?.(event);
    },
    onBlur: (event: React.FocusEvent<HTMLInputElement & HTMLTextAreaElement>) => {
      typing.settle();
      onBlur?.(event);
    },
    onPaste: (event: React.ClipboardEvent<HTMLInputElement & HTMLTextAreaElement>) => {
      // Before the browser puts it in and lays it out.
      event.currentTarget.dir = directionOfField(
        event.currentTarget.value + event.clipboardData.getData('text/plain'),
      );
      onPaste?.(event);
    },
    onChange: (event: React.ChangeEvent<HTMLInputElement & HTMLTextAreaElement>) =>
      typing.type(event.currentTarget.value),
  };
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} hidesLabel={hidesLabel}>
      {rows === undefined ? (
        <input type="text" {...common} />
      ) : (
        <textarea {...(common as ComponentProps<'textarea'>)} rows={rows} />
      )}
    </FieldFrame>
  );
}

interface SelectProps<Value extends string> extends Words {
  readonly value: Value;
  /** With the name of the run: all that is chosen between focus and blur is one run, as in a `TextField`. */
  readonly onChange: (value: Value, run: string) => void;
  /** See `TextField`. */
  readonly step?: unknown;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly disabled?: boolean;
}

/** A labelled choice of one from a list. */
export function SelectField<Value extends string>(props: SelectProps<Value>): ReactNode {
  const { label, hint, error: problem, hidesLabel, value, onChange, step, options, disabled } = props;
  const id = useId();
  const run = useRef('');
  const typing = useTyping(value, step, (text) => {
    const chosen = options.find((option) => option.value === text);
    if (chosen) onChange(chosen.value, run.current);
  });
  const error = problem ?? (typing.isUnsaved ? say('Not saved yet.') : null);
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} hidesLabel={hidesLabel}>
      <span className={styles['choice']}>
        <select
          id={id}
          className={styles['control']}
          value={typing.text}
          disabled={disabled}
          aria-describedby={hint || error ? `${id}-about` : undefined}
          onFocus={() => {
            runs += 1;
            run.current = `${id}/${runs}`;
          }}
          onBlur={typing.settle}
          onChange={({ currentTarget }) => typing.type(currentTarget.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden="true" />
      </span>
    </FieldFrame>
  );
}

interface FrameProps {
  readonly id: string;
  readonly label: string;
  readonly hint: ReactNode;
  readonly error: string | null | undefined;
  readonly hidesLabel: boolean | undefined;
  readonly children: ReactNode;
}

/** Label, control and what is said about it. For parts that bring a control of their own. */
export function FieldFrame({ id, label, hint, error, hidesLabel, children }: FrameProps): ReactNode {
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={hidesLabel ? 'visually-hidden' : styles['label']}>
        {label}
      </label>
      {children}
      {error || hint ? (
        <p id={`${id}-about`} className={error ? styles['error'] : styles['hint']}>
          {error || hint}
        </p>
      ) : null}
    </div>
  );
}
