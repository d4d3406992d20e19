import { useEffect, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { headOf } from '../domain/fact-check.ts';
import type { Id } from '../domain/record.ts';
import { OlderVersion } from '../features/desk/OlderVersion.tsx';
import { NewDraft } from '../features/drafts/NewDraft.tsx';
import { VersionsMenu } from '../features/drafts/VersionsMenu.tsx';
import { useRequireReviewer } from '../features/settings/use-require-reviewer.ts';
import { say } from '../messages/say.ts';
import { useKeeping } from '../queries/store-context.ts';
import { useFactCheck, useNotify, useUndo } from '../stores/desk-context.ts';
import { useCommands } from '../ui/commands.ts';
import { deskPath, hrefOf, versionPath } from './addresses.ts';
import { useSettledPlaces } from './use-settled-places.ts';

interface VersionScreenProps {
  /** The older version to show; without one, a new version is brought in. */
  readonly articleId: Id | undefined;
}

/** Another version of the article than the one under check. */
export function VersionScreen({ articleId }: VersionScreenProps): ReactNode {
  const [, navigate] = useLocation();
  const id = useFactCheck((factCheck) => factCheck.id);
  useCommands(() => [{ id: 'desk', run: () => navigate(deskPath(id)) }]);
  if (articleId === undefined) return <NewDraftScreen />;
  return <OlderVersion articleId={articleId} deskAddress={hrefOf(deskPath(id))} />;
}

/** At the desk: the way to the other versions. What does not fit the present one is seen to. */
export function VersionsButton(): ReactNode {
  useSettledPlaces();
  const [, navigate] = useLocation();
  const { clock } = useKeeping();
  const id = useFactCheck((factCheck) => factCheck.id);
  return (
    <VersionsMenu
      now={clock.instant}
      onLoad={() => navigate(versionPath(id))}
      onShow={(article) => navigate(versionPath(id, article))}
    />
  );
}

/** Going back from the desk leads to before it. */
function NewDraftScreen(): ReactNode {
  const [, navigate] = useLocation();
  const { clock } = useKeeping();
  const id = useFactCheck((factCheck) => factCheck.id);
  const title = useFactCheck((factCheck) => headOf(factCheck).title);
  const whenReviewer = useRequireReviewer();
  const readOnlyReason = useUndo((state) => state.readOnlyReason);
  const notify = useNotify();

  // At the desk a bar says it.
  useEffect(() => {
    if (readOnlyReason !== null) notify(readOnlyReason);
  }, [readOnlyReason, notify]);

  useEffect(() => {
    document.title = say('New version of {title} – Linecheck', { title });
    return () => {
      document.title = 'Linecheck';
    };
  }, [title]);

  return (
    <NewDraft
      whenReviewer={whenReviewer}
      newId={clock.newId}
      now={clock.instant}
      deskAddress={hrefOf(deskPath(id))}
      onDone={() => navigate(deskPath(id), { replace: true })}
      onReturn={() => navigate(versionPath(id))}
    />
  );
}
