import type { ReactNode } from 'react';
import { useSessionEvents } from '../../stores/desk-context.ts';
import { Tour } from './Tour.tsx';

/** The tour where nothing else is yet, until it was gone through or left. */
export function FirstSteps(): ReactNode {
  const { endTour } = useSessionEvents();
  return <Tour onEnd={endTour} />;
}
