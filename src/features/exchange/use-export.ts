import { useEffect, useState } from 'react';
import type { FactCheck } from '../../domain/fact-check.ts';
import type {
  ExportContext,
  ExportResult,
  Format,
  FormatOption,
  OptionValues,
} from '../../exchange/format.ts';
import { createPace } from './pace.ts';

/** Where the writing of an export stands. `options` are known as soon as the code of the format is there. */
export type ExportState =
  | { readonly step: 'writing'; readonly share: number; readonly options: readonly FormatOption[] }
  | { readonly step: 'done'; readonly result: ExportResult; readonly options: readonly FormatOption[] }
  /** What should never happen: the code did not come, or it threw. */
  | { readonly step: 'failed'; readonly problem: string };

export interface ExportWish extends Pick<ExportContext, 'reviewerId' | 'leftOut'> {
  readonly factCheck: FactCheck;
  readonly format: Format;
  /** What the person has set, of any format; where nothing is set the option's initial value counts. */
  readonly chosen: OptionValues;
  readonly now: () => string;
}

const BEGUN = { step: 'writing', share: 0, options: [] } as const;

/** Writes the export that is wished for, anew with every change of the wish; one that is overtaken is given up. */
export function useExport({ factCheck, format, chosen, now, reviewerId, leftOut }: ExportWish): ExportState {
  const [state, setState] = useState<ExportState>(BEGUN);

  useEffect(() => {
    const giveUp = new AbortController();
    async function write(): Promise<void> {
      const writer = await format.out?.load();
      if (!writer) throw new Error('This format can’t be written.');
      const options = writer.options?.(factCheck) ?? [];
      const tell = (next: ExportState): void => {
        if (!giveUp.signal.aborted) setState(next);
      };
      const result = await writer.serialise(factCheck, {
        exportedAt: now(),
        reviewerId,
        leftOut,
        options: Object.fromEntries(options.map(({ id, initial }) => [id, chosen[id] ?? initial])),
        pace: createPace((share) => tell({ step: 'writing', share, options }), giveUp.signal),
      });
      tell({ step: 'done', result, options });
    }
    write().catch((error: unknown) => {
      if (!giveUp.signal.aborted) setState({ step: 'failed', problem: String(error) });
    });
    return () => giveUp.abort();
  }, [factCheck, format, chosen, now, reviewerId, leftOut]);

  return state;
}
