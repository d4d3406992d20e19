import { createElement, useState, type ReactNode } from 'react';
import type { FactCheck } from '../../domain/fact-check.ts';
import type { Id } from '../../domain/record.ts';
import type { FileDraft } from '../../ingest/file/read-article-file.ts';
import {
  useRestoreBackup,
  useTakeBackRestoration,
  type Backup,
  type Restored,
} from '../../queries/backup.ts';
import {
  useImportFactCheck,
  useTakeBackReplacement,
  type Import,
  type ImportResult,
} from '../../queries/import-fact-check.ts';
import { say } from '../../messages/say.ts';
import { useKeeping } from '../../queries/store-context.ts';
import { useNotify, useSession } from '../../stores/desk-context.ts';
import { sayBreakage } from '../../queries/say-breakage.ts';
import { parseAside } from './ask-parse-worker.ts';
import { describeRestored, describeTakenBack, sayTakenBack } from './describe-restore.ts';
import { OpenFileDialog, type OpenFileState } from './OpenFileDialog.tsx';
import { readFile } from './read-file.ts';

interface OpenFile {
  readonly open: (file: File) => void;
  /** What is said and asked on the way, to be rendered anywhere. */
  readonly dialog: ReactNode;
}

/** A fact check that was read from a file, with what is to be known of it. */
interface Brought {
  readonly name: string;
  readonly factCheck: FactCheck;
  readonly problems: readonly string[];
  readonly reading: AbortController;
}

/**
 * Opens a file that a person chose or dropped: a fact check is kept and then opened, an article is handed on before
 * anything of it is stored, of a backup it is shown what restoring it would do. What can't be read is explained, and
 * changes nothing; a fact check that is here already is only replaced when asked to. Until the end all can be cancelled,
 * and then nothing is kept. A file that is opened while another one is being read takes its place.
 */
export function useOpenFile(
  onOpened: (id: Id) => void,
  onArticle: (draft: FileDraft, name: string) => void,
): OpenFile {
  const [state, setState] = useState<OpenFileState | null>(null);
  const by = useSession(({ reviewer }) => reviewer?.id ?? null);
  const { clock } = useKeeping();
  const importing = useImportFactCheck();
  const takingBack = useTakeBackReplacement();
  const restoring = useRestoreBackup();
  const takingBackAll = useTakeBackRestoration();
  const notify = useNotify();

  function fail(name: string, problem: string): void {
    setState({ step: 'failed', name, problem });
  }

  /** A broken assumption is told in the same place as an expected failure, never lost in the console. */
  async function attempt(name: string, task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      fail(name, sayBreakage(error));
    }
  }

  async function open(file: File): Promise<void> {
    const { name } = file;
    if (state?.step === 'reading' || state?.step === 'keeping') state.cancel();
    const reading = new AbortController();
    const { signal } = reading;
    const cancel = (): void => reading.abort();
    setState({ step: 'reading', name, share: null, cancel });
    const read = await unlessStopped(
      readFile(file, {
        parse: parseAside,
        signal,
        onProgress: (share) => {
          if (!signal.aborted) setState({ step: 'reading', name, share, cancel });
        },
      }),
      signal,
    );
    if (read === null) return;
    if (read.kind === 'unreadable') fail(name, read.problem);
    else if (read.kind === 'backup') {
      const { backup, exportedAt, problems } = read;
      const show = (isRestoring: boolean): void =>
        setState({
          step: 'backup',
          backup,
          exportedAt,
          problems,
          isRestoring,
          restore: () => {
            show(true);
            void attempt(name, () => restore(backup));
          },
        });
      show(false);
    } else if (read.kind === 'article') {
      setState(null);
      onArticle(read.draft, name);
    } else {
      const { settleOpened } = await import('./settle-opened.ts');
      const settled = await unlessStopped(settleOpened(read.factCheck, { clock, by }, signal), signal);
      const problems = [...read.problems, ...(settled?.problems ?? [])];
      if (settled) await keep({ name, factCheck: settled.factCheck, problems, reading }, 'ask');
    }
  }

  async function restore(backup: Backup): Promise<void> {
    const restored = await restoring.mutateAsync({ backup, by });
    const { added, merged, conflicts, removed, retold } = restored;
    const isUndoable = added.length + merged.length + conflicts.length + removed.length + retold.length > 0;
    notify(
      describeRestored(restored),
      isUndoable
        ? { label: say('Undo'), run: () => takeBack(() => restorationTakenBack(restored)) }
        : undefined,
    );
    const { problems } = restored;
    setState(problems.length === 0 ? null : { step: 'remarks', problems, goOn: () => setState(null) });
  }

  /** Answers also when it throws, and when the library has been left since. */
  function takeBack(work: () => Promise<string>): void {
    void sayTakenBack(work).then(notify);
  }

  async function restorationTakenBack(restored: Restored): Promise<string> {
    const { problems, ...kept } = await takingBackAll.mutateAsync({ restored, by });
    return problems[0] ?? describeTakenBack(kept);
  }

  async function keep(brought: Brought, collision: Import['collision']): Promise<void> {
    const { name, factCheck, problems, reading } = brought;
    const { signal } = reading;
    setState({ step: 'keeping', name, cancel: () => reading.abort() });
    const result = await importing.mutateAsync({ factCheck, by, collision, signal });
    switch (result.outcome) {
      case 'cancelled':
        if (result.problem !== null)
          notify(say('“{name}” could not be taken back. {problem}', { name, problem: result.problem }));
        break;
      case 'failed':
        if (!signal.aborted) fail(name, result.problem);
        break;
      case 'collision':
        setState({
          step: 'collision',
          name,
          factCheck,
          present: result.present,
          problems,
          answer: (chosen) => void attempt(name, () => keep(brought, chosen)),
        });
        break;
      case 'kept':
        tell(result);
        finish(result.id, problems);
    }
  }

  function tell(result: Extract<ImportResult, { readonly outcome: 'kept' }>): void {
    if (result.how === 'already-here')
      notify(say('This fact check is here already, just as it is in the file.'));
    if (result.note !== null) notify(result.note);
    if (result.how !== 'replaced') return;
    const { id, change } = result;
    notify(say('The fact check was replaced by the one in the file.'), {
      label: say('Undo'),
      run: () => takeBack(() => replacementTakenBack({ id, change, by })),
    });
  }

  async function replacementTakenBack(
    reversal: Parameters<typeof takingBack.mutateAsync>[0],
  ): Promise<string> {
    const reversed = await takingBack.mutateAsync(reversal);
    if (!reversed.ok)
      return say('The fact check is as it was in the file. {problem}', { problem: reversed.problem });
    const done =
      reversed.kept === 0
        ? say('The fact check is as it was before.')
        : describeTakenBack({ factChecks: [], records: reversed.kept, deleted: 0, damaged: 0 });
    return reversed.note === null ? done : `${done} ${reversed.note}`;
  }

  function finish(id: Id, problems: readonly string[]): void {
    if (problems.length === 0) {
      setState(null);
      onOpened(id);
    } else setState({ step: 'remarks', problems, goOn: () => onOpened(id) });
  }

  const openFile = (file: File): void => void attempt(file.name, () => open(file));
  const dialog =
    state &&
    createElement(OpenFileDialog, {
      state,
      onClose: () => setState(null),
      onFile: openFile,
    });
  return { open: openFile, dialog };
}

/** Null for what was stopped, whether it came to its end all the same or rejects with the reason. */
async function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
  try {
    const done = await work;
    return signal.aborted ? null : done;
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}
