import { Keyboard } from 'lucide-react';
import { use, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useKeeping } from '../../queries/store-context.ts';
import { FactCheckContext, useSession, useSessionEvents } from '../../stores/desk-context.ts';
import type { TextFace, TextSize, Theme } from '../../stores/session-store.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { claimFocus } from '../../ui/claim-focus.ts';
import { listCommands } from '../../ui/commands.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { DamagedRecords } from './DamagedRecords.tsx';
import { ScaleField } from './ScaleField.tsx';
import styles from './Settings.module.css';
import { WhereKept } from './WhereKept.tsx';
import { WithoutNetwork } from './WithoutNetwork.tsx';

const THEMES: readonly { readonly value: Theme; readonly label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

const TEXT_SIZES: readonly { readonly value: TextSize; readonly label: string }[] = [
  { value: 'small', label: 'Small' },
  { value: 'medium', label: 'Medium' },
  { value: 'large', label: 'Large' },
  { value: 'largest', label: 'Largest' },
];

const TEXT_FACES: readonly { readonly value: TextFace; readonly label: string }[] = [
  { value: 'serif', label: 'Serif' },
  { value: 'sans', label: 'Sans' },
  { value: 'spaced', label: 'Sans, spaced out' },
];

const SELECTIONS = [
  { value: 'words', label: 'Just the words' },
  { value: 'sentences', label: 'Whole sentences' },
] as const;

const CHARACTER_KEYS = [
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
] as const;

interface SettingsDialogProps {
  readonly onClose: () => void;
  /** What can be done about a backup. */
  readonly backup: ReactNode;
}

/** What a person can set for this browser and, at the desk, for the open fact check. All of it holds at once. */
export function SettingsDialog({ onClose, backup }: SettingsDialogProps): ReactNode {
  const theme = useSession((session) => session.theme);
  const snaps = useSession((session) => session.snapsToSentences);
  const hasCharacterKeys = useSession((session) => session.hasCharacterKeys);
  const textSize = useSession((session) => session.textSize);
  const textFace = useSession((session) => session.textFace);
  const { chooseTheme, chooseTextSize, chooseTextFace, snapToSentences, allowCharacterKeys } =
    useSessionEvents();
  const isAtDesk = use(FactCheckContext) !== null;
  return (
    <Dialog title="Settings" onClose={onClose}>
      <div className={styles['form']}>
        <NameField />
        {isAtDesk ? <ScaleField /> : null}
        <ChoiceGroup
          label="Dragging over the text selects"
          choices={SELECTIONS}
          value={snaps ? 'sentences' : 'words'}
          onChange={(chosen) => snapToSentences(chosen === 'sentences')}
        />
        <ChoiceGroup
          label="Keys that write a character"
          choices={CHARACTER_KEYS}
          value={hasCharacterKeys ? 'on' : 'off'}
          onChange={(chosen) => allowCharacterKeys(chosen !== 'off')}
          description={
            hasCharacterKeys
              ? 'Such as j, 1 or ? where nothing is typed. Press ? to see them all.'
              : 'Arrows, Enter, Escape and keys with Ctrl or Cmd go on working. Ctrl+K finds every command.'
          }
        />
        <div>
          <Button
            onClick={() => {
              flushSync(onClose);
              listCommands()
                .find(({ id }) => id === 'change-keys')
                ?.run();
            }}
          >
            <Keyboard aria-hidden="true" />
            Change keys
          </Button>
        </div>
        <ChoiceGroup
          label="Appearance"
          choices={THEMES}
          value={theme}
          onChange={(chosen) => chooseTheme(chosen ?? 'system')}
        />
        <ChoiceGroup
          label="Text size of the article"
          choices={TEXT_SIZES}
          value={textSize}
          onChange={(chosen) => chooseTextSize(chosen ?? 'medium')}
        />
        <ChoiceGroup
          label="Typeface of the article"
          choices={TEXT_FACES}
          value={textFace}
          onChange={(chosen) => chooseTextFace(chosen ?? 'serif')}
        />
        <WhereKept />
        <WithoutNetwork />
        <section className={styles['note']} aria-label="Backup">
          <h3>Backup</h3>
          {backup}
        </section>
        <DamagedRecords />
      </div>
    </Dialog>
  );
}

/** The new name holds from now on, and in the fact check that is open. */
function NameField(): ReactNode {
  const reviewer = useSession((session) => session.reviewer);
  const { nameReviewer } = useSessionEvents();
  const { clock } = useKeeping();
  const desk = use(FactCheckContext);
  const [typed, setTyped] = useState(reviewer?.name ?? '');
  return (
    <TextField
      label="Your name"
      hint="It goes into the file beside your verdicts. There is no account."
      error={
        typed.trim() === '' && reviewer ? `While this is empty, the name stays “${reviewer.name}”.` : null
      }
      value={typed}
      autoComplete="name"
      maxLength={200}
      inputRef={claimFocus}
      onChange={(text, run) => {
        setTyped(text);
        const name = text.trim();
        if (name === '' || name === reviewer?.name) return;
        nameReviewer({ id: reviewer?.id ?? clock.newId(), name });
        desk?.events.nameReviewer(run);
      }}
    />
  );
}
