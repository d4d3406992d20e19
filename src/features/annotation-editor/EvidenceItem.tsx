import { Pencil, Trash2 } from 'lucide-react';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { editEvidence, removeEvidence, type EvidenceEdit } from '../../domain/cite-source.ts';
import type { Evidence, Stance } from '../../domain/evidence.ts';
import { usesOf } from '../../domain/lookup.ts';
import { message, say, type Message } from '../../messages/say.ts';
import { answerAskedField, useAskedField } from '../../stores/asked-field.ts';
import { useFactCheck, useFactCheckEvents } from '../../stores/desk-context.ts';
import { newWords } from '../../stores/new-words.ts';
import { useEditSource } from '../../stores/use-edit-source.ts';
import { useUndoNotice } from '../../stores/use-undo-notice.ts';
import { IconButton } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { TextField } from '../../ui/Field.tsx';
import { nameSource } from '../../ui/name-source.ts';
import { SourceFields } from '../../ui/SourceFields.tsx';
import { SourceLine } from '../../ui/SourceLine.tsx';
import { checkAddress } from '../../domain/check-address.ts';
import styles from './EvidenceItem.module.css';
import type { Editing } from './use-editing.ts';

interface EvidenceItemProps {
  readonly evidence: Evidence;
  readonly editing: Editing;
  readonly now: () => string;
  readonly isJustAdded: boolean;
}

/** One source under a claim: what it is, for what it speaks, its words and where they stand. */
export function EvidenceItem({ evidence, editing, now, isJustAdded }: EvidenceItemProps): ReactNode {
  const { step, whenReviewer } = editing;
  const { carryOut } = useFactCheckEvents();
  const offerUndo = useUndoNotice();
  const changeSource = useEditSource(whenReviewer);
  const source = useFactCheck(({ tables }) => tables.source.get(evidence.sourceId));
  const others = useFactCheck((factCheck) => countOthers(usesOf(factCheck, evidence.sourceId), evidence));
  const asked = useAskedField(evidence.id);
  const [isEditing, setIsEditing] = useState(false);
  if (asked?.field === 'accessed' && !isEditing) setIsEditing(true);
  const item = useRef<HTMLLIElement>(null);
  const quotedWords = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const fieldsId = useId();
  const name = source ? nameSource(source) : say('A source that is not here');
  const edit = (change: EvidenceEdit, run?: string): void =>
    whenReviewer(
      () => carryOut((factCheck, hand) => editEvidence(factCheck, evidence.id, change, hand), run),
      run,
      { words: newWords(change, evidence), into: evidence },
    );

  // A new link asks for its stance: the focus goes there.
  useEffect(() => {
    if (isJustAdded) item.current?.querySelector<HTMLElement>('input[type=radio]:checked')?.focus();
  }, [isJustAdded]);

  useEffect(() => {
    if (!asked) return;
    const field =
      asked.field === 'quote'
        ? quotedWords.current
        : item.current?.querySelector<HTMLElement>('input[type=date]');
    field?.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
    answerAskedField();
  }, [asked]);

  return (
    <li ref={item} data-evidence={evidence.id}>
      <div className={styles['item']} role="group" aria-label={name}>
        <div className={styles['head']}>
          <div className={styles['source']}>
            {source ? <SourceLine source={source} more={otherUses(others)} /> : <p>{name}</p>}
          </div>
          {source ? (
            <IconButton
              label={say('Edit source: {name}', { name })}
              icon={<Pencil />}
              aria-expanded={isEditing}
              aria-controls={isEditing ? fieldsId : undefined}
              onClick={() => setIsEditing(!isEditing)}
            />
          ) : null}
          <IconButton
            label={say('Remove from annotation: {name}', { name })}
            icon={<Trash2 />}
            onClick={() => {
              carryOut((factCheck, hand) => removeEvidence(factCheck, evidence.id, hand));
              offerUndo(say('Source removed from the annotation'));
            }}
          />
        </div>
        {isEditing && source ? (
          <div id={fieldsId} className={styles['fields']} role="group" aria-label={say('About the source')}>
            {others > 0 ? (
              <p className={styles['about']}>
                {say(
                  'Also used in {n, plural, one {# other annotation} other {# other annotations}}: edits apply everywhere.',
                  { n: others },
                )}
              </p>
            ) : null}
            <SourceFields
              source={source}
              step={step}
              checkAddress={checkAddress}
              now={now}
              onChange={(change, run) => changeSource(source, change, run)}
            />
          </div>
        ) : null}
        <ChoiceGroup<Stance>
          label={say('Stance')}
          layout="bar"
          choices={STANCE_CHOICES.map(({ value, label, title }) => ({
            value,
            label: say(label),
            title: say(title),
          }))}
          value={evidence.stance}
          onChange={(stance) => edit({ stance: stance ?? evidence.stance })}
          description={
            isJustAdded && evidence.stance === 'context'
              ? say('Starts as context: says nothing for or against until you do.')
              : null
          }
        />
        <TextField
          label={say('Quoted words')}
          inputRef={quotedWords}
          rows={1}
          placeholder={say('The exact words of the source')}
          step={step}
          value={evidence.quote ?? ''}
          onChange={(quote, run) => edit({ quote }, run)}
        />
        <div className={styles['pair']}>
          <TextField
            label={say('Locator')}
            placeholder={say('p. 12, 03:15')}
            step={step}
            value={evidence.locator ?? ''}
            onChange={(locator, run) => edit({ locator }, run)}
          />
          <TextField
            label={say('Note')}
            step={step}
            value={evidence.note ?? ''}
            onChange={(note, run) => edit({ note }, run)}
          />
        </div>
      </div>
    </li>
  );
}

function otherUses(others: number): string {
  if (others === 0) return '';
  return say('in {n, plural, one {# other annotation} other {# other annotations}}', { n: others });
}

function countOthers(uses: readonly Evidence[], { annotationId }: Evidence): number {
  const annotations = new Set(uses.map((use) => use.annotationId));
  annotations.delete(annotationId);
  return annotations.size;
}

const STANCE_CHOICES: readonly {
  readonly value: Stance;
  readonly label: Message;
  readonly title: Message;
}[] = [
  { value: 'supports', label: message('Supports'), title: message('The source bears the claim out.') },
  { value: 'refutes', label: message('Refutes'), title: message('The source contradicts the claim.') },
  {
    value: 'mixed',
    label: message('Mixed'),
    title: message('The source bears out a part and contradicts another.'),
  },
  {
    value: 'context',
    label: message('Context', 'stance of a source'),
    title: message('The source says something around it, neither for nor against.'),
  },
];
