import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useCommands } from '../ui/commands.ts';

const KeysDialog = lazy(async () => ({
  default: (await import('../features/commands/KeysDialog.tsx')).KeysDialog,
}));
const CommandPalette = lazy(async () => ({
  default: (await import('../features/commands/CommandPalette.tsx')).CommandPalette,
}));

/** On every screen: what its keys are, and everything that can be done on it by name. */
export function CommandKeys(): ReactNode {
  const [shown, show] = useState<'keys' | 'change-keys' | 'palette' | null>(null);
  useCommands(() => [
    { id: 'keys', keys: ['?'], run: () => show('keys') },
    { id: 'change-keys', run: () => show('change-keys') },
    { id: 'palette', keys: ['Mod+k'], run: () => show('palette') },
  ]);
  const close = (): void => show(null);
  return (
    <Suspense>
      {shown === 'keys' || shown === 'change-keys' ? (
        <KeysDialog isChanging={shown === 'change-keys'} onClose={close} />
      ) : null}
      {shown === 'palette' ? <CommandPalette onClose={close} /> : null}
    </Suspense>
  );
}
