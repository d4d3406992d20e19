import { Download } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { FactCheck } from '../../domain/fact-check.ts';
import type { ExportedFile, ExportResult, Format, OptionValues } from '../../exchange/format.ts';
import { FORMATS } from '../../exchange/formats.ts';
import { useNotify, useSession } from '../../stores/desk-context.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { claimFocus } from '../../ui/claim-focus.ts';
import { count } from '../../ui/count-words.ts';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { describeSize } from '../../ui/describe-size.ts';
import { downloadText } from '../../ui/download-text.ts';
import styles from './Exchange.module.css';
import { useExport } from './use-export.ts';

interface ExportDialogProps {
  readonly factCheck: FactCheck;
  readonly onClose: () => void;
  /** The present UTC instant. */
  readonly now: () => string;
}

const WRITABLE = FORMATS.filter(({ out }) => out !== undefined);
const NOTHING_CHOSEN: OptionValues = {};

/** Offers a fact check as a file: in which format, what is in it, and what the format can't hold. */
export function ExportDialog({ factCheck, onClose, now }: ExportDialogProps): ReactNode {
  const [format, setFormat] = useState<Format | undefined>(WRITABLE[0]);
  return (
    <Dialog title="Export" onClose={onClose}>
      {WRITABLE.length > 1 ? (
        <ChoiceGroup
          label="Format"
          choices={WRITABLE.map(({ id, label }) => ({ value: id, label }))}
          value={format?.id ?? null}
          onChange={(id) => setFormat(WRITABLE.find((one) => one.id === id))}
        />
      ) : null}
      {format ? (
        <ExportPart key={format.id} factCheck={factCheck} format={format} onClose={onClose} now={now} />
      ) : null}
    </Dialog>
  );
}

function ExportPart({
  factCheck,
  format,
  onClose,
  now,
}: ExportDialogProps & { readonly format: Format }): ReactNode {
  const reviewerId = useSession(({ reviewer }) => reviewer?.id ?? null);
  const state = useExport({ factCheck, format, chosen: NOTHING_CHOSEN, now, reviewerId, leftOut: 0 });
  const notify = useNotify();
  const result = state.step === 'done' && state.result.ok ? state.result : null;
  return (
    <>
      <dl className={styles['facts']}>
        <dt>Format</dt>
        <dd>{format.label}</dd>
        <dt>Inside</dt>
        <dd>{describeContent(factCheck)}</dd>
        {result ? <Files files={result.files} /> : null}
      </dl>
      {state.step === 'writing' ? (
        <progress className={styles['busy']} value={state.share} aria-label="Writing the file" />
      ) : null}
      {state.step === 'failed' ? <Problems problems={[state.problem]} /> : null}
      {state.step === 'done' ? <Outcome result={state.result} /> : null}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          look="primary"
          ref={claimFocus}
          aria-disabled={result === null}
          onClick={() => {
            if (!result) return;
            const [file] = result.files;
            downloadText(file.fileName, file.mediaType, file.text);
            notify(`Exported to “${file.fileName}”.`);
            onClose();
          }}
        >
          <Download aria-hidden="true" />
          Download
        </Button>
      </DialogActions>
    </>
  );
}

function Files({ files }: { readonly files: readonly ExportedFile[] }): ReactNode {
  return files.map(({ fileName, text }) => (
    <div key={fileName} className={styles['fact']}>
      <dt>File</dt>
      <dd className={styles['fileName']} dir="auto">
        {fileName} ({describeSize(new Blob([text]).size)})
      </dd>
    </div>
  ));
}

/** What is lost, or why there is nothing. */
function Outcome({ result }: { readonly result: ExportResult }): ReactNode {
  if (!result.ok) return <Problems problems={result.problems} />;
  if (result.loss.length === 0) {
    return <p className={styles['whole']}>Nothing is lost: opening the file gives back this fact check.</p>;
  }
  return <Sentences title="What the file can’t hold" sentences={result.loss} />;
}

function Problems({ problems }: { readonly problems: readonly string[] }): ReactNode {
  return <Sentences title="This can’t be exported" sentences={problems} />;
}

function Sentences({
  title,
  sentences,
}: {
  readonly title: string;
  readonly sentences: readonly string[];
}): ReactNode {
  return (
    <section className={styles['loss']} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

function describeContent({ tables }: FactCheck): string {
  const parts = [
    [tables.annotation.size, count(tables.annotation.size, 'annotation')],
    [tables.verdict.size, count(tables.verdict.size, 'verdict')],
    [tables.source.size, count(tables.source.size, 'source')],
    [tables.evidence.size, `${count(tables.evidence.size, 'link')} between claims and sources`],
  ] as const;
  const there = parts.filter(([size]) => size > 0).map(([, words]) => words);
  return there.length === 0 ? 'the article; nothing is checked yet' : `the article, ${there.join(', ')}`;
}
