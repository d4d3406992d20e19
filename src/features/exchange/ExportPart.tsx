import { Download, Eye } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { FactCheck } from '../../domain/fact-check.ts';
import type { Id } from '../../domain/record.ts';
import type { ExportedFile, ExportResult, Format } from '../../exchange/format.ts';
import { formatSeries } from '../../messages/format-series.ts';
import { say } from '../../messages/say.ts';
import { useKeeping } from '../../queries/store-context.ts';
import { useNotify, useSession, useSessionEvents } from '../../stores/desk-context.ts';
import { Button } from '../../ui/Button.tsx';
import { claimFocus } from '../../ui/claim-focus.ts';
import { DialogActions } from '../../ui/Dialog.tsx';
import { describeSize } from '../../ui/describe-size.ts';
import { downloadFile } from '../../ui/download-text.ts';
import styles from './Exchange.module.css';
import { OptionFields } from './OptionFields.tsx';
import { ReportPreview } from './ReportPreview.tsx';
import { useExport, type ExportState } from './use-export.ts';

const OWN_FORMAT = 'linecheck-json';

interface ExportPartProps {
  readonly factCheck: FactCheck;
  /** How many annotations of the whole are not in it. */
  readonly leftOut: number;
  /** It may be a part itself, and still be all that this browser has of it. */
  readonly isAllThatIsHere: boolean;
  /** The claims' numbers in the whole fact check, where this is a part. */
  readonly numbers: ReadonlyMap<Id, number> | null;
  readonly format: Format;
  readonly onClose: () => void;
  readonly now: () => string;
}

/** One format: what can be set, what comes out, what is lost, and the ways to take it. */
export function ExportPart(props: ExportPartProps): ReactNode {
  const { factCheck, leftOut, isAllThatIsHere, numbers, format, onClose, now } = props;
  const reviewerId = useSession(({ reviewer }) => reviewer?.id ?? null);
  const chosen = useSession(({ exportOptions }) => exportOptions);
  const { setExportOption } = useSessionEvents();
  const state = useExport({ factCheck, format, chosen, now, reviewerId, leftOut, numbers });
  const [isPreviewed, setIsPreviewed] = useState(false);
  const [taken, setTaken] = useState<readonly string[]>([]);
  const notify = useNotify();
  const { store } = useKeeping();
  const files = filesOf(state);
  const [first] = files;

  function take({ fileName, packed }: PackedFile): void {
    downloadFile(fileName, packed);
    notify(say('Exported to “{fileName}”.', { fileName }));
    // Only what gives everything back counts as a copy.
    if (format.id === OWN_FORMAT && isAllThatIsHere) store.markFiled([factCheck]);
    const all = [...taken, fileName];
    if (files.every((file) => all.includes(file.fileName))) onClose();
    else setTaken(all);
  }

  return (
    <>
      {state.step === 'failed' || state.options.length === 0 ? null : (
        <OptionFields options={state.options} values={chosen} onChange={setExportOption} />
      )}
      <dl className={styles['facts']}>
        {files.map(({ part, fileName, packed }) => (
          <div key={fileName} className={styles['fact']}>
            <dt>{part?.label ?? say('File')}</dt>
            <dd className={styles['fileName']}>
              <bdi>{fileName}</bdi> <span className={styles['soft']}>{describeSize(packed.size)}</span>
            </dd>
          </div>
        ))}
        <dt>{say('About')}</dt>
        <dd>{describeContent(factCheck)}</dd>
      </dl>
      {state.step === 'writing' ? (
        <progress className={styles['busy']} value={state.share} aria-label={say('Writing the file')} />
      ) : null}
      {state.step === 'failed' ? <Problems problems={[state.problem]} /> : null}
      {state.step === 'done' ? <Outcome result={state.result} /> : null}
      <DialogActions>
        <Button onClick={onClose}>{taken.length > 0 ? say('Done') : say('Cancel')}</Button>
        {format.mediaType === 'text/html' && first ? (
          <Button onClick={() => setIsPreviewed(true)}>
            <Eye aria-hidden="true" />
            {say('Preview')}
          </Button>
        ) : null}
        {files.slice(1).map((file) => (
          <Button key={file.fileName} onClick={() => take(file)}>
            <Download aria-hidden="true" />
            {file.part?.download ?? say('Download')}
          </Button>
        ))}
        <Button
          look="primary"
          ref={claimFocus}
          aria-disabled={first === undefined}
          onClick={() => first && take(first)}
        >
          <Download aria-hidden="true" />
          {first?.part?.download ?? say('Download')}
        </Button>
      </DialogActions>
      {isPreviewed && first ? (
        <ReportPreview html={first.text} onClose={() => setIsPreviewed(false)} />
      ) : null}
    </>
  );
}

interface PackedFile extends ExportedFile {
  readonly packed: Blob;
}

function filesOf(state: ExportState): readonly PackedFile[] {
  if (state.step !== 'done' || !state.result.ok) return [];
  const { packed } = state;
  return state.result.files.flatMap((file, i) => {
    const blob = packed[i];
    return blob ? [{ ...file, packed: blob }] : [];
  });
}

/** What is lost, or why there is nothing. */
function Outcome({ result }: { readonly result: ExportResult }): ReactNode {
  if (!result.ok) return <Problems problems={result.problems} />;
  if (result.loss.length === 0) {
    return (
      <p className={styles['whole']}>
        {say('Nothing is lost: opening the file gives back this fact check.')}
      </p>
    );
  }
  return <Sentences title={say('What the file can’t hold')} sentences={result.loss} look="lost" />;
}

function Problems({ problems }: { readonly problems: readonly string[] }): ReactNode {
  return <Sentences title={say('This can’t be exported yet')} sentences={problems} look="problem" />;
}

function Sentences({
  title,
  sentences,
  look,
}: {
  readonly title: string;
  readonly look: 'lost' | 'problem';
  readonly sentences: readonly string[];
}): ReactNode {
  return (
    <section className={styles[look]} aria-label={title}>
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
    [
      tables.annotation.size,
      say('{n, plural, one {# annotation} other {# annotations}}', { n: tables.annotation.size }),
    ],
    [tables.verdict.size, say('{n, plural, one {# verdict} other {# verdicts}}', { n: tables.verdict.size })],
    [tables.source.size, say('{n, plural, one {# source} other {# sources}}', { n: tables.source.size })],
    [
      tables.evidence.size,
      say('{n, plural, one {# link} other {# links}} between claims and sources', {
        n: tables.evidence.size,
      }),
    ],
  ] as const;
  const there = parts.filter(([size]) => size > 0).map(([, words]) => words);
  return there.length === 0
    ? say('the article; nothing is checked yet')
    : say('the article, {what}', { what: formatSeries(there) });
}
