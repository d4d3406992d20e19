import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { say } from '../../messages/say.ts';
import { claimFocus } from '../../ui/claim-focus.ts';
import { listCommands } from '../../ui/commands.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import styles from './Commands.module.css';
import { matchCommand } from './match-command.ts';
import { nameCommands, type NamedCommand } from '../../ui/name-command.ts';

interface CommandPaletteProps {
  /** What was typed while it was on its way. */
  readonly typed: string;
  readonly onClose: () => void;
}

/** Everything that can be done on the screen, found by name and done by Enter (ARIA combobox with a list). */
export function CommandPalette({ typed: typedBefore, onClose }: CommandPaletteProps): ReactNode {
  const id = useId();
  const [all] = useState(listHere);
  const [typed, setTyped] = useState(typedBefore);
  const [active, setActive] = useState(0);
  const found = findCommands(all, typed);

  function take(chosen: NamedCommand | undefined): void {
    if (!chosen) return;
    onClose();
    // The dialog gives the focus back first: what is done may take it somewhere else.
    setTimeout(() => chosen.command.run());
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setActive((active + step + found.length) % found.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      take(found[active]);
    }
  }

  return (
    <Dialog title={say('Find a command')} onClose={onClose}>
      <TextField
        label={say('Command')}
        hidesLabel
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        placeholder={say('What do you want to do?')}
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined}
        inputRef={claimFocus}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label={say('Commands')} className={styles['found']}>
        {found.map((one, i) => (
          // Keys reach the options through the field that owns them.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={`${one.group}/${one.name}`}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === active}
            ref={i === active ? bringIntoView : undefined}
            className={styles['command']}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(one)}
          >
            <span>{one.name}</span>
            <span className={styles['shortcuts']}>
              {one.keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </span>
          </div>
        ))}
      </div>
      <p role="status" className={found.length > 0 ? 'visually-hidden' : styles['note']}>
        {found.length > 0
          ? say('{count, number} found', { count: found.length })
          : say('There is no such command on this screen.')}
      </p>
    </Dialog>
  );
}

/** What can be done where the focus is, but for opening what is open. */
function listHere(): readonly NamedCommand[] {
  const focused = document.activeElement;
  return nameCommands(
    listCommands().filter(({ id, within }) => id !== 'palette' && (!within || within()?.contains(focused))),
  );
}

function findCommands(all: readonly NamedCommand[], typed: string): readonly NamedCommand[] {
  if (typed.trim() === '') return all;
  return all
    .flatMap((one) => {
      const score = matchCommand(typed, `${one.name} ${one.group}`);
      return score === null ? [] : [{ one, score }];
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ one }) => one);
}

function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
