import type { ReactNode } from 'react';
import { say } from '../messages/say.ts';
import { LoadFailed } from './Waiting.tsx';

/** For an address that names nothing. */
export function LostScreen(): ReactNode {
  return <LoadFailed problem={say('There is nothing at this address.')} />;
}
