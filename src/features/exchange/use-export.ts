import { useEffect, useMemo, useState } from 'react';
import type { FactCheck } from '../../domain/fact-check.ts';
import type {
  ExportContext,
  ExportResult,
  Format,
  FormatOption,
  OptionValues,
} from '../../exchange/format.ts';
import { say } from '../../messages/say.ts';
import { createPace } from '../../stores/pace.ts';
import { packText } from '../../ui/pack-text.ts';
import { citeAside } from './cite-aside.ts';

/** Where the writing of an export stands. `options` are known as soon as the code of the format is there. */
export type ExportState =
  | { readonly step: 'writing'; readonly share: number; readonly options: readonly FormatOption[] }
  | {
      readonly step: 'done';
      readonly result: ExportResult;
      /** The files of the result, each as it is handed over. */
      readonly packed: readonly Blob[];
      readonly options: readonly FormatOption[];
    }
  /** What should never happen: the code did not come, or it threw. */
  | { readonly step: 'failed'; readonly problem: string };

export interface ExportWish extends Pick<ExportContext, 'reviewerId' | 'leftOut' | 'numbers'> {
  readonly factCheck: FactCheck;
  readonly format: Format;
  /** What the person has set, of any format; where nothing is set the option's initial value counts. */
  readonly chosen: OptionValues;
  readonly now: () => string;
}

/** Writes the export that is wished for, anew with every change of the wish; one that is overtaken is given up. */
export function useExport(parts: ExportWish): ExportState {
  const { factCheck, format, chosen, now, reviewerId, leftOut, numbers } = parts;
  const wish = useMemo(
    () => ({ factCheck, format, chosen, now, reviewerId, leftOut, numbers }),
    [factCheck, format, chosen, now, reviewerId, leftOut, numbers],
  );
  const [reached, setReached] = useState<{ readonly wish: ExportWish; readonly state: ExportState } | null>(
    null,
  );

  useEffect(() => {
    const giveUp = new AbortController();
    const tell = (state: ExportState): void => {
      if (!giveUp.signal.aborted) setReached({ wish, state });
    };
    write(wish, giveUp.signal, tell).catch((error: unknown) =>
      tell({
        step: 'failed',
        problem: say('The file could not be written: {error}', { error: String(error) }),
      }),
    );
    return () => giveUp.abort();
  }, [wish]);

  if (reached?.wish === wish) return reached.state;
  // What was written for another wish is never offered for this one; its fields stay where they are.
  const options = reached && reached.state.step !== 'failed' ? reached.state.options : [];
  return { step: 'writing', share: 0, options };
}

async function write(
  { factCheck, format, chosen, now, reviewerId, leftOut, numbers }: ExportWish,
  signal: AbortSignal,
  tell: (state: ExportState) => void,
): Promise<void> {
  const writer = await format.out?.load();
  if (!writer) throw new Error('This format can’t be written.');
  const options = writer.options?.(factCheck, chosen) ?? [];
  const onProgress = (share: number): void => tell({ step: 'writing', share, options });
  const pace = createPace(onProgress, signal);
  const result = await writer.serialise(factCheck, {
    exportedAt: now(),
    reviewerId,
    leftOut,
    numbers,
    options: Object.fromEntries(options.map(({ id, initial }) => [id, chosen[id] ?? initial])),
    pace,
    // Of a report it is the first half, as far as a person waits.
    cite: citeAside({ signal, onProgress: (share) => onProgress(share / 2) }),
  });
  const packed: Blob[] = [];
  for (const { mediaType, text } of result.ok ? result.files : []) {
    // oxlint-disable-next-line no-await-in-loop -- there are two at most
    packed.push(await packText(mediaType, text, () => pace(1)));
  }
  tell({ step: 'done', result, packed, options });
}
