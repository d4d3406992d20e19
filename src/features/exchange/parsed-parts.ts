import { gatherFactCheck, recordsOf, type AnyRecord } from '../../domain/fact-check.ts';
import type { Id } from '../../domain/record.ts';
import type { ParseResult } from '../../exchange/format.ts';

/** What was read of a file without the long list in it, which follows in parts. */
export type ParsedFrame =
  | Exclude<ParseResult, { readonly ok: true }>
  | { readonly kind: 'fact-check'; readonly id: Id; readonly problems: readonly string[] }
  | Omit<Extract<ParseResult, { readonly kind: 'annotations' }>, 'items'>
  | Omit<Extract<ParseResult, { readonly kind: 'sources' }>, 'sources'>;

/** So many members of the list are handed over at once: taking them in is short work, however long the list is. */
const AT_ONCE = 500;

/** Takes an answer apart, so that the page can take it in without being held up. */
export function takeApart(read: ParseResult): {
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
export function putTogether(frame: ParsedFrame, list: readonly unknown[]): ParseResult {
  if ('problem' in frame) return frame;
  switch (frame.kind) {
    case 'fact-check': {
      const { id, problems } = frame;
      return { ok: true, kind: 'fact-check', factCheck: gatherFactCheck(id, list as AnyRecord[]), problems };
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
