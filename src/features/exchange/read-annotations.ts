import { describeTarget } from '../../anchoring/describe.ts';
import type { AnchorState, Resolution } from '../../anchoring/resolve.ts';
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
  const fresh = new Map<Id, ForeignAnnotation>();
  const twice: ItemProblem[] = [];
  let alreadyHere = 0;
  for (const [i, item] of items.entries()) {
    const id = ids[i];
    if (id === undefined) continue;
    if (fresh.has(id))
      twice.push({ place: `item ${i + 1}`, problem: 'An earlier item has the same id: that one counts.' });
    else if (factCheck.tables.annotation.has(id)) alreadyHere += 1;
    else fresh.set(id, item);
  }

  const places = await findPlaces(text, [...fresh.values()], signal);
  const findings = new Map<Finding, number>();
  const found = [...fresh].flatMap(([id, item], i) => {
    const { finding, targets } = places[i] ?? NOWHERE;
    findings.set(finding, (findings.get(finding) ?? 0) + 1);
    return targets.length === 0 ? [] : [{ id, item, targets }];
  });
  const placed = await Promise.all(
    found.map(async (one) => ({
      ...one,
      authorIds: new Map(await Promise.all(authorsOf(one.item).map(authorEntry))),
    })),
  );
  const words = new Set(placed.flatMap(({ item }) => (item.rating === null ? [] : [item.rating])));
  return {
    ok: true,
    placed,
    alreadyHere,
    findings,
    problems: [...problems, ...twice],
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

const NOWHERE: Place = { finding: 'orphaned', targets: [] };

/** Where each annotation stands in the text; all targets are looked for together, since the text is indexed only once. */
async function findPlaces(
  text: string,
  items: readonly ForeignAnnotation[],
  signal: AbortSignal,
): Promise<readonly Place[]> {
  const wanted = items.map(({ targets }) => wantedTargets(targets));
  const resolutions = await resolveTargets(text, wanted.flat(), { signal });
  let next = 0;
  return items.map(({ targets: pieces }, i): Place => {
    const mine = wanted[i] ?? [];
    const first = next;
    next += mine.length;
    if (pieces.length === 0) return { finding: 'page-note', targets: [] };
    if (mine.length < pieces.length) return NOWHERE;
    return placeOf(text, mine, resolutions.slice(first, next));
  });
}

/** Those pieces that have words to look for. */
function wantedTargets(pieces: readonly ForeignTarget[]): readonly Target[] {
  return pieces.flatMap(({ quote, position }): Target[] =>
    quote ? [{ quote, position: position ?? { start: 0, end: quote.exact.length } }] : [],
  );
}

function placeOf(text: string, wanted: readonly Target[], resolutions: readonly Resolution[]): Place {
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
