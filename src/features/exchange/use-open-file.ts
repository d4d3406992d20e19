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
import { useKeeping } from '../../queries/store-context.ts';
import { useNotify, useSession } from '../../stores/desk-context.ts';
import { describeRestored, describeTakenBack } from './describe-restore.ts';
import { OpenFileDialog, type OpenFileState } from './OpenFileDialog.tsx';
import { readFile } from './read-file.ts';

interface OpenFile {
  readonly open: (file: File) => void;
  /** What is said and asked on the way, to be rendered anywhere. */
  readonly dialog: ReactNode;
}

/**
 * Opens a file that a person chose or dropped: a fact check is kept and then opened, an article is handed on before
 * anything of it is stored, of a backup it is shown what restoring it would do. What can't be read is explained, and changes nothing; a fact check that is here already is only replaced when asked to.
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
      fail(name, `Something went wrong that should not have: ${String(error)}`);
    }
  }

  async function open(file: File): Promise<void> {
    const { name } = file;
    const reading = new AbortController();
    const cancel = (): void => reading.abort();
    setState({ step: 'reading', name, share: null, cancel });
    const read = await readFile(file, {
      signal: reading.signal,
      onProgress: (share) => {
        if (!reading.signal.aborted) setState({ step: 'reading', name, share, cancel });
      },
    });
    if (reading.signal.aborted) return;
    if (read.kind === 'unreadable') fail(name, read.problem);
    else if (read.kind === 'backup')
      setState({
        step: 'backup',
        backup: read.backup,
        exportedAt: read.exportedAt,
        problems: read.problems,
        restore: () => void attempt(name, () => restore(read.backup)),
      });
    else if (read.kind === 'article') {
      setState(null);
      onArticle(read.draft, name);
    } else {
      const { settleOpened } = await import('./settle-opened.ts');
      const settled = await settleOpened(read.factCheck, { clock, by }, reading.signal).catch(
        (error: unknown) => {
          if (reading.signal.aborted) return null;
          throw error;
        },
      );
      if (settled) await keep(name, settled.factCheck, [...read.problems, ...settled.problems], 'ask');
    }
  }

  async function restore(backup: Backup): Promise<void> {
    const restored = await restoring.mutateAsync({ backup, by });
    const isUndoable = restored.added.length + restored.merged.length > 0;
    notify(
      describeRestored(restored),
      isUndoable ? { label: 'Undo', run: () => void takeBackAll(restored) } : undefined,
    );
    const { problems } = restored;
    setState(problems.length === 0 ? null : { step: 'remarks', problems, goOn: () => setState(null) });
  }

  async function takeBackAll(restored: Restored): Promise<void> {
    const { problems, ...kept } = await takingBackAll.mutateAsync({ restored, by });
    notify(problems[0] ?? describeTakenBack(kept));
  }

  async function keep(
    name: string,
    factCheck: FactCheck,
    problems: readonly string[],
    collision: Import['collision'],
  ): Promise<void> {
    const result = await importing.mutateAsync({ factCheck, by, collision });
    switch (result.outcome) {
      case 'failed':
        fail(name, result.problem);
        break;
      case 'collision':
        setState({
          step: 'collision',
          name,
          factCheck,
          present: result.present,
          problems,
          answer: (chosen) => void attempt(name, () => keep(name, factCheck, problems, chosen)),
        });
        break;
      case 'kept':
        tell(result);
        finish(result.id, problems);
    }
  }

  function tell(result: Extract<ImportResult, { readonly outcome: 'kept' }>): void {
    if (result.how === 'already-here') notify('This fact check is here already, just as it is in the file.');
    if (result.how !== 'replaced') {
      if (result.note !== undefined) notify(result.note);
      return;
    }
    const { id, change } = result;
    notify('The fact check was replaced by the one in the file.', {
      label: 'Undo',
      run: () => void takeBack({ id, change, by }),
    });
  }

  async function takeBack(reversal: Parameters<typeof takingBack.mutateAsync>[0]): Promise<void> {
    const reversed = await takingBack.mutateAsync(reversal);
    if (!reversed.ok) notify(reversed.problem);
    else if (reversed.kept === 0) notify('The fact check is as it was before.');
    else notify(describeTakenBack({ factChecks: [], records: reversed.kept }));
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
