import { useEffect, useState, type ReactNode } from 'react';
import { say } from '../messages/say.ts';
import { useCommands } from '../ui/commands.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { later, useLater, type Later } from '../ui/later.ts';

const KEYS = later(() => import('../features/commands/KeysDialog.tsx'));
const PALETTE = later(() => import('../features/commands/CommandPalette.tsx'));

/** On every screen, from the first moment: what its keys are, and everything that can be done on it by name. */
export function CommandKeys(): ReactNode {
  const [shown, show] = useState<'keys' | 'change-keys' | 'palette' | null>(null);
  const [held, hold] = useState('');
  useCommands(() => [
    { id: 'keys', keys: ['?'], run: () => show('keys') },
    { id: 'change-keys', run: () => show('change-keys') },
    { id: 'palette', keys: ['Mod+k'], run: () => show('palette') },
  ]);
  const close = (): void => {
    show(null);
    hold('');
  };
  const onKey = (key: string): void => hold((before) => before + key);
  return (
    <ErrorBoundary problem={say('This list of commands stopped working.')} isFloating onLeave={close}>
      {shown === 'keys' || shown === 'change-keys' ? (
        <Awaited module={KEYS} onKey={onKey}>
          {({ KeysDialog }) => <KeysDialog isChanging={shown === 'change-keys'} onClose={close} />}
        </Awaited>
      ) : null}
      {shown === 'palette' ? (
        <Awaited module={PALETTE} onKey={onKey}>
          {({ CommandPalette }) => <CommandPalette typed={held} onClose={close} />}
        </Awaited>
      ) : null}
    </ErrorBoundary>
  );
}

interface AwaitedProps<Module extends object> {
  readonly module: Later<Module>;
  readonly onKey: (key: string) => void;
  readonly children: (loaded: Module) => ReactNode;
}

/** Until what was asked for has come, what is typed is for it, and does nothing at the desk. */
function Awaited<Module extends object>({ module, onKey, children }: AwaitedProps<Module>): ReactNode {
  const loaded = useLater(module);
  return loaded ? children(loaded) : <HeldKeys onKey={onKey} />;
}

function HeldKeys({ onKey }: { readonly onKey: (key: string) => void }): null {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey } = event;
      event.stopPropagation();
      if (ctrlKey || metaKey || key === 'Tab') return;
      event.preventDefault();
      if (key.length === 1) onKey(key);
    };
    addEventListener('keydown', listen, { capture: true });
    return () => removeEventListener('keydown', listen, { capture: true });
  });
  return null;
}
