import { Download } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { FactCheck } from '../../domain/fact-check.ts';
import type { ExportedFile, Format } from '../../exchange/format.ts';
import { FORMATS } from '../../exchange/formats.ts';
import { useNotify } from '../../stores/desk-context.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { claimFocus } from '../../ui/claim-focus.ts';
import { count } from '../../ui/count-words.ts';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { describeSize } from '../../ui/describe-size.ts';
import { downloadText } from '../../ui/download-text.ts';
import styles from './Exchange.module.css';

interface ExportDialogProps {
  readonly factCheck: FactCheck;
  readonly onClose: () => void;
  /** The present UTC instant. */
  readonly now: () => string;
}

/** Offers a fact check as a file: in which format, what is in it, and what the format can't hold. */
export function ExportDialog({ factCheck, onClose, now }: ExportDialogProps): ReactNode {
  const [format, setFormat] = useState<Format | undefined>(FORMATS[0]);
  const file = useMemo(() => write(factCheck, format, now()), [factCheck, format, now]);
  const notify = useNotify();
  return (
    <Dialog title="Export" onClose={onClose}>
      {FORMATS.length > 1 ? (
        <ChoiceGroup
          label="Format"
          choices={FORMATS.map(({ id, label }) => ({ value: id, label }))}
          value={format?.id ?? null}
          onChange={(id) => setFormat(FORMATS.find((one) => one.id === id))}
        />
      ) : null}
      {file && format ? (
        <>
          <dl className={styles['facts']}>
            <dt>File</dt>
            <dd className={styles['fileName']} dir="auto">
              {file.fileName}
            </dd>
            <dt>Format</dt>
            <dd>
              {format.label}, {describeSize(new Blob([file.text]).size)}
            </dd>
            <dt>Inside</dt>
            <dd>{describeContent(factCheck)}</dd>
          </dl>
          <LossReport file={file} />
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              look="primary"
              ref={claimFocus}
              onClick={() => {
                downloadText(file.fileName, format.mediaType, file.text);
                notify(`Exported to “${file.fileName}”.`);
                onClose();
              }}
            >
              <Download aria-hidden="true" />
              Download
            </Button>
          </DialogActions>
        </>
      ) : null}
    </Dialog>
  );
}

function write(factCheck: FactCheck, format: Format | undefined, exportedAt: string): ExportedFile | null {
  return format?.serialise(factCheck, { exportedAt }) ?? null;
}

function LossReport({ file }: { readonly file: ExportedFile }): ReactNode {
  if (file.loss.length === 0) {
    return <p className={styles['whole']}>Nothing is lost: opening the file gives back this fact check.</p>;
  }
  return (
    <section className={styles['loss']} aria-label="What the file can’t hold">
      <h3>What the file can’t hold</h3>
      <ul>
        {file.loss.map((sentence) => (
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
