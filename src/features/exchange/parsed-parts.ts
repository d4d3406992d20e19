import { gatherFactCheck, recordsOf, type AnyRecord } from '../../domain/fact-check.ts';
import type { Id } from '../../domain/record.ts';
import type { Backup } from '../../exchange/backup.ts';
import type { ParseResult } from '../../exchange/format.ts';
import type { ParsedBytes } from './parse-bytes.ts';

/** What was read of a file without the long list in it, which follows in parts. */
export type ParsedFrame =
  | Exclude<ParseResult, { readonly ok: true }>
  | { readonly kind: 'fact-check'; readonly id: Id; readonly problems: readonly string[] }
  | (Omit<Extract<ParsedBytes, { readonly kind: 'backup' }>, 'backup'> & {
      readonly rest: Omit<Backup, 'factChecks'>;
      /** Each fact check, with how many members of the list are its records; one after the other. */
      readonly factChecks: readonly { readonly id: Id; readonly records: number }[];
    })
  | Omit<Extract<ParseResult, { readonly kind: 'annotations' }>, 'items'>
  | Omit<Extract<ParseResult, { readonly kind: 'sources' }>, 'sources'>;

/** So many members of the list are handed over at once: taking them in is short work, however long the list is. */
const AT_ONCE = 500;

/** Takes an answer apart, so that the page can take it in without being held up. */
export function takeApart(read: ParsedBytes): {
  readonly frame: ParsedFrame;
  readonly parts: readonly (readonly unknown[])[];
} {
  if (!read.ok) return { frame: read, parts: [] };
  switch (read.kind) {
    case 'fact-check': {
      const { factCheck, problems } = read;
      return {
        frame: { kind: 'fact-check', id: factCheck.id, problems },
        parts: slice(recordsOf(factCheck)),
      };
    }
    case 'backup': {
      const { backup, ...frame } = read;
      const { factChecks, ...rest } = backup;
      const records = factChecks.map(recordsOf);
      const counted = factChecks.map(({ id }, i) => ({ id, records: records[i]?.length ?? 0 }));
      return { frame: { ...frame, rest, factChecks: counted }, parts: slice(records.flat()) };
    }
    case 'annotations': {
      const { items, ...frame } = read;
      return { frame, parts: slice(items) };
    }
    case 'sources': {
      const { sources, ...frame } = read;
      return { frame, parts: slice(sources) };
    }
  }
}

/** Puts it together again: `takeApart` in another thread has made the frame and the list. */
export function putTogether(frame: ParsedFrame, list: readonly unknown[]): ParsedBytes {
  if ('problem' in frame) return frame;
  switch (frame.kind) {
    case 'fact-check': {
      const { id, problems } = frame;
      return { ok: true, kind: 'fact-check', factCheck: gatherFactCheck(id, list as AnyRecord[]), problems };
    }
    case 'backup': {
      const { rest, factChecks: counted, ...others } = frame;
      let next = 0;
      const factChecks = counted.map(({ id, records }) =>
        gatherFactCheck(id, list.slice(next, (next += records)) as AnyRecord[]),
      );
      return { ...others, backup: { ...rest, factChecks } };
    }
    case 'annotations':
      return { ...frame, items: list as Extract<ParseResult, { readonly kind: 'annotations' }>['items'] };
    case 'sources':
      return { ...frame, sources: list as Extract<ParseResult, { readonly kind: 'sources' }>['sources'] };
  }
}

function slice(list: readonly unknown[]): readonly (readonly unknown[])[] {
  return Array.from({ length: Math.ceil(list.length / AT_ONCE) }, (_, i) =>
    list.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  );
}
