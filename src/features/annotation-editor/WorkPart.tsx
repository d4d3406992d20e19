import type { ReactNode } from 'react';
import { WORK_STATUSES } from '../../domain/annotation.ts';
import { STATUS_WORDS } from '../../domain/status-words.ts';
import { compareWords } from '../../messages/formats.ts';
import { say } from '../../messages/say.ts';
import { useFactCheckStore, useIsReadOnly } from '../../stores/desk-context.ts';
import { useCommands } from '../../ui/commands.ts';
import { SelectField } from '../../ui/Field.tsx';
import { TagsField } from '../../ui/TagsField.tsx';
import styles from './EditorPart.module.css';
import type { Editing } from './use-editing.ts';

/** How the work on it is organised: tags and status. */
export function WorkPart({ editing }: { readonly editing: Editing }): ReactNode {
  const { annotation, step, edit, takeAway } = editing;
  const store = useFactCheckStore();
  const isReadOnly = useIsReadOnly();
  useCommands(() =>
    (isReadOnly ? [] : WORK_STATUSES)
      .filter((status) => status !== annotation.status)
      .map((status) => ({
        id: 'status',
        label: say(STATUS_WORDS[status]),
        run: () => edit({ status }),
      })),
  );
  const listKnown = (): readonly string[] => {
    const { annotation: all } = store.getState().factCheck.tables;
    return [...new Set([...all.values()].flatMap(({ tags }) => tags))].toSorted(compareWords);
  };
  return (
    <div className={`${styles['part']} ${styles['work']}`}>
      <TagsField
        label={say('Tags')}
        placeholder={say('Type a tag, then Enter')}
        tags={annotation.tags}
        suggest={listKnown}
        onChange={(tags, run) => {
          const gone = annotation.tags.find((tag) => !tags.includes(tag));
          if (gone === undefined) edit({ tags }, run);
          else takeAway.edit({ tags }, say('Tag removed: {tag}', { tag: gone }));
        }}
      />
      <SelectField
        label={say('Status')}
        value={annotation.status}
        options={WORK_STATUSES.map((value) => ({ value, label: say(STATUS_WORDS[value]) }))}
        step={step}
        onChange={(status, run) => edit({ status }, run)}
      />
    </div>
  );
}
