import { Keyboard } from 'lucide-react';
import { use, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { message, say, type Message } from '../../messages/say.ts';
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
import { LanguageField } from './LanguageField.tsx';
import { ScaleField } from './ScaleField.tsx';
import styles from './Settings.module.css';
import { WhereKept } from './WhereKept.tsx';
import { WithoutNetwork } from './WithoutNetwork.tsx';

const THEMES: readonly { readonly value: Theme; readonly label: Message }[] = [
  { value: 'system', label: message('As the system') },
  { value: 'light', label: message('Light', 'colours of the interface') },
  { value: 'dark', label: message('Dark', 'colours of the interface') },
];

const TEXT_SIZES: readonly { readonly value: TextSize; readonly label: Message }[] = [
  { value: 'small', label: message('Small') },
  { value: 'medium', label: message('Medium', 'size of the text') },
  { value: 'large', label: message('Large') },
  { value: 'largest', label: message('Largest') },
];

const TEXT_FACES: readonly { readonly value: TextFace; readonly label: Message }[] = [
  { value: 'serif', label: message('Serif') },
  { value: 'sans', label: message('Sans') },
  { value: 'spaced', label: message('Sans, spaced out') },
];

const SELECTIONS = [
  { value: 'words', label: message('Just the words') },
  { value: 'sentences', label: message('Whole sentences') },
] as const;

const CHARACTER_KEYS = [
  { value: 'on', label: message('On') },
  { value: 'off', label: message('Off') },
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
    <Dialog title={say('Settings')} onClose={onClose}>
      <div className={styles['form']}>
        <NameField />
        <LanguageField />
        {isAtDesk ? <ScaleField /> : null}
        <ChoiceGroup
          label={say('Dragging over the text selects')}
          choices={sayLabels(SELECTIONS)}
          value={snaps ? 'sentences' : 'words'}
          onChange={(chosen) => snapToSentences(chosen === 'sentences')}
        />
        <ChoiceGroup
          label={say('Keys that write a character')}
          choices={sayLabels(CHARACTER_KEYS)}
          value={hasCharacterKeys ? 'on' : 'off'}
          onChange={(chosen) => allowCharacterKeys(chosen !== 'off')}
          description={
            hasCharacterKeys
              ? say('Such as j, 1 or ? where nothing is typed. Press ? to see them all.')
              : say(
                  'Arrows, Enter, Escape and keys with Ctrl or Cmd go on working. Ctrl+K finds every command.',
                )
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
            {say('Change keys')}
          </Button>
        </div>
        <ChoiceGroup
          label={say('Appearance')}
          choices={sayLabels(THEMES)}
          value={theme}
          onChange={(chosen) => chooseTheme(chosen ?? 'system')}
        />
        <ChoiceGroup
          label={say('Text size of the article')}
          choices={sayLabels(TEXT_SIZES)}
          value={textSize}
          onChange={(chosen) => chooseTextSize(chosen ?? 'medium')}
        />
        <ChoiceGroup
          label={say('Typeface of the article')}
          choices={sayLabels(TEXT_FACES)}
          value={textFace}
          onChange={(chosen) => chooseTextFace(chosen ?? 'serif')}
        />
        <WhereKept />
        <WithoutNetwork />
        <section className={styles['note']} aria-label={say('Backup')}>
          <h3>{say('Backup')}</h3>
          {backup}
        </section>
        <DamagedRecords />
      </div>
    </Dialog>
  );
}

function sayLabels<Value extends string>(
  choices: readonly { readonly value: Value; readonly label: Message }[],
): readonly { readonly value: Value; readonly label: string }[] {
  return choices.map(({ value, label }) => ({ value, label: say(label) }));
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
      label={say('Your name')}
      hint={say('It goes into the file beside your verdicts. There is no account.')}
      error={
        typed.trim() === '' && reviewer
          ? say('While this is empty, the name stays “{name}”.', { name: reviewer.name })
          : null
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
