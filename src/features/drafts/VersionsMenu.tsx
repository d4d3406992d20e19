import { FilePlus2, History, Layers2 } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { draftsBack, listDrafts, type ListedDraft } from '../../domain/drafts.ts';
import type { Id } from '../../domain/record.ts';
import { say } from '../../messages/say.ts';
import { useFollowedFactCheck, useIsReadOnly } from '../../stores/desk-context.ts';
import { useCommands } from '../../ui/commands.ts';
import { describeAge } from '../../ui/describe-age.ts';
import { Menu } from '../../ui/Menu.tsx';

interface VersionsMenuProps {
  /** Now, as a UTC instant. */
  readonly now: () => string;
  readonly onLoad: () => void;
  readonly onShow: (articleId: Id) => void;
}

/** The way to a new version of the article, and to the older ones. */
export function VersionsMenu({ now, onLoad, onShow }: VersionsMenuProps): ReactNode {
  const factCheck = useFollowedFactCheck();
  const isReadOnly = useIsReadOnly();
  // What stands in each is only counted where there is another than the one under check.
  const older = useMemo(
    () => (draftsBack(factCheck).length > 1 ? listDrafts(factCheck).slice(1) : []),
    [factCheck],
  );
  const nameOne = ({ article, number, annotations }: ListedDraft): string =>
    say('Version {number, number}, loaded {when}, {n, plural, one {# annotation} other {# annotations}}', {
      number,
      when: describeAge(article.retrievedAt, now()),
      n: annotations,
    });
  useCommands(() => [
    ...(isReadOnly ? [] : [{ id: 'load-version', run: onLoad }]),
    ...older.map((draft) => ({
      id: 'older-version',
      label: nameOne(draft),
      run: () => onShow(draft.article.id),
    })),
  ]);
  if (isReadOnly && older.length === 0) return null;
  return (
    <Menu
      label={say('Versions')}
      icon={<Layers2 />}
      items={[
        ...(isReadOnly ? [] : [{ label: say('Load a new version'), icon: <FilePlus2 />, onSelect: onLoad }]),
        ...older.map((draft) => ({
          label: nameOne(draft),
          icon: <History />,
          onSelect: () => onShow(draft.article.id),
        })),
      ]}
    />
  );
}
