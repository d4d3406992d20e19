import type { FactCheck } from '../../domain/fact-check.ts';
import type { ForeignSource } from '../../domain/foreign-annotation.ts';
import { importSourcesInSteps, type SourceImport, type SourceList } from '../../domain/import-sources.ts';
import { isUnreadDate } from '../../domain/read-instant.ts';
import type { ItemProblem } from '../../exchange/format.ts';
import { quoted } from '../../messages/quoted.ts';
import { message, say } from '../../messages/say.ts';
import { createPace } from '../../stores/pace.ts';
import { readAnnotations, type ReadAnnotations } from './read-annotations.ts';
import { readMerge, type ReadMerge } from './read-merge.ts';
import type { Reading } from './reading.ts';
import { sayRefused } from './say-refused.ts';
import { runInSlices } from '../../domain/steps.ts';

export type ReadImport =
  | { readonly kind: 'unreadable'; readonly problem: string }
  | ReadAnnotations
  | {
      readonly kind: 'sources';
      readonly list: SourceList;
      /** What taking them in would do. */
      readonly trial: SourceImport;
      readonly problems: readonly ItemProblem[];
    }
  | ReadMerge;

/** Reads a file of any format that can be taken into the open fact check, and finds out what that would do. */
export async function readImport(file: File, factCheck: FactCheck, reading: Reading): Promise<ReadImport> {
  const { parse, signal, onShare } = reading;
  if (file.size > LARGEST)
    return unreadable(say('It is larger than 200 megabytes, which is more than can be read here.'));
  const bytes = new Uint8Array(await file.arrayBuffer());
  const parsed = await parse(bytes, { signal, onShare: (share) => onShare(share / 2) });
  signal.throwIfAborted();
  if (!parsed.ok) return unreadable(parsed.isUnknown ? say(NO_KIND) : parsed.problem);
  switch (parsed.kind) {
    case 'sources': {
      const { staying, returning } = await reading.removed();
      const list = {
        sources: parsed.sources,
        staying: staying.sources,
        returning: returning.sources,
      };
      return {
        kind: 'sources',
        list,
        trial: await tryOut(list, factCheck, reading),
        problems: [
          ...parsed.problems,
          ...sayUnreadDates(parsed.sources),
          ...parsed.sources.flatMap((source) => sayRefused(source, nameOf(source))),
        ],
      };
    }
    case 'backup':
      return unreadable(
        say('It is a backup of all that a browser kept. Open it in the library, to restore what is in it.'),
      );
    case 'fact-check':
      return readMerge(factCheck, parsed, reading);
    case 'annotations':
      return readAnnotations(file.name, factCheck, parsed, reading);
  }
}

function tryOut(
  list: SourceList,
  factCheck: FactCheck,
  { signal, onShare, hand }: Reading,
): Promise<SourceImport> {
  const pace = createPace((share) => onShare((1 + share) / 2), signal);
  return runInSlices(importSourcesInSteps(factCheck, list, hand), pace);
}

const LARGEST = 200_000_000;

const NO_KIND = message(
  'It is none of the kinds of file that can be imported: annotations of Hypothesis, Recogito, Label Studio or doccano, W3C Web Annotations, our own files and tables, sources as CSL-JSON or BibTeX.',
);

function sayUnreadDates(sources: readonly ForeignSource[]): readonly ItemProblem[] {
  return sources.flatMap((source) => {
    const { accessedAt } = source;
    return isUnreadDate(accessedAt)
      ? [
          {
            place: nameOf(source),
            problem: say(
              '“{accessedAt}” can’t be read as a date for certain: it is kept in the note of the source.',
              { accessedAt },
            ),
          },
        ]
      : [];
  });
}

function nameOf({ title, url }: ForeignSource): string {
  return quoted(title || (url ?? ''));
}

function unreadable(problem: string): ReadImport {
  return { kind: 'unreadable', problem };
}
