import { Fragment, useEffect, useReducer, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { groupBy } from '../../domain/group-by.ts';
import { say } from '../../messages/say.ts';
import { useNotify, useSession, useSessionEvents } from '../../stores/desk-context.ts';
import { Button } from '../../ui/Button.tsx';
import { COMMANDS_CAME, listCommands } from '../../ui/commands.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { isKeyChangeable, nameCommands, type NamedCommand } from '../../ui/name-command.ts';
import { ChangeKey } from './ChangeKey.tsx';
import styles from './Commands.module.css';

interface KeysDialogProps {
  /** Whether it opens for changing them. */
  readonly isChanging: boolean;
  readonly onClose: () => void;
}

/** The keys of the screen that is shown, as they work at this moment, and the way to have others. */
export function KeysDialog({ isChanging: opensChanging, onClose }: KeysDialogProps): ReactNode {
  const [isChanging, setChanging] = useState(opensChanging);
  const changed = useSession((session) => session.keys);
  const hasCharacterKeys = useSession((session) => session.hasCharacterKeys);
  const { allowCharacterKeys, changeKeys, resetKeys } = useSessionEvents();
  const notify = useNotify();
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    // Whoever asks at once is there before a part of the screen that comes later.
    addEventListener(COMMANDS_CAME, drawAgain);
    return () => removeEventListener(COMMANDS_CAME, drawAgain);
  }, []);
  const listed = listCommands();
  const tour = listed.find(({ id }) => id === 'tour');
  const commands = nameCommands(listed);
  const shown = commands.filter(({ keys }) => isChanging || keys.length > 0);
  const groups = [...groupBy(shown, ({ group }) => group)];
  return (
    <Dialog title={say('Keys on this screen')} onClose={onClose} isWide>
      {hasCharacterKeys ? null : (
        <p className={styles['note']}>
          {say('Keys that write a character are switched off.')}{' '}
          <Button onClick={() => allowCharacterKeys(true)}>{say('Switch them on')}</Button>
        </p>
      )}
      {findShadowed(commands).map((sentence) => (
        <p key={sentence} className={styles['warning']}>
          {sentence}
        </p>
      ))}
      <div className={styles['tools']}>
        <Button aria-pressed={isChanging} onClick={() => setChanging(!isChanging)}>
          {say('Change keys')}
        </Button>
        {tour ? (
          <Button
            onClick={() => {
              flushSync(onClose);
              tour.run();
            }}
          >
            {say('First steps')}
          </Button>
        ) : null}
        {Object.keys(changed).length > 0 ? (
          <Button
            onClick={() => {
              resetKeys();
              notify(say('All commands have their own keys again.'), {
                label: say('Undo'),
                run: () => changeKeys(changed),
              });
            }}
          >
            {say('Give all commands their own keys back')}
          </Button>
        ) : null}
        {isChanging ? (
          <p className={styles['note']}>
            {say(
              'Keys of verdicts are set with the rating scale, in the settings; arrows, Enter and Escape stay as they are.',
            )}
          </p>
        ) : null}
      </div>
      <div className={styles['groups']}>
        {groups.map(([group, some]) => (
          <section key={group} aria-label={group}>
            <h3>{group}</h3>
            <dl className={styles['keys']}>
              {some.map((one) => (
                <Fragment key={one.name}>
                  <dt>
                    {isChanging && isKeyChangeable(one.command) ? (
                      <ChangeKey named={one} isChanged={one.command.id in changed} />
                    ) : (
                      <KeyCaps keys={one.keys} />
                    )}
                  </dt>
                  <dd>{one.name}</dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function KeyCaps({ keys }: { readonly keys: readonly string[] }): ReactNode {
  return keys.map((key, i) => (
    <Fragment key={key}>
      {i > 0 ? ' ' : null}
      <kbd>{key}</kbd>
    </Fragment>
  ));
}

/** A rating scale from elsewhere may bring a key that something else has here: then the verdict goes first. */
function findShadowed(commands: readonly NamedCommand[]): readonly string[] {
  const ratings = commands.filter(({ command }) => command.id === 'rate');
  return ratings.flatMap((rating) =>
    commands
      .filter(({ command, keys }) => command.id !== 'rate' && keys.some((key) => rating.keys.includes(key)))
      .map(({ name }) =>
        say('{key} gives “{rating}”, and so does not do “{name}”. Change one of the two keys.', {
          key: rating.keys.join(' '),
          rating: rating.command.label ?? '',
          name,
        }),
      ),
  );
}
