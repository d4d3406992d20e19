import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { citeSource, type SourceEdit } from '../../domain/cite-source.ts';
import { findSources } from '../../domain/find-sources.ts';
import { evidenceOf } from '../../domain/lookup.ts';
import type { Id } from '../../domain/record.ts';
import { recogniseSource, sourceFromAddress } from '../../domain/source-from-address.ts';
import type { Source } from '../../domain/source.ts';
import { formatWrittenDate } from '../../messages/formats.ts';
import { say } from '../../messages/say.ts';
import { useFactCheck, useFactCheckEvents, useIsReadOnly } from '../../stores/desk-context.ts';
import { useCommands } from '../../ui/commands.ts';
import { TextField } from '../../ui/Field.tsx';
import { nameSource } from '../../ui/name-source.ts';
import { checkAddress } from '../../domain/check-address.ts';
import styles from './SourcePicker.module.css';
import type { Editing } from './use-editing.ts';

interface SourcePickerProps {
  readonly editing: Editing;
  /** Now, as a UTC instant. */
  readonly now: () => string;
  readonly onAdded: (evidenceId: Id) => void;
}

interface Option {
  readonly key: string;
  readonly title: string;
  readonly about: string;
  /** Null stands for a new source of what is typed. */
  readonly sourceId: Id | null;
}

const MOST_FOUND = 7;

/**
 * One field that finds a source of this fact check or makes a new one of an address or a title (ARIA combobox with a
 * list). Enter takes what is typed as a new source, unless that very address or title is here already.
 *
 * A new link starts as "context", the one stance that claims nothing, and the focus goes to the stance: so a link is
 * never unsaved, and nothing is judged that nobody has judged.
 */
export function SourcePicker({ editing, now, onAdded }: SourcePickerProps): ReactNode {
  const { annotation, whenReviewer } = editing;
  const { carryOut } = useFactCheckEvents();
  const factCheck = useFactCheck((present) => present);
  const id = useId();
  const [text, setText] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [moved, setMoved] = useState<number | null>(null);
  const [openedAt] = useState(now);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const isReadOnly = useIsReadOnly();
  useCommands(() => (isReadOnly ? [] : [{ id: 'add-source', run: () => field.current?.focus() }]));

  const typed = text.trim();
  const found = isOpen ? findSources(factCheck, typed).slice(0, MOST_FOUND) : [];
  const cited = new Set(evidenceOf(factCheck, annotation.id).map(({ sourceId }) => sourceId));
  const isKnown = found.some(({ isSame }) => isSame);
  const fresh =
    typed !== '' && isOpen && !isKnown && recogniseSource(typed) !== 'dangerous'
      ? newSource(typed, openedAt)
      : null;
  const options: readonly Option[] = [
    ...found.map(({ source }) => optionOf(source, cited.has(source.id))),
    ...(fresh
      ? [{ key: 'new', title: say('Add “{typed}”', { typed }), about: aboutNew(fresh), sourceId: null }]
      : []),
  ];
  const active = moved ?? (isKnown ? 0 : null);

  function take(sourceId: Id | null): void {
    close();
    const source = sourceId ?? newSource(typed, now());
    whenReviewer(() => {
      let evidenceId = '';
      carryOut((present, { clock, by }) => {
        const ids = { evidence: (evidenceId = clock.newId()), source: clock.newId() };
        const link = { annotationId: annotation.id, source, stance: 'context', ids } as const;
        return citeSource(present, link, { clock, by });
      });
      setText('');
      onAdded(evidenceId);
    });
  }

  function takeTyped(): void {
    const chosen = active === null ? undefined : options[active];
    if (chosen) take(chosen.sourceId);
    else if (recogniseSource(typed) === 'dangerous') setProblem(checkAddress(typed));
    else if (typed !== '') {
      const same = findSources(factCheck, typed).find(({ isSame }) => isSame);
      take(same?.source.id ?? null);
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (isOpen) setMoved(moveThrough(options.length, active, step));
      else setIsOpen(true);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      takeTyped();
    } else if (event.key === 'Escape' && isOpen && options.length > 0) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  }

  function close(): void {
    setIsOpen(false);
    setMoved(null);
  }

  const isShown = isOpen && options.length > 0;
  return (
    <div className={styles['picker']}>
      <TextField
        label={say('Add source')}
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        placeholder={say('Paste an address, type a title, or search')}
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={isShown ? id : undefined}
        aria-activedescendant={isShown && active !== null ? `${id}-${active}` : undefined}
        inputRef={field}
        value={text}
        error={problem}
        onChange={(value) => {
          setText(value);
          setIsOpen(true);
          setMoved(null);
          setProblem(null);
        }}
        onClick={() => setIsOpen(true)}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      {isShown ? (
        <div
          ref={bringIntoView}
          id={id}
          role="listbox"
          aria-label={say('Sources')}
          className={styles['options']}
        >
          {options.map((option, i) => (
            // Keys reach the options through the field that owns them.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={option.key}
              id={`${id}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === active}
              ref={i === active ? bringIntoView : undefined}
              className={styles['option']}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(option.sourceId)}
            >
              <span className={styles['title']} dir="auto">
                {option.title}
              </span>
              <span className={styles['about']}>{option.about}</span>
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** At the end of the panel the list opens below the edge. */
function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

function optionOf(source: Source, isCited: boolean): Option {
  const { id, publisher, publishedAt } = source;
  const about = [
    publisher,
    publishedAt && formatWrittenDate(publishedAt),
    isCited ? say('already cited here') : undefined,
  ]
    .filter(Boolean)
    .join(' · ');
  return { key: id, title: nameSource(source), about, sourceId: id };
}

/** Words without an address may be anything: a document, until somebody says what it is. */
function newSource(typed: string, now: string): SourceEdit {
  return sourceFromAddress(typed, now) ?? { title: typed.trim(), kind: 'document' };
}

function aboutNew({ title, publisher, publishedAt, url }: SourceEdit): string {
  if (url === undefined) return say('New source with this title');
  return [say('New source'), title, publisher, publishedAt && formatWrittenDate(publishedAt)]
    .filter(Boolean)
    .join(' · ');
}

/** Round and round through the options; before the first stands the field itself. */
function moveThrough(count: number, from: number | null, step: number): number | null {
  if (count === 0) return null;
  if (from === null) return step > 0 ? 0 : count - 1;
  return (from + step + count) % count;
}
