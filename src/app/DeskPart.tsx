import type { ReactNode } from 'react';
import { say } from '../messages/say.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { RescueExport } from './RescueExport.tsx';

/** A small part around the article, or one that is loaded after it: broken, it takes nothing else with it. */
export function DeskPart({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <ErrorBoundary problem={say('A part of the desk stopped working.')} rescue={<RescueExport />} isFloating>
      {children}
    </ErrorBoundary>
  );
}
