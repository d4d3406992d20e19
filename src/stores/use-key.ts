import { useSession } from './desk-context.ts';

/**
 * The key in force for a command (as `Command.keys` says it), for hints beside buttons; `usual` is what it has as long as
 * nobody changes it. Empty when there is none, or when keys of its kind are switched off.
 */
export function useKey(id: string, usual: string): string {
  return useSession(({ keys, hasCharacterKeys }) => {
    const key = (keys[id] ?? [usual])[0] ?? '';
    return key.length === 1 && !hasCharacterKeys ? '' : key;
  });
}
