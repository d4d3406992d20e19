import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { EvidenceField } from '../domain/readiness.ts';
import type { Id } from '../domain/record.ts';

/** Between the one who asks for a field and the editor, which may be opened for it; neither is there at the first load. */
const asked = createStore<{ readonly field: EvidenceField | null }>()(() => ({ field: null }));

/** Whoever shows this field brings it into view, with the focus. */
export function askForField(field: EvidenceField): void {
  asked.setState({ field });
}

/** The field of this evidence that is asked for and not shown yet. */
export function useAskedField(evidenceId: Id): EvidenceField | null {
  return useStore(asked, ({ field }) => (field?.evidenceId === evidenceId ? field : null));
}

/** It is shown. */
export function answerAskedField(): void {
  asked.setState({ field: null });
}
