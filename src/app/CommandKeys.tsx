import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { say } from '../messages/say.ts';
import { useCommands } from '../ui/commands.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';

const KeysDialog = lazy(async () => ({
  default: (await import('../features/commands/KeysDialog.tsx')).KeysDialog,
}));
const CommandPalette = lazy(async () => ({
  default: (await import('../features/commands/CommandPalette.tsx')).CommandPalette,
}));

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
  return (
    <ErrorBoundary problem={say('This list of commands stopped working.')} isFloating onLeave={close}>
      <Suspense fallback={<HeldKeys onKey={(key) => hold((before) => before + key)} />}>
        {shown === 'keys' || shown === 'change-keys' ? (
          <KeysDialog isChanging={shown === 'change-keys'} onClose={close} />
        ) : null}
        {shown === 'palette' ? <CommandPalette typed={held} onClose={close} /> : null}
      </Suspense>
    </ErrorBoundary>
  );
}

/** Until what was asked for has come, what is typed is for it, and does nothing at the desk. */
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
