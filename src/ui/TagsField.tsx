import { X } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { say } from '../messages/say.ts';
import { FieldFrame } from './Field.tsx';
import styles from './TagsField.module.css';

interface TagsFieldProps {
  readonly label: string;
  readonly tags: readonly string[];
  /** With the name of a run while the field is being typed in or left (see `TextField`); each addition is a run of its own. */
  readonly onChange: (tags: readonly string[], run?: string) => void;
  /** What is offered while typing; asked for when somebody comes into the field. */
  readonly suggest?: () => readonly string[];
  /** Characters that end a tag like Enter does; commas of several scripts unless told. */
  readonly separators?: string;
  readonly placeholder?: string;
}

const COMMAS = ',،、，';

/** Several short texts in one field: Enter or a separator adds, Backspace takes the last one off, leaving adds too. */
export function TagsField(props: TagsFieldProps): ReactNode {
  const { label, tags, onChange, suggest, separators = COMMAS, placeholder } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const run = useRef(0);
  const [suggestions, setSuggestions] = useState<readonly string[]>([]);
  const [draft, setDraft] = useState({ text: '', isHandedOver: false });

  // What was handed over leaves the field when it has arrived, so that nothing is lost when it is refused or has to wait.
  const rest = draft.isHandedOver ? '' : lastOf(draft.text, separators);
  if (rest !== draft.text && wantedIn(draft).every((text) => isAmong(tags, text)))
    setDraft({ text: rest, isHandedOver: false });

  /** The tags that are finished in the field. */
  function wantedIn({ text, isHandedOver }: typeof draft): readonly string[] {
    const parts = splitAt(text, separators);
    const finished = isHandedOver ? parts : parts.slice(0, -1);
    return finished.map(clean).filter((part) => part !== '');
  }

  function take(next: typeof draft, isTyping: boolean): void {
    setDraft(next);
    const fresh = wantedIn(next).filter((text, i, all) => !isAmong(tags, text) && all.indexOf(text) === i);
    if (fresh.length === 0) return;
    run.current += 1;
    onChange([...tags, ...fresh], isTyping ? `${id}/${run.current}` : undefined);
  }

  function handOver(isTyping: boolean): void {
    if (draft.isHandedOver || draft.text === '') return;
    take({ text: draft.text, isHandedOver: true }, isTyping);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      handOver(false);
    } else if (event.key === 'Backspace' && draft.text === '' && tags.length > 0) {
      event.preventDefault();
      onChange(tags.slice(0, -1));
    }
  }

  return (
    <FieldFrame id={id} label={label} hint={null} error={null} hidesLabel={false}>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- a larger target for the mouse; keys reach the input itself */}
      <div className={styles['box']} onClick={() => input.current?.focus()}>
        {tags.length === 0 ? null : (
          <ul className={styles['tags']} aria-label={label}>
            {tags.map((tag) => (
              <li key={tag} className={styles['tag']}>
                <span dir="auto">{tag}</span>
                <button
                  type="button"
                  className={styles['remove']}
                  aria-label={say('Remove {tag}', { tag })}
                  title={say('Remove {tag}', { tag })}
                  onClick={() => onChange(tags.filter((other) => other !== tag))}
                >
                  <X aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
        )}
        <input
          ref={input}
          id={id}
          className={styles['input']}
          dir="auto"
          autoComplete="off"
          value={draft.text}
          placeholder={tags.length === 0 ? placeholder : undefined}
          list={suggestions.length > 0 ? `${id}-known` : undefined}
          onChange={({ currentTarget }) => take({ text: currentTarget.value, isHandedOver: false }, true)}
          onFocus={() => suggest && setSuggestions(suggest())}
          onKeyDown={onKeyDown}
          onBlur={() => handOver(true)}
        />
        {suggestions.length > 0 ? (
          <datalist id={`${id}-known`}>
            {suggestions
              .filter((suggestion) => !tags.includes(suggestion))
              .map((suggestion) => (
                <option key={suggestion}>{suggestion}</option>
              ))}
          </datalist>
        ) : null}
      </div>
    </FieldFrame>
  );
}

function clean(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}

/** What is still being typed: the words after the last separator. */
function lastOf(text: string, separators: string): string {
  const parts = splitAt(text, separators);
  return parts.length === 1 ? text : (parts.at(-1)?.trimStart() ?? '');
}

function isAmong(tags: readonly string[], text: string): boolean {
  return tags.some((tag) => tag.toLowerCase() === text.toLowerCase());
}

function splitAt(text: string, separators: string): readonly string[] {
  const parts = [''];
  for (const letter of text) {
    if (separators.includes(letter)) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}
