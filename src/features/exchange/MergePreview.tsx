import { useState, type ReactNode } from 'react';
import type { AnyRecord, RecordType } from '../../domain/fact-check.ts';
import { followDraft } from '../../domain/follow-draft.ts';
import { mergeInSteps, type MergePlan } from '../../domain/merge-file.ts';
import { nameRecord } from '../../domain/name-record.ts';
import { useUndoNotice } from '../../stores/use-undo-notice.ts';
import { count } from '../../ui/count-words.ts';
import { SelectField } from '../../ui/Field.tsx';
import styles from './Exchange.module.css';
import { Findings, ImportActions } from './ImportParts.tsx';
import { sayFindings } from './say-findings.ts';
import type { ReadMerge } from './read-merge.ts';
import { useTaking } from './use-taking.ts';

interface MergePreviewProps {
  readonly read: ReadMerge;
  /** Something was edited since the person chose the file. */
  readonly isAnew: boolean;
  readonly onClose: () => void;
}

/** What a file of our own brings that is not here, what it has newer, and what was edited on both sides. */
export function MergePreview({ read, isAnew, onClose }: MergePreviewProps): ReactNode {
  const { plan, present, title, problems, findings, followers, articleId } = read;
  const offerUndo = useUndoNotice();
  const [stays, setStays] = useState<'here' | 'file'>('here');
  const { conflicts } = plan;
  const brings = plan.added.length + plan.newer.length + conflicts.length > 0;

  const taking = useTaking(
    function* (now, hand) {
      return followDraft(now, yield* mergeInSteps(plan, stays, hand), followers, hand);
    },
    () => {
      offerUndo('The file is merged into this fact check.');
      onClose();
    },
  );

  return (
    <>
      <p className={styles['words']}>
        A fact check of <bdi>{title || 'an article without a title'}</bdi>. It is merged into the one that is
        open; to keep it apart, open it in the library instead.
      </p>
      {isAnew ? (
        <p className={styles['words']} role="status">
          The fact check was changed meanwhile. This is what the file brings now.
        </p>
      ) : null}
      <Findings sentences={[...describe(plan), ...sayFindings(findings), ...sayFollowers(read)]} />
      {problems.length > 0 ? <Findings sentences={problems} /> : null}
      {conflicts.length > 0 ? (
        <section className={styles['lost']} aria-label="Edited here and in the file">
          <h3>Edited here and in the file</h3>
          <ul>
            {conflicts.slice(0, MOST_NAMED).map(({ before }) => (
              <li key={`${before.type}/${before.id}`}>
                <bdi>{nameRecord(present, before)}</bdi>
              </li>
            ))}
            {conflicts.length > MOST_NAMED ? <li>And {conflicts.length - MOST_NAMED} more.</li> : null}
          </ul>
          <SelectField
            label="What stands afterwards"
            hint="The other version of a claim, a verdict or evidence is kept in its history."
            value={stays}
            options={[
              { value: 'here', label: 'What is here' },
              { value: 'file', label: 'What is in the file' },
            ]}
            onChange={setStays}
          />
        </section>
      ) : null}
      <ImportActions
        articleId={articleId}
        label={brings ? 'Merge' : null}
        taking={taking}
        onClose={onClose}
      />
    </>
  );
}

const MOST_NAMED = 100;

const WORDS: readonly (readonly [RecordType, one: string, several?: string])[] = [
  ['annotation', 'annotation'],
  ['verdict', 'verdict'],
  ['evidence', 'piece of evidence', 'pieces of evidence'],
  ['source', 'source'],
  ['reviewer', 'reviewer'],
  ['article', 'text'],
  ['rating-scale', 'rating scale'],
  ['history', 'entry of the history', 'entries of the history'],
  ['fact-check', 'title'],
];

function describe({ added, newer, unchanged }: MergePlan): readonly string[] {
  const said = [
    ...(added.length > 0 ? [`New: ${countByType(added)}`] : []),
    ...(newer.length > 0 ? [`Newer in the file: ${countByType(newer.map(({ after }) => after))}`] : []),
  ];
  if (said.length > 0) return said;
  return [unchanged > 0 ? 'All of it is here already, as it is or newer.' : 'There is nothing in it.'];
}

/** What happens to annotations that only this side has, when the file has a newer version of the article. */
function sayFollowers({ plan, followers }: ReadMerge): readonly string[] {
  const comes = new Set(plan.newer.map(({ after }) => after.id));
  const { length } = followers.filter(({ annotation }) => !comes.has(annotation.id));
  if (followers.length === 0) return [];
  const newer = 'The file has a newer version of the article, which will be the one under check.';
  if (length === 0) return [newer];
  return [
    newer,
    `${count(length, 'annotation')} that ${length === 1 ? 'is' : 'are'} only here ${length === 1 ? 'goes to its' : 'go to their'} words in it, with the verdict greyed where these are others`,
  ];
}

function countByType(records: readonly AnyRecord[]): string {
  return WORDS.flatMap(([type, ...words]) => {
    const found = records.filter((record) => record.type === type).length;
    return found > 0 ? [count(found, ...words)] : [];
  }).join(', ');
}
