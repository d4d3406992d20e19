import { useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useLocation } from 'wouter';
import type { Id } from '../domain/record.ts';
import { Announcer } from '../features/desk/Announcer.tsx';
import { useBoundaryKeys } from '../features/desk/use-boundary-keys.ts';
import { BackupCommands } from '../features/exchange/BackupCommands.tsx';
import { usePasteSource } from '../features/paste-source/use-paste-source.ts';
import { say } from '../messages/say.ts';
import { useFactCheckStore, useSessionEvents } from '../stores/desk-context.ts';
import type { WhenReviewer } from '../stores/fact-check-store.ts';
import { useCommands } from '../ui/commands.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { later, laterPart } from '../ui/later.ts';
import { ROUTES } from './addresses.ts';
import type { TopBarDialog } from './TopBar.tsx';

const TourDialog = laterPart(
  later(() => import('../features/tour/TourDialog.tsx')),
  'TourDialog',
);

interface DeskCommandsProps {
  readonly selectedId: Id | null;
  readonly whenReviewer: WhenReviewer;
  readonly onShow: (dialog: TopBarDialog) => void;
}

/** What can be done at the desk besides what its keys do from the start; most of it has no key and is found by its name. */
export function DeskCommands({ selectedId, whenReviewer, onShow }: DeskCommandsProps): ReactNode {
  useBoundaryKeys(selectedId, whenReviewer);
  usePasteSource(selectedId, whenReviewer);
  const [isTourOpen, setTourOpen] = useState(false);
  const [, navigate] = useLocation();
  const { showPanel } = useSessionEvents();
  const store = useFactCheckStore();
  const hasAny = (table: 'annotation' | 'source'): boolean =>
    store.getState().factCheck.tables[table].size > 0;
  const goToSearch = (panel: 'annotations' | 'sources'): void => {
    flushSync(() => showPanel(panel));
    document.querySelector<HTMLElement>('aside [role="search"] input[type="search"]')?.focus();
  };
  useCommands(() => [
    { id: 'show-annotations', run: () => showPanel('annotations') },
    { id: 'show-sources', run: () => showPanel('sources') },
    ...(hasAny('annotation') ? [{ id: 'search-annotations', run: () => goToSearch('annotations') }] : []),
    ...(hasAny('source') ? [{ id: 'search-sources', run: () => goToSearch('sources') }] : []),
    { id: 'export', run: () => onShow('export') },
    { id: 'settings', run: () => onShow('settings') },
    { id: 'tour', run: () => setTourOpen(true) },
    { id: 'library', run: () => navigate(ROUTES.library) },
  ]);
  return (
    <>
      <Announcer />
      <BackupCommands onFile={null} />
      <ErrorBoundary
        problem={say('This dialog stopped working.')}
        isFloating
        onLeave={() => setTourOpen(false)}
      >
        {isTourOpen ? <TourDialog onClose={() => setTourOpen(false)} /> : null}
      </ErrorBoundary>
    </>
  );
}
