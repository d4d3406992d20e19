import type { ReactNode } from 'react';
import { useKey } from '../../stores/use-key.ts';
import { nameKey } from '../../ui/name-key.ts';

/** The key in force for a command, beside the button that does the same. */
export function Key({ of, usual }: { readonly of: string; readonly usual: string }): ReactNode {
  const key = useKey(of, usual);
  return key === '' ? null : <kbd>{nameKey(key)}</kbd>;
}
