import { useEffect, useState, type ReactNode } from 'react';
import { say } from '../messages/say.ts';
import { useNotify } from '../stores/desk-context.ts';
import { useCommands } from '../ui/commands.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { useLater, type Later } from '../ui/later.ts';
import { useIsLate } from '../ui/use-is-late.ts';
import { keys, palette } from './lazy-parts.ts';

/** On every screen, from the first moment: what its keys are, and everything that can be done on it by name. */
export function CommandKeys(): ReactNode {
  const [shown, show] = useState<'keys' | 'change-keys' | 'palette' | null>(null);
  const [held, hold] = useState('');
  const notify = useNotify();
  useCommands(() => [
    { id: 'keys', keys: ['?'], run: () => show('keys') },
    { id: 'change-keys', run: () => show('change-keys') },
    { id: 'palette', keys: ['Mod+k'], run: () => show('palette') },
  ]);
  const close = (): void => {
    show(null);
    hold('');
  };
  /** The keys are the desk's again, and what was typed meanwhile is not lost: it is there at the next try. */
  const giveUp = (): void => {
    show(null);
    notify(
      shown === 'palette'
        ? say('The commands have not come. What was typed is kept.')
        : say('A part of Linecheck has not come. Your work is kept. Try again, or reload.'),
      { label: say('Try again'), run: () => show(shown) },
    );
  };
  const waiting = { onLeave: close, onLate: giveUp };
  return (
    <ErrorBoundary problem={say('This list of commands stopped working.')} isFloating onLeave={close}>
      {shown !== null && shown !== 'palette' ? (
        <Awaited module={keys} {...waiting}>
          {({ KeysDialog }) => <KeysDialog isChanging={shown === 'change-keys'} onClose={close} />}
        </Awaited>
      ) : null}
      {shown === 'palette' ? (
        <Awaited module={palette} {...waiting} onType={hold}>
          {({ CommandPalette }) => <CommandPalette typed={held} onClose={close} />}
        </Awaited>
      ) : null}
    </ErrorBoundary>
  );
}

interface WaitingProps {
  /** What was asked for is not wanted any more. */
  readonly onLeave: () => void;
  /** It takes longer than anybody should wait without a word. */
  readonly onLate: () => void;
  /** Changes the words for what was asked for; absent where it takes none, and all keys but Escape are the desk's. */
  readonly onType?: (change: (before: string) => string) => void;
}

interface AwaitedProps<Module extends object> extends WaitingProps {
  readonly module: Later<Module>;
  readonly children: (loaded: Module) => ReactNode;
}

function Awaited<Module extends object>({ module, children, ...waiting }: AwaitedProps<Module>): ReactNode {
  const loaded = useLater(module);
  return loaded ? children(loaded) : <Waiting {...waiting} />;
}

/** Until what was asked for has come, what is typed is for it, and does nothing at the desk. Escape or a pointer ends that. */
function Waiting({ onLeave, onLate, onType }: WaitingProps): null {
  const isLate = useIsLate();
  useEffect(() => {
    if (isLate) onLate();
    const listen = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey } = event;
      if (key !== 'Escape' && !onType) return;
      event.stopPropagation();
      if (ctrlKey || metaKey) return;
      event.preventDefault();
      if (key === 'Escape') onLeave();
      else
        onType?.((before) =>
          key === 'Backspace' ? before.slice(0, -1) : key.length === 1 ? before + key : before,
        );
    };
    addEventListener('keydown', listen, true);
    addEventListener('pointerdown', onLeave, true);
    return () => {
      removeEventListener('keydown', listen, true);
      removeEventListener('pointerdown', onLeave, true);
    };
  });
  return null;
}
