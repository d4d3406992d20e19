import { useState, type ReactNode } from 'react';
import { fillSource } from '../../domain/cite-source.ts';
import { usesOf } from '../../domain/lookup.ts';
import type { Id } from '../../domain/record.ts';
import type { Source } from '../../domain/source.ts';
import { formatWrittenDate } from '../../messages/formats.ts';
import { say } from '../../messages/say.ts';
import { sayParts } from '../../messages/say-parts.ts';
import { asName } from '../../ui/InlineParts.tsx';
import { useFactCheck } from '../../stores/desk-context.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { nameSource } from '../../ui/name-source.ts';
import styles from './MergeDialog.module.css';

interface MergeDialogProps {
  readonly source: Source;
  /** Chosen at first: the one that looks the same. */
  readonly twin: Source | null;
  readonly onMerge: (kept: Id, duplicate: Id) => void;
  readonly onClose: () => void;
}

/** Chooses the other source and whose words stay, and shows what there will be. */
export function MergeDialog({ source, twin, onMerge, onClose }: MergeDialogProps): ReactNode {
  const factCheck = useFactCheck((present) => present);
  const others = [...factCheck.tables.source.values()].filter(({ id }) => id !== source.id);
  const [otherId, setOtherId] = useState<Id>(twin?.id ?? '');
  const [keeps, setKeeps] = useState<'this' | 'other'>(twin ? 'other' : 'this');
  const other = factCheck.tables.source.get(otherId);
  const [stays, goes] = keeps === 'this' ? [source, other] : [other, source];

  return (
    <Dialog title={say('Merge two sources')} onClose={onClose}>
      {others.length === 0 ? (
        <p>{say('There is no other source in this fact check yet.')}</p>
      ) : (
        <>
          <p>{sayParts('“<b>{name}</b>” and', { name: nameOf(source), b: asName })}</p>
          <SelectField
            label={say('Merge with')}
            value={otherId}
            options={[
              { value: '', label: say('Choose a source') },
              ...others.map((o) => ({ value: o.id, label: nameOf(o) })),
            ]}
            onChange={setOtherId}
          />
        </>
      )}
      {other && stays && goes ? (
        <>
          <ChoiceGroup
            label={say('Where both say something, keep the words of')}
            layout="bar"
            choices={[
              { value: 'this', label: say('The first') },
              { value: 'other', label: say('The one chosen') },
            ]}
            value={keeps}
            onChange={(choice) => setKeeps(choice === 'other' ? 'other' : 'this')}
          />
          <Preview
            source={fillSource(stays, goes)}
            uses={usesOf(factCheck, stays.id).length + usesOf(factCheck, goes.id).length}
          />
        </>
      ) : null}
      <DialogActions>
        <Button onClick={onClose}>{say('Cancel')}</Button>
        <Button
          look="primary"
          isIdle={!stays || !goes}
          onClick={() => {
            if (stays && goes) onMerge(stays.id, goes.id);
          }}
        >
          {say('Merge')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Preview({ source, uses }: { readonly source: Source; readonly uses: number }): ReactNode {
  const rows = [
    [say('Title'), source.title],
    [say('Address'), source.url],
    [say('Authors'), source.authors.join('; ')],
    [say('Publisher'), source.publisher],
    [say('Published'), source.publishedAt && formatWrittenDate(source.publishedAt)],
    [say('Cited'), say('{n, plural, =1 {once} other {# times}}', { n: uses })],
  ].filter(([, value]) => value);
  return (
    <section aria-label={say('What will stay')} className={styles['preview']}>
      <dl className={styles['rows']}>
        {rows.map(([name, value]) => (
          <div key={name} className={styles['row']}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function nameOf(source: Source): string {
  const name = nameSource(source);
  const { publisher } = source;
  return publisher ? `${name} (${publisher})` : name;
}
