import { describeTarget } from '../../anchoring/describe.ts';
import type { AnchorState } from '../../anchoring/resolve.ts';
import { resolveTargets } from '../../anchoring/resolve-all.ts';
import type { Target } from '../../domain/annotation.ts';
import { digestText } from '../../domain/article.ts';
import { articleOf, scaleOf, type FactCheck } from '../../domain/fact-check.ts';
import type { ForeignAnnotation, ForeignTarget } from '../../domain/foreign-annotation.ts';
import { authorsOf, type PlacedAnnotation } from '../../domain/import-annotations.ts';
import type { Id } from '../../domain/record.ts';
import type { ItemProblem } from '../../exchange/format.ts';
import { parseFile } from '../../exchange/formats.ts';
import { createPace } from './pace.ts';

/** What was found of an annotation: the state of its anchor, or that it is a note on the whole page. */
export type Finding = AnchorState | 'page-note';

export type ReadAnnotations =
  | { readonly ok: false; readonly problem: string }
  | {
      readonly ok: true;
      /** Those that have a place and are not here already. */
      readonly placed: readonly PlacedAnnotation[];
      readonly alreadyHere: number;
      readonly findings: ReadonlyMap<Finding, number>;
      readonly problems: readonly ItemProblem[];
      /** The words for verdicts, and the rating that each seems to mean. */
      readonly ratings: ReadonlyMap<string, Id | null>;
      readonly authors: readonly string[];
    };

/**
 * Reads the annotations of another tool from a file and looks for their places in the open article. Nothing is placed
 * where words differ or where more than one place fits.
 */
export async function readAnnotations(
  file: File,
  factCheck: FactCheck,
  signal: AbortSignal,
): Promise<ReadAnnotations> {
  const parsed = await parseFile(await file.text(), { pace: createPace(() => undefined, signal) });
  if (!parsed.ok) return parsed;
  if (parsed.kind === 'fact-check')
    return fail('It is a whole fact check: open it with “Open a file” in the library.');
  if (parsed.kind === 'sources') return fail('It holds sources and no annotations.');
  const { items, problems } = parsed;
  const { text } = articleOf(factCheck);
  const ids = await Promise.all(items.map(idOf));
  const findings = new Map<Finding, number>();
  const placed: PlacedAnnotation[] = [];
  const seen = new Set<Id>();
  let alreadyHere = 0;
  for (const [i, item] of items.entries()) {
    const id = ids[i];
    if (id === undefined || seen.has(id)) continue;
    seen.add(id);
    if (factCheck.tables.annotation.has(id)) {
      alreadyHere += 1;
      continue;
    }
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that the page lives meanwhile
    const { finding, targets } = await place(text, item.targets, signal);
    findings.set(finding, (findings.get(finding) ?? 0) + 1);
    if (targets.length === 0) continue;
    // oxlint-disable-next-line no-await-in-loop -- a digest or two
    const authorIds = new Map(await Promise.all(authorsOf(item).map(authorEntry)));
    placed.push({ item, id, targets, authorIds });
  }
  const words = new Set(placed.flatMap(({ item }) => (item.rating === null ? [] : [item.rating])));
  return {
    ok: true,
    placed,
    alreadyHere,
    findings,
    problems,
    ratings: new Map([...words].map((word) => [word, guessRating(factCheck, word)])),
    authors: [...new Set(placed.flatMap(({ item }) => authorsOf(item)))],
  };
}

interface Place {
  readonly finding: Finding;
  /** Empty unless every piece of it has a place. */
  readonly targets: readonly Target[];
}

/** From the best to the worst: an annotation of several pieces is as its worst piece is. */
const STATES = ['exact', 'moved', 'near', 'changed', 'ambiguous', 'orphaned'] as const;

async function place(text: string, pieces: readonly ForeignTarget[], signal: AbortSignal): Promise<Place> {
  if (pieces.length === 0) return { finding: 'page-note', targets: [] };
  const wanted = pieces.flatMap(({ quote, position }): Target[] =>
    quote ? [{ quote, position: position ?? { start: 0, end: quote.exact.length } }] : [],
  );
  if (wanted.length < pieces.length) return { finding: 'orphaned', targets: [] };
  const resolutions = await resolveTargets(text, wanted, { signal });
  const targets: Target[] = [];
  let worst = 0;
  for (const [i, resolution] of resolutions.entries()) {
    const { quote } = wanted[i] ?? {};
    const state = quote && isRepeated(text, quote) ? 'ambiguous' : resolution.state;
    worst = Math.max(worst, STATES.indexOf(state));
    if ('range' in resolution) targets.push(describeTarget(text, resolution.range));
  }
  return { finding: STATES[worst] ?? 'orphaned', targets: worst < STATES.indexOf('changed') ? targets : [] };
}

/** Words without context that stand in the text more than once: the position of another text can't tell which. */
function isRepeated(text: string, { exact, prefix, suffix }: Target['quote']): boolean {
  return prefix + suffix === '' && text.indexOf(exact) !== text.lastIndexOf(exact);
}

async function idOf(item: ForeignAnnotation): Promise<Id> {
  const name = item.originalId ?? JSON.stringify([item.targets, item.comment, item.author, item.rating]);
  return `in-${(await digestText(name)).slice(0, 40)}`;
}

async function authorEntry(name: string): Promise<[string, Id]> {
  return [name, `by-${(await digestText(name)).slice(0, 40)}`];
}

function guessRating(factCheck: FactCheck, word: string): Id | null {
  const plain = (words: string): string =>
    words
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, ' ')
      .trim();
  const { ratings } = scaleOf(factCheck);
  return ratings.find(({ id, label }) => [id, label].some((name) => plain(name) === plain(word)))?.id ?? null;
}

function fail(problem: string): ReadAnnotations {
  return { ok: false, problem };
}
