import { useState, type ReactNode } from 'react';
import { isQuery, searchAnnotations } from '../../domain/search-annotations.ts';
import type { Id } from '../../domain/record.ts';
import { message, say } from '../../messages/say.ts';
import { useStoreState } from '../../queries/store-state.ts';
import { useFactCheck, useSession } from '../../stores/desk-context.ts';
import { ExportDialog, type ExportablePart } from './ExportDialog.tsx';

interface DeskExportProps {
  /** The annotation that is open. */
  readonly selectedId: Id | null;
  readonly onClose: () => void;
  /** The present UTC instant. */
  readonly now: () => string;
}

const NOT_COMPARED_YET = message(
  'The two copies in this browser had not been compared when this was opened: what only the database has may be missing. Open it again in a moment to have all.',
);

/** The export of the fact check at the desk, as it was when the dialog was opened: all, what the list shows, or the one. */
export function DeskExport({ selectedId, onClose, now }: DeskExportProps): ReactNode {
  const present = useFactCheck((factCheck) => factCheck);
  const query = useSession((session) => session.query);
  const presentId = useSession(({ reviewer }) => reviewer?.id ?? null);
  const isReconciled = useStoreState((state) => state.isReconciled);
  // What was missing when the dialog was opened is missing in its file, also when it has been found since.
  const [{ factCheck, parts, caveat }] = useState(() => {
    const offered: ExportablePart[] = [];
    const filtered = isQuery(query) ? searchAnnotations(present, query, presentId) : [];
    if (filtered.length > 0)
      offered.push({
        label: say('The {n, number} that are listed', { n: filtered.length }),
        ids: filtered.map(({ id }) => id),
      });
    if (selectedId !== null) offered.push({ label: say('The one that is open'), ids: [selectedId] });
    return { factCheck: present, parts: offered, caveat: isReconciled ? null : say(NOT_COMPARED_YET) };
  });
  return <ExportDialog factCheck={factCheck} parts={parts} caveat={caveat} onClose={onClose} now={now} />;
}
