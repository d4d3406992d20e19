import { useId, useRef, useState, type ComponentProps, type KeyboardEvent, type ReactNode } from 'react';
import { TextField } from './Field.tsx';
import styles from './SuggestField.module.css';

export interface Suggestion {
  /** What the field holds when it is taken. */
  readonly value: string;
  readonly label: string;
  /** What is new in it, beside the label; the whole value unless given. */
  readonly shown?: string;
}

interface SuggestFieldProps extends Omit<
  ComponentProps<typeof TextField>,
  'role' | 'list' | 'onKeyDown' | 'onBlur' | 'onClick' | 'rows' | 'step' | 'inputRef'
> {
  /** What can be taken for what stands in the field. */
  readonly suggestions: readonly Suggestion[];
  /** Names the list of them. */
  readonly suggestionsLabel: string;
}

/**
 * A field with suggestions to go on (ARIA combobox with a list). They come with typing, a click or the arrow keys; Enter
 * takes the one that the arrows have reached, and Escape puts them away and leaves the text alone.
 */
export function SuggestField(props: SuggestFieldProps): ReactNode {
  const { suggestions, suggestionsLabel, onChange, ...field } = props;
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState<number | null>(null);
  const isShown = isOpen && suggestions.length > 0;
  const reached = active !== null && active < suggestions.length ? active : null;

  function close(): void {
    setOpen(false);
    setActive(null);
  }

  function take({ value }: Suggestion): void {
    setActive(null);
    // A key alone goes on with its values.
    setOpen(value.endsWith(':'));
    onChange(value, id);
    root.current?.querySelector('input')?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = reached === null ? undefined : suggestions[reached];
    if (step !== undefined) {
      event.preventDefault();
      setOpen(true);
      const from = reached ?? (step > 0 ? -1 : suggestions.length);
      if (suggestions.length > 0) setActive((from + step + suggestions.length) % suggestions.length);
    } else if (event.key === 'Enter' && isShown && chosen) {
      event.preventDefault();
      take(chosen);
    } else if (event.key === 'Enter') close();
    else if (event.key === 'Escape' && isShown) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  }

  return (
    <div ref={root} className={styles['field']}>
      <TextField
        {...field}
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={isShown ? id : undefined}
        aria-activedescendant={isShown && reached !== null ? `${id}-${reached}` : undefined}
        onChange={(value, run) => {
          setOpen(true);
          setActive(null);
          onChange(value, run);
        }}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      {isShown ? (
        <div id={id} role="listbox" aria-label={suggestionsLabel} className={styles['list']}>
          {suggestions.map((suggestion, i) => (
            // Keys reach the options through the field that owns them.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={suggestion.value}
              id={`${id}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === reached}
              ref={i === reached ? bringIntoView : undefined}
              className={styles['option']}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(suggestion)}
            >
              <span dir="auto">{suggestion.shown ?? suggestion.value}</span>
              <span className={styles['label']}>{suggestion.label}</span>
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}

function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
