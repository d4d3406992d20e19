import { RotateCcw } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { formatSeries } from '../../messages/format-series.ts';
import { message, say } from '../../messages/say.ts';
import { useSessionEvents } from '../../stores/desk-context.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { keyOf } from '../../ui/commands.ts';
import { findKeyOwner, isKeyChangeable, type NamedCommand } from '../../ui/name-command.ts';
import { nameKey } from '../../ui/name-key.ts';
import styles from './Commands.module.css';

interface ChangeKeyProps {
  readonly named: NamedCommand;
  readonly isChanged: boolean;
}

/** A key that was pressed and that something else has already. */
interface Conflict {
  readonly key: string;
  readonly owner: NamedCommand;
}

/** A button with the keys of a command: pressed, it waits for another key. Backspace leaves the command without one. */
export function ChangeKey({ named, isChanged }: ChangeKeyProps): ReactNode {
  const { command, name, keys } = named;
  const { changeKeys } = useSessionEvents();
  const [isWaiting, setWaiting] = useState(false);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [refused, setRefused] = useState<string | null>(null);

  function take(key: string): void {
    setWaiting(false);
    setRefused(null);
    changeKeys({ [command.id]: [key] });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { key } = event;
    if (!isWaiting || MODIFIERS.has(key) || key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'Escape') setWaiting(false);
    else if (key === 'Backspace' || key === 'Delete') {
      setWaiting(false);
      changeKeys({ [command.id]: [] });
    } else {
      const pressed = keyOf(event.nativeEvent);
      const owner = findKeyOwner(pressed, command.id);
      if (isFixed(pressed)) {
        setWaiting(false);
        setRefused(say('{pressed} can’t be given to something else.', { pressed: nameKey(pressed) }));
      } else if (owner) {
        setWaiting(false);
        setConflict({ key: pressed, owner });
      } else take(pressed);
    }
  }

  return (
    <span className={styles['change']}>
      <Button
        look="quiet"
        aria-label={
          keys.length === 0
            ? say('Change the key of “{name}”: none', { name })
            : say('Change the key of “{name}”: {keys}', { name, keys: formatSeries(keys) })
        }
        aria-pressed={isWaiting}
        onClick={() => {
          setConflict(null);
          setRefused(null);
          setWaiting(!isWaiting);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setWaiting(false)}
      >
        {isWaiting ? (
          say('Press a key…')
        ) : keys.length === 0 ? (
          say(message('None', 'no key'))
        ) : (
          <kbd>{keys.join(' ')}</kbd>
        )}
      </Button>
      {isChanged ? (
        <IconButton
          label={say('Give “{name}” its own key back', { name })}
          icon={<RotateCcw />}
          onClick={() => changeKeys({ [command.id]: null })}
        />
      ) : null}
      <span role="status" className={styles['conflict']}>
        {refused}
        {conflict ? (
          <>
            {say('{key} is the key of “{name}”.', { key: nameKey(conflict.key), name: conflict.owner.name })}{' '}
            {isKeyChangeable(conflict.owner.command) ? (
              <Button
                onClick={() => {
                  const { key, owner } = conflict;
                  const left = (owner.command.keys ?? []).filter((one) => one !== key);
                  setConflict(null);
                  changeKeys({ [owner.command.id]: left });
                  take(key);
                }}
              >
                {say('Take it from there')}
              </Button>
            ) : (
              say('Change it in the rating scale first, or press another one.')
            )}
          </>
        ) : null}
      </span>
    </span>
  );
}

const MODIFIERS: ReadonlySet<string> = new Set([
  'Shift',
  'Control',
  'Alt',
  'Meta',
  'CapsLock',
  'AltGraph',
  'Dead',
]);

/** Keys by which everything is reached, and those that the browser keeps for itself. */
function isFixed(key: string): boolean {
  return (
    /^(?:Shift\+)?(?:Arrow\w+|Enter|Escape|Tab|Home|End|PageUp|PageDown| )$/.test(key) ||
    /^Mod\+(?:Shift\+)?[ntwqclvxarp]$/.test(key)
  );
}
