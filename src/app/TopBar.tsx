import { ArrowLeft, Download, Redo2, Settings, Undo2 } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { articleOf, headOf } from '../domain/fact-check.ts';
import type { Id } from '../domain/record.ts';
import { say } from '../messages/say.ts';
import { useKeeping } from '../queries/store-context.ts';
import { useFactCheck, useUndo } from '../stores/desk-context.ts';
import { useKey } from '../stores/use-key.ts';
import { Button, buttonClass, IconButton } from '../ui/Button.tsx';
import { withKey } from '../ui/name-key.ts';
import { hrefOf, ROUTES } from './addresses.ts';
import { useLanguage } from '../ui/use-language.ts';
import styles from './Desk.module.css';
import { DeskPart } from './DeskPart.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import {
  BackupPart,
  ConflictsButton,
  ConflictsDialog,
  DeskExport,
  DeskImport,
  Reminders,
  SettingsDialog,
  VersionsButton,
} from './lazy-parts.ts';
import { RescueExport } from './RescueExport.tsx';
import { SaveIndicator } from './SaveIndicator.tsx';
import type { Saving } from './saving.ts';

/** What is opened from the top bar, and from elsewhere at the desk. */
export type TopBarDialog = 'conflicts' | 'export' | 'settings';

interface TopBarProps {
  /** Whether the article can be read, so that the rest may be loaded. */
  readonly isPainted: boolean;
  readonly saving: Saving;
  /** The annotation that is open. */
  readonly selectedId: Id | null;
  readonly shown: TopBarDialog | null;
  readonly onShow: (dialog: TopBarDialog | null) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** What is open, whether it is saved, and the ways back and out. */
export const TopBar = memo(function TopBar(props: TopBarProps): ReactNode {
  useLanguage();
  const { isPainted, saving, selectedId, shown, onShow, onUndo, onRedo } = props;
  const { clock } = useKeeping();
  const factCheck = useFactCheck((now) => now);
  const canUndo = useUndo(({ past }) => past.at(-1)?.change.label);
  const canRedo = useUndo(({ future }) => future.at(-1)?.change.label);
  const undoWords = canUndo ? say('Undo: {step}', { step: canUndo }) : say('Undo');
  const redoWords = canRedo ? say('Redo: {step}', { step: canRedo }) : say('Redo');
  const undoKey = useKey('undo', 'Mod+z');
  const redoKey = useKey('redo', 'Mod+Shift+z');
  const showExport = (): void => onShow('export');
  const { title } = headOf(factCheck);
  const article = articleOf(factCheck);

  return (
    <header className={styles['top']}>
      <a className={buttonClass('quiet', styles['back'])} href={hrefOf(ROUTES.library)}>
        <ArrowLeft aria-hidden="true" />
        <span>{say('Library')}</span>
      </a>
      <p className={styles['title']} dir="auto" lang={title === article.title ? article.language : undefined}>
        {title}
      </p>
      <SaveIndicator saving={saving} />
      <DeskPart>{isPainted ? <ConflictsButton onLook={() => onShow('conflicts')} /> : null}</DeskPart>
      <IconButton
        label={undoWords}
        title={withKey(undoWords, undoKey)}
        icon={<Undo2 />}
        isIdle={!canUndo}
        onClick={onUndo}
      />
      <IconButton
        label={redoWords}
        title={withKey(redoWords, redoKey)}
        icon={<Redo2 />}
        isIdle={!canRedo}
        onClick={onRedo}
      />
      <span className={styles['versions']}>
        <DeskPart>{isPainted ? <VersionsButton /> : null}</DeskPart>
      </span>
      <span className={styles['import']}>
        <DeskPart>{isPainted ? <DeskImport /> : null}</DeskPart>
      </span>
      <IconButton label={say('Settings')} icon={<Settings />} onClick={() => onShow('settings')} />
      <Button className={styles['export']} onClick={showExport}>
        <Download aria-hidden="true" />
        <span>{say('Export')}</span>
      </Button>
      <span className={styles['unfiled']}>
        <DeskPart>
          {isPainted ? <Reminders factCheckId={factCheck.id} onExport={showExport} /> : null}
        </DeskPart>
      </span>
      <ErrorBoundary
        problem={say('This dialog stopped working.')}
        rescue={shown === 'export' ? null : <RescueExport />}
        isFloating
        onLeave={() => onShow(null)}
      >
        {shown === 'export' ? (
          <DeskExport selectedId={selectedId} onClose={() => onShow(null)} now={clock.instant} />
        ) : null}
        {shown === 'conflicts' ? <ConflictsDialog onClose={() => onShow(null)} now={clock.instant} /> : null}
        {shown === 'settings' ? (
          <SettingsDialog onClose={() => onShow(null)} backup={<BackupPart onFile={null} />} />
        ) : null}
      </ErrorBoundary>
    </header>
  );
});
