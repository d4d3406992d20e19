import { Ellipsis, Merge, Pencil, Trash2 } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { checkAddress } from '../../domain/check-address.ts';
import { mergeSources, removeSource } from '../../domain/cite-source.ts';
import type { ListedSource } from '../../domain/list-sources.ts';
import type { Id } from '../../domain/record.ts';
import type { Source } from '../../domain/source.ts';
import { say } from '../../messages/say.ts';
import { sayParts } from '../../messages/say-parts.ts';
import { asName } from '../../ui/InlineParts.tsx';
import { useFactCheckEvents } from '../../stores/desk-context.ts';
import type { WhenReviewer } from '../../stores/fact-check-store.ts';
import { useStep } from '../../stores/use-step.ts';
import { useEditSource } from '../../stores/use-edit-source.ts';
import { useUndoNotice } from '../../stores/use-undo-notice.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { nameAbout } from '../../ui/name-about.ts';
import { nameSource } from '../../ui/name-source.ts';
import { SourceFields } from '../../ui/SourceFields.tsx';
import { SourceLine } from '../../ui/SourceLine.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import styles from './SourceItem.module.css';
import { SourceUses } from './SourceUses.tsx';

interface SourceItemProps extends ListedSource {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly onOpenAnnotation: (id: Id) => void;
  readonly whenReviewer: WhenReviewer;
  readonly now: () => string;
}

/** One source: what it is, where it is used, and what can be done with it. */
export function SourceItem(props: SourceItemProps): ReactNode {
  const { source, uses, twin, whenReviewer, now } = props;
  const { carryOut } = useFactCheckEvents();
  const step = useStep();
  const offerUndo = useUndoNotice();
  const changeSource = useEditSource(whenReviewer);
  const [asks, setAsks] = useState<'merge' | 'remove' | null>(null);
  const [isEditing, setIsEditing] = useState(false);
  const fieldsId = useId();
  const name = nameSource(source);

  function remove(): void {
    setAsks(null);
    carryOut((factCheck, hand) => removeSource(factCheck, source.id, hand));
    offerUndo(say('Source removed'));
  }

  function merge(kept: Id, duplicate: Id): void {
    setAsks(null);
    carryOut((factCheck, hand) => mergeSources(factCheck, kept, duplicate, hand));
    offerUndo(say('Sources merged'));
  }

  return (
    <li className={styles['item']} data-source={source.id} data-uses={uses.length}>
      <div className={styles['head']}>
        <div className={styles['source']}>
          <SourceLine source={source} />
        </div>
        <IconButton
          label={say('Edit source: {name}', { name })}
          icon={<Pencil />}
          aria-expanded={isEditing}
          aria-controls={isEditing ? fieldsId : undefined}
          onClick={() => setIsEditing(!isEditing)}
        />
        <Menu
          label={say('More for: {name}', { name })}
          icon={<Ellipsis />}
          items={[
            { label: say('Merge with…'), icon: <Merge />, onSelect: () => setAsks('merge') },
            {
              label: say('Remove source'),
              icon: <Trash2 />,
              onSelect: uses.length > 0 ? () => setAsks('remove') : remove,
            },
          ]}
        />
      </div>
      {twin ? <Twin name={name} twin={twin} onMerge={() => merge(twin.id, source.id)} /> : null}
      {isEditing ? (
        <div
          id={fieldsId}
          className={styles['fields']}
          role="group"
          aria-label={say('Source: {name}', { name })}
        >
          <SourceFields
            source={source}
            step={step}
            checkAddress={checkAddress}
            now={now}
            onChange={(edit, run) => changeSource(source, edit, run)}
          />
        </div>
      ) : null}
      <SourceUses {...props} name={name} />
      {asks === 'merge' ? (
        <MergeDialog source={source} twin={twin} onMerge={merge} onClose={() => setAsks(null)} />
      ) : null}
      {asks === 'remove' ? (
        <RemoveDialog uses={uses} onRemove={remove} onClose={() => setAsks(null)} />
      ) : null}
    </li>
  );
}

interface TwinProps {
  /** Of the source that looks the same. */
  readonly name: string;
  readonly twin: Source;
  readonly onMerge: () => void;
}

function Twin({ name, twin, onMerge }: TwinProps): ReactNode {
  return (
    <div className={styles['twin']}>
      <p>{sayParts('Looks the same as “<b>{name}</b>”.', { name: nameSource(twin), b: asName })}</p>
      <Button aria-label={nameAbout(say('Merge'), name)} onClick={onMerge}>
        {say('Merge')}
      </Button>
    </div>
  );
}
