import { useState, type ReactNode } from 'react';
import type { AnyRecord, RecordType } from '../../domain/fact-check.ts';
import { followDraft } from '../../domain/follow-draft.ts';
import { sizeOfLeftOut } from '../../domain/left-out.ts';
import { mergeInSteps, type MergePlan } from '../../domain/merge-file.ts';
import { nameRecord } from '../../domain/name-record.ts';
import { formatSeries } from '../../messages/format-series.ts';
import { say } from '../../messages/say.ts';
import { sayParts } from '../../messages/say-parts.ts';
import { asName } from '../../ui/InlineParts.tsx';
import { useUndoNotice } from '../../stores/use-undo-notice.ts';
import { SelectField } from '../../ui/Field.tsx';
import styles from './Exchange.module.css';
import { BringBackOffer, Findings, ImportActions } from './ImportParts.tsx';
import { sayFindings, sayRemovedSources, sayStaysRemoved } from './say-findings.ts';
import type { ReadMerge } from './read-merge.ts';
import { useTaking } from '../../stores/use-taking.ts';

interface MergePreviewProps {
  readonly read: ReadMerge;
  /** Something was edited since the person chose the file. */
  readonly isAnew: boolean;
  readonly onClose: () => void;
  readonly onBringBack: () => void;
}

/** What a file of our own brings that is not here, what it has newer, and what was edited on both sides. */
export function MergePreview({ read, isAnew, onClose, onBringBack }: MergePreviewProps): ReactNode {
  const { plan, present, title, problems, findings, followers, articleId, staysRemoved } = read;
  const offerUndo = useUndoNotice();
  const [stays, setStays] = useState<'here' | 'file'>('here');
  const { conflicts } = plan;
  const brings =
    plan.back.length + plan.added.length + plan.newer.length + conflicts.length > 0 || plan.part !== null;

  const taking = useTaking(
    function* (now, hand) {
      return followDraft(now, yield* mergeInSteps(plan, stays, hand), followers, hand);
    },
    () => {
      offerUndo(say('The file is merged into this fact check.'));
      onClose();
    },
  );

  return (
    <>
      <p className={styles['words']}>
        {title
          ? sayParts(
              'A fact check of <b>{title}</b>. It is merged into the one that is open; to keep it apart, open it in the library instead.',
              { title, b: asName },
            )
          : say(
              'A fact check of an article without a title. It is merged into the one that is open; to keep it apart, open it in the library instead.',
            )}
      </p>
      {isAnew ? (
        <p className={styles['words']} role="status">
          {say('The fact check was changed meanwhile. This is what the file brings now.')}
        </p>
      ) : null}
      <Findings
        sentences={[
          ...describe(plan, staysRemoved + plan.staysRemoved),
          ...sayStaysRemoved(staysRemoved),
          ...sayRemovedSources(plan.staysRemoved),
          ...sayPart(plan),
          ...sayFindings(findings),
          ...sayFollowers(read),
        ]}
      />
      <BringBackOffer removed={staysRemoved + plan.staysRemoved} onBringBack={onBringBack} />
      {problems.length > 0 ? <Findings sentences={problems} /> : null}
      {conflicts.length > 0 ? (
        <section className={styles['lost']} aria-label={say('Edited here and in the file')}>
          <h3>{say('Edited here and in the file')}</h3>
          <ul>
            {conflicts.slice(0, MOST_NAMED).map(({ before }) => (
              <li key={`${before.type}/${before.id}`}>
                <bdi>{nameRecord(present, before)}</bdi>
              </li>
            ))}
            {conflicts.length > MOST_NAMED ? (
              <li>{say('And {n, number} more.', { n: conflicts.length - MOST_NAMED })}</li>
            ) : null}
          </ul>
          <SelectField
            label={say('What stands afterwards')}
            hint={say('The other version of a claim, a verdict or evidence is kept in its history.')}
            value={stays}
            options={[
              { value: 'here', label: say('What is here') },
              { value: 'file', label: say('What is in the file') },
            ]}
            onChange={setStays}
          />
        </section>
      ) : null}
      <ImportActions
        articleId={articleId}
        label={brings ? say('Merge') : null}
        taking={taking}
        onClose={onClose}
      />
    </>
  );
}

const MOST_NAMED = 100;

const TYPES: readonly RecordType[] = [
  'annotation',
  'verdict',
  'evidence',
  'source',
  'reviewer',
  'article',
  'rating-scale',
  'history',
  'fact-check',
];

function countRecords(type: RecordType, n: number): string {
  switch (type) {
    case 'annotation':
      return say('{n, plural, one {# annotation} other {# annotations}}', { n });
    case 'verdict':
      return say('{n, plural, one {# verdict} other {# verdicts}}', { n });
    case 'evidence':
      return say('{n, plural, one {# piece of evidence} other {# pieces of evidence}}', { n });
    case 'source':
      return say('{n, plural, one {# source} other {# sources}}', { n });
    case 'reviewer':
      return say('{n, plural, one {# reviewer} other {# reviewers}}', { n });
    case 'article':
      return say('{n, plural, one {# text} other {# texts}}', { n });
    case 'rating-scale':
      return say('{n, plural, one {# rating scale} other {# rating scales}}', { n });
    case 'history':
      return say('{n, plural, one {# entry of the history} other {# entries of the history}}', { n });
    case 'fact-check':
      return say('{n, plural, one {# title} other {# titles}}', { n });
  }
}

/** `removed` is how much of it stays removed, which is said by itself. */
function describe({ back, added, newer, unchanged }: MergePlan, removed: number): readonly string[] {
  const said = [
    ...(back.length + added.length > 0
      ? [say('New: {what}', { what: countByType([...back, ...added]) })]
      : []),
    ...(newer.length > 0
      ? [say('Newer in the file: {what}', { what: countByType(newer.map(({ after }) => after)) })]
      : []),
  ];
  if (said.length + removed > 0) return said;
  return [
    unchanged > 0 ? say('All of it is here already, as it is or newer.') : say('There is nothing in it.'),
  ];
}

/** What becomes of a selection that was opened as a fact check of its own. */
function sayPart({ part }: MergePlan): readonly string[] {
  if (part?.after.type !== 'fact-check') return [];
  const { leftOut } = part.after;
  if (!leftOut) return [say('This fact check holds a selection. With the file it will be whole.')];
  return [
    say(
      'This fact check holds a selection, and so it will with the file: {n, plural, one {# annotation} other {# annotations}} of the whole will still be missing.',
      { n: sizeOfLeftOut(leftOut) },
    ),
  ];
}

/** What happens to annotations that only this side has, when the file has a newer version of the article. */
function sayFollowers({ plan, followers }: ReadMerge): readonly string[] {
  const comes = new Set(plan.newer.map(({ after }) => after.id));
  const { length } = followers.filter(({ annotation }) => !comes.has(annotation.id));
  if (followers.length === 0) return [];
  const newer = say('The file has a newer version of the article, which will be the one under check.');
  if (length === 0) return [newer];
  return [
    newer,
    say(
      '{n, plural, one {# annotation that is only here goes to its} other {# annotations that are only here go to their}} words in it, with the verdict greyed where these are others',
      { n: length },
    ),
  ];
}

function countByType(records: readonly AnyRecord[]): string {
  return formatSeries(
    TYPES.flatMap((type) => {
      const found = records.filter((record) => record.type === type).length;
      return found > 0 ? [countRecords(type, found)] : [];
    }),
  );
}
