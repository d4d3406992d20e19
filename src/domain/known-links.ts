import type { Evidence } from './evidence.ts';
import type { FactCheck } from './fact-check.ts';
import type { ForeignSource, ForeignUse } from './foreign-annotation.ts';
import { groupBy } from './group-by.ts';
import { evidenceOf, historyRecordsOf } from './lookup.ts';
import type { Id } from './record.ts';
import { createSourceFinder, type SourceFinder } from './same-source.ts';

/** A link between a source and an annotation as a file tells it. */
export interface ForeignLink {
  readonly annotationId: Id;
  readonly source: ForeignSource;
  readonly use: ForeignUse;
}

/** What stands here for one link, also as it was before it was edited, moved to another source or removed. */
type LinkHere = readonly Evidence[];

/** With one source and one quote so many are compared. */
const MOST_COMPARED = 100;

/**
 * Which links of a file are here already. What a file does not tell, such as the stance, fits any; and each link that is
 * here is that of one in the file: where the file has more of them, the rest is new.
 */
export function createLinkFinder(
  factCheck: FactCheck,
): (links: readonly ForeignLink[]) => ReadonlySet<ForeignLink> {
  const present = createSourceFinder<Id>();
  for (const source of factCheck.tables.source.values()) present.add(source, source.id);
  const removed = findersOfRemoved(factCheck);
  const linksOf = createLinksHere(factCheck);
  return (links) => {
    const known = new Set<ForeignLink>();
    const taken = new Set<LinkHere>();
    for (const isIt of [isExactly, mayBe]) {
      const begins = new Map<readonly LinkHere[], number>();
      for (const link of links) {
        const found = known.has(link) ? undefined : find(link, isIt, taken, begins);
        if (!found) continue;
        taken.add(found);
        known.add(link);
      }
    }
    return known;
  };

  /** `begins` says how many at the beginning of a list are taken. */
  function find(
    { annotationId, source, use }: ForeignLink,
    isIt: (use: ForeignUse, link: Evidence) => boolean,
    taken: ReadonlySet<LinkHere>,
    begins: Map<readonly LinkHere[], number>,
  ): LinkHere | undefined {
    const byKey = linksOf(annotationId);
    for (const sourceId of idsOf(annotationId, source)) {
      const candidates = byKey.get(keyOf(sourceId, use.quote)) ?? [];
      let from = begins.get(candidates) ?? 0;
      while (taken.has(candidates[from] ?? [])) from += 1;
      begins.set(candidates, from);
      const found = candidates
        .slice(from, from + MOST_COMPARED)
        .find((one) => !taken.has(one) && one.some((version) => isIt(use, version)));
      if (found) return found;
    }
    return undefined;
  }

  /** All sources that it may be, those that went with a link of this annotation too. */
  function idsOf(annotationId: Id, source: ForeignSource): readonly Id[] {
    if (source.ownId !== null) return [source.ownId];
    return [...present.findAll(source), ...(removed.get(annotationId)?.findAll(source) ?? [])];
  }
}

function isExactly(use: ForeignUse, link: Evidence): boolean {
  return use.stance === link.stance && same(use.locator, link.locator) && same(use.note, link.note);
}

/** Nothing that the file tells is otherwise here. */
function mayBe(use: ForeignUse, link: Evidence): boolean {
  return (
    (use.stance === null || use.stance === link.stance) &&
    (isBlank(use.locator) || same(use.locator, link.locator)) &&
    (isBlank(use.note) || same(use.note, link.note))
  );
}

function findersOfRemoved({ tables }: FactCheck): ReadonlyMap<Id, SourceFinder<Id>> {
  const finders = new Map<Id, SourceFinder<Id>>();
  for (const { annotationId, source } of tables.history.values()) {
    if (!source) continue;
    const finder = finders.get(annotationId) ?? createSourceFinder<Id>();
    finder.add(source, source.id);
    finders.set(annotationId, finder);
  }
  return finders;
}

/** The links of an annotation by each source and quote that they have or had. */
function createLinksHere(factCheck: FactCheck): (annotationId: Id) => ReadonlyMap<string, LinkHere[]> {
  const known = new Map<Id, ReadonlyMap<string, LinkHere[]>>();
  return (annotationId) => {
    let byKey = known.get(annotationId);
    if (!byKey) known.set(annotationId, (byKey = gather(factCheck, annotationId)));
    return byKey;
  };
}

function gather(factCheck: FactCheck, annotationId: Id): ReadonlyMap<string, LinkHere[]> {
  const older = historyRecordsOf(factCheck, annotationId).flatMap(({ before, mergedInto }) => {
    if (before.type !== 'evidence') return [];
    return mergedInto === undefined ? [before] : [before, { ...before, sourceId: mergedInto }];
  });
  const versions = groupBy([...evidenceOf(factCheck, annotationId), ...older], ({ id }) => id);
  const keyed = Array.from(versions.values(), (all) =>
    Array.from(new Set(all.map(({ sourceId, quote }) => keyOf(sourceId, quote))), (key) => ({ key, all })),
  );
  return new Map(
    Array.from(
      groupBy(keyed.flat(), ({ key }) => key),
      ([key, links]) => [key, links.map(({ all }) => all)],
    ),
  );
}

function keyOf(sourceId: Id, quote: string | null | undefined): string {
  return JSON.stringify([sourceId, isBlank(quote) ? '' : quote?.trim()]);
}

function same(one: string | null | undefined, other: string | null | undefined): boolean {
  return isBlank(one) ? isBlank(other) : one?.trim() === other?.trim();
}

function isBlank(words: string | null | undefined): boolean {
  return (words ?? '').trim() === '';
}
