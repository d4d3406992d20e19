import { Fragment, useState, type ReactNode } from 'react';
import { useSession, useSessionEvents } from '../../stores/desk-context.ts';
import { Button } from '../../ui/Button.tsx';
import { listCommands } from '../../ui/commands.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './Commands.module.css';
import { nameCommands, type NamedCommand } from '../../ui/name-command.ts';

/** The keys of the screen that is shown, as they work at this moment. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [groups] = useState(() => groupCommands(nameCommands(listCommands())));
  const hasCharacterKeys = useSession((session) => session.hasCharacterKeys);
  const { allowCharacterKeys } = useSessionEvents();
  return (
    <Dialog title="Keys on this screen" onClose={onClose} isWide>
      {hasCharacterKeys ? null : (
        <p className={styles['note']}>
          Keys that write a character are switched off.{' '}
          <Button onClick={() => allowCharacterKeys(true)}>Switch them on</Button>
        </p>
      )}
      <div className={styles['groups']}>
        {groups.map(([group, commands]) => (
          <section key={group} aria-label={group}>
            <h3>{group}</h3>
            <dl className={styles['keys']}>
              {commands.map(({ name, keys }) => (
                <Fragment key={name}>
                  <dt>
                    {keys.map((key, i) => (
                      <Fragment key={key}>
                        {i > 0 ? ' ' : null}
                        <kbd>{key}</kbd>
                      </Fragment>
                    ))}
                  </dt>
                  <dd>{name}</dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function groupCommands(commands: readonly NamedCommand[]) {
  const groups = new Map<string, NamedCommand[]>();
  for (const command of commands) {
    if (command.keys.length === 0) continue;
    const group = groups.get(command.group);
    if (group) group.push(command);
    else groups.set(command.group, [command]);
  }
  return [...groups];
}
