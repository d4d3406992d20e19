import type { ReactNode } from 'react';
import { LoadFailed } from './Waiting.tsx';

/** For an address that names nothing. */
export function LostScreen(): ReactNode {
  return <LoadFailed problem="There is nothing at this address." />;
}
