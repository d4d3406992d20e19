import type { ReactNode } from 'react';
import { say } from '../../messages/say.ts';
import { sayParts } from '../../messages/say-parts.ts';
import { useSession, useSessionEvents } from '../../stores/desk-context.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { asKey } from '../../ui/InlineParts.tsx';
import { Tour } from './Tour.tsx';

/** Where no annotation is open: the tour until it was gone through or left, else the next step. */
export function Unopened(): ReactNode {
  const knowsTheWay = useSession((state) => state.knowsTheWay);
  const hasKeys = useSession(({ hasCharacterKeys }) => hasCharacterKeys);
  const { endTour } = useSessionEvents();
  if (!knowsTheWay) return <Tour onEnd={endTour} />;
  return (
    <EmptyState title={say('No annotation is open.')}>
      <p>
        {hasKeys
          ? sayParts(
              'Put the cursor on a sentence and press a digit for a verdict, or <key>Enter</key> to write one. Drag over words to annotate just these. <key>?</key> shows all keys.',
              { key: asKey },
            )
          : sayParts(
              'Put the cursor on a sentence and choose a verdict below the article, or press <key>Enter</key> to write one. Drag over words to annotate just these.',
              { key: asKey },
            )}
      </p>
    </EmptyState>
  );
}
