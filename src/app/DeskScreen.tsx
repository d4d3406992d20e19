import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { FactCheck } from '../domain/fact-check.ts';
import type { Id } from '../domain/record.ts';
import { say } from '../messages/say.ts';
import { useOpenFactCheck } from '../queries/kept-fact-checks.ts';
import { useKeeping } from '../queries/store-context.ts';
import {
  FactCheckContext,
  useNoticeStore,
  useSessionStore,
  useUnnamedWords,
} from '../stores/desk-context.ts';
import { createFactCheckStore } from '../stores/fact-check-store.ts';
import { Desk } from './Desk.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { RescueExport } from './RescueExport.tsx';
import { AwaitedScreen, DeletedScreen, VersionScreen } from './lazy-parts.ts';
import { followKept, type Following } from './follow-kept.ts';
import { createSaving } from './saving.ts';
import { putQueryInAddress, queryInAddress, watchAddress } from './use-address.ts';
import { LoadFailed, Loading } from './Waiting.tsx';

/** Which part of a fact check the address names; it stays open, with its undo, from one to the other. */
type Place =
  | { readonly annotation: Id | null }
  /** An older version; without an id, where a new one is brought in. */
  | { readonly version: Id | undefined };

interface DeskScreenProps {
  readonly id: Id;
  readonly place: Place;
}

/** Reads a fact check from storage and opens the desk on it. */
export function DeskScreen({ id, place }: DeskScreenProps): ReactNode {
  const { data, error, dataUpdatedAt } = useOpenFactCheck(id);
  if (error) return <LoadFailed problem={error.message} />;
  if (!data) return <Loading words={say('Loading the fact check…')} />;
  if (!data.ok && data.isAwaited) return <AwaitedScreen id={id} problem={data.problem} />;
  if (!data.ok) return <LoadFailed problem={data.problem} />;
  const { factCheck, notices, readOnlyReason } = data;
  // What was read anew fills a store anew.
  return (
    <OpenedDesk
      key={dataUpdatedAt}
      opened={factCheck}
      notices={notices}
      readOnlyReason={readOnlyReason}
      place={place}
    />
  );
}

interface OpenedDeskProps {
  readonly opened: FactCheck;
  readonly notices: readonly string[];
  readonly readOnlyReason: string | null;
  readonly place: Place;
}

/** Fills the fact-check store, once; from here on the store is what is edited, and every Change of it is saved. */
function OpenedDesk({ opened, notices, readOnlyReason, place }: OpenedDeskProps): ReactNode {
  const { store: kept, clock } = useKeeping();
  const session = useSessionStore();
  const { notify, tell, tellOnce, dismiss } = useNoticeStore().events;
  const unnamed = useUnnamedWords();
  const [{ saving, factCheckStore }] = useState(() => {
    const newSaving = createSaving(kept);
    const newStore = createFactCheckStore(opened, {
      clock,
      reviewer: () => session.getState().reviewer,
      onChange: ({ id }, change) => newSaving.save(id, change),
      readOnlyReason,
      onRefused: notify,
    });
    session.events.openDesk(queryInAddress());
    return { saving: newSaving, factCheckStore: newStore };
  });
  const [isDeleted, setIsDeleted] = useState(false);
  const annotationId = 'annotation' in place ? place.annotation : null;

  const following = useRef<Following>(null);

  useEffect(() => {
    const now = followKept({
      kept,
      opened,
      notices,
      tell,
      desk: factCheckStore,
      becameDeleted: setIsDeleted,
    });
    following.current = now;
    // What waited for a name since an earlier visit has been saved by the store of that one.
    const stopUnnamed = unnamed.subscribe(({ typed }, before) => {
      const isElsewhere = [...before.typed.values()].some(({ desk }) => desk !== factCheckStore);
      if (typed.size === 0 && isElsewhere) void now.catchUp();
    });
    return () => {
      now.stop();
      stopUnnamed();
    };
  }, [kept, opened, factCheckStore, notices, tell, unnamed]);

  useEffect(() => saving.follow(), [saving]);

  // The list and the address say the same, whichever of them is changed.
  useEffect(() => {
    const stopSession = session.subscribe(({ query }, before) => {
      if (query !== before.query) putQueryInAddress(query);
    });
    const stopAddress = watchAddress(() => session.events.search(queryInAddress()));
    return () => {
      stopSession();
      stopAddress();
    };
  }, [session]);

  useEffect(() => {
    for (const notice of notices) tell(notice);
  }, [notices, tell]);

  useEffect(() => {
    const { annotation } = factCheckStore.getState().factCheck.tables;
    if (annotationId !== null && !annotation.has(annotationId))
      notify(say('The annotation at this address is not here. It may have been removed.'));
  }, [annotationId, factCheckStore, notify]);

  // What can't be promised of what is saved is said once, not at every save, and stands as long as it is so.
  useEffect(() => {
    let note: string | null = null;
    let told: number | null = null;
    return saving.subscribe((state) => {
      if (state.kind !== 'saved' || state.note === note) return;
      if (told !== null) dismiss(told);
      note = state.note;
      told = note === null ? null : tellOnce(note);
    });
  }, [saving, tellOnce, dismiss]);

  if (isDeleted) return <DeletedScreen id={opened.id} onRestored={() => following.current?.restored()} />;
  return (
    <FactCheckContext value={factCheckStore}>
      <ErrorBoundary problem={say('The desk stopped working.')} rescue={<RescueExport />}>
        {'annotation' in place ? (
          <Desk saving={saving} annotationId={annotationId} />
        ) : (
          <VersionScreen articleId={place.version} />
        )}
      </ErrorBoundary>
    </FactCheckContext>
  );
}
