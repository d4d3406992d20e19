import { makeChange, type Change, type Hand, type Unstamped } from './change.ts';
import type { Evidence } from './evidence.ts';
import type { FactCheck } from './fact-check.ts';
import type { ForeignSource, ForeignUse } from './foreign-annotation.ts';
import { isDangerousAddress } from './link.ts';
import { isInstant, type Id } from './record.ts';
import { createSourceFinder } from './same-source.ts';

/** The sources of a fact check while others are imported: one that is here already is found again, never doubled. */
export interface SourceShelf {
  readonly idFor: (source: ForeignSource) => Id;
  readonly evidence: (id: Id, annotationId: Id, sourceId: Id, use: ForeignUse) => NewEvidence;
  /** The sources that were not here. */
  readonly added: () => readonly NewSource[];
}

type NewSource = Extract<Unstamped, { readonly type: 'source' }>;
export type NewEvidence = Extract<Unstamped, { readonly type: 'evidence' }>;

export function createSourceShelf({ tables }: FactCheck, hand: Hand): SourceShelf {
  const finder = createSourceFinder<Id>();
  for (const source of tables.source.values()) finder.add(source, source.id);
  const fresh = new Map<Id, NewSource>();
  return {
    idFor: (source) => {
      const { ownId } = source;
      if (ownId !== null && (tables.source.has(ownId) || fresh.has(ownId))) return ownId;
      const known = ownId === null ? finder.find(source) : undefined;
      if (known !== undefined) return known;
      const id = ownId ?? hand.clock.newId();
      fresh.set(id, sourceFrom(source, id));
      finder.add(source, id);
      return id;
    },
    evidence: (id, annotationId, sourceId, { stance, quote, locator, note }) => ({
      type: 'evidence',
      id,
      annotationId,
      sourceId,
      stance,
      ...(quote ? { quote } : {}),
      ...(locator ? { locator } : {}),
      ...(note ? { note } : {}),
    }),
    added: () => [...fresh.values()],
  };
}

export interface SourceImport {
  readonly change: Change;
  readonly added: number;
  readonly alreadyHere: number;
  /** Links between a source and an annotation. */
  readonly links: number;
  /** Links to annotations that are not here. */
  readonly lostLinks: number;
}

/** Takes a list of sources into the fact check, with their links to annotations that are here, as one Change. */
export function importSources(
  factCheck: FactCheck,
  sources: readonly ForeignSource[],
  hand: Hand,
): SourceImport {
  const shelf = createSourceShelf(factCheck, hand);
  const links: NewEvidence[] = [];
  const known = new Set([...factCheck.tables.evidence.values()].map(linkKey));
  const before = new Set<Id>();
  let lostLinks = 0;
  for (const source of sources) {
    const sourceId = shelf.idFor(source);
    if (factCheck.tables.source.has(sourceId)) before.add(sourceId);
    const { use } = source;
    const annotationId = use?.annotationId ?? null;
    if (use === null || annotationId === null) continue;
    if (!factCheck.tables.annotation.has(annotationId)) {
      lostLinks += 1;
      continue;
    }
    const link = shelf.evidence(hand.clock.newId(), annotationId, sourceId, use);
    if (known.has(linkKey(link))) continue;
    known.add(linkKey(link));
    links.push(link);
  }
  const added = shelf.added();
  return {
    change: makeChange('Import sources', factCheck, { added: [...added, ...links] }, hand),
    added: added.length,
    alreadyHere: before.size,
    links: links.length,
    lostLinks,
  };
}

/** The same for the same link between a source and an annotation, whatever is noted about it. */
export function linkKey({
  annotationId,
  sourceId,
  stance,
  quote,
  locator,
}: Pick<Evidence, 'annotationId' | 'sourceId' | 'stance' | 'quote' | 'locator'>): string {
  return JSON.stringify([annotationId, sourceId, stance, quote ?? '', locator ?? '']);
}

/** The record of a source. An address that could run code is never taken over. */
function sourceFrom(source: ForeignSource, id: Id): NewSource {
  const { kind, title, url, authors, publisher, publishedAt, accessedAt, archives, note } = source;
  return {
    type: 'source',
    id,
    kind: kind ?? 'webpage',
    title,
    ...(url === null || isDangerousAddress(url) ? {} : { url }),
    authors,
    ...(publisher ? { publisher } : {}),
    ...(publishedAt ? { publishedAt } : {}),
    accessedAt: instantOf(accessedAt),
    archives: archives
      .filter((address) => !isDangerousAddress(address))
      .map((address) => ({ provider: nameOfArchive(address), url: address, status: 'available' as const })),
    ...(note ? { note } : {}),
  };
}

/** Its host, which is how people speak of archives; empty when the address has none. */
function nameOfArchive(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : '';
}

/** A UTC instant of a date as another tool writes it; null when it is none or is in no year that we can write. */
export function instantOf(written: string | null): string | null {
  if (written === null) return null;
  const trimmed = written.trim();
  if (isInstant(trimmed)) return trimmed;
  const time = Date.parse(trimmed);
  if (Number.isNaN(time)) return null;
  const instant = new Date(time).toISOString();
  return /^\d{4}-/.test(instant) ? instant : null;
}
