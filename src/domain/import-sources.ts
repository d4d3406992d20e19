import { say } from '../messages/say.ts';
import { makeChangeInSteps, type Change, type Hand, type Unstamped } from './change.ts';
import type { Evidence } from './evidence.ts';
import type { FactCheck } from './fact-check.ts';
import type { ForeignSource, ForeignUse } from './foreign-annotation.ts';
import { isDangerousAddress } from './link.ts';
import { instantOf, isUnreadDate } from './read-instant.ts';
import type { Id } from './record.ts';
import { createSourceFinder } from './same-source.ts';
import { runAtOnce, type Steps } from './steps.ts';

/** The sources of a fact check while others are imported: one that is here already is found again, never doubled. */
export interface SourceShelf {
  readonly idFor: (source: ForeignSource) => Id;
  readonly evidence: (id: Id, annotationId: Id, sourceId: Id, use: ForeignUse) => NewEvidence;
  /** The sources that were not here. */
  readonly added: () => readonly NewSource[];
  /** Those that were taken for one that is here or came before, though they say something that this one does not. */
  readonly merged: () => readonly MergedSource[];
}

/** A source that became one under another title, or one without the place that its address names. */
export interface MergedSource {
  readonly words: string;
  /** Title or address of the one that it became. */
  readonly as: string;
}

type NewSource = Extract<Unstamped, { readonly type: 'source' }>;
export type NewEvidence = Extract<Unstamped, { readonly type: 'evidence' }>;

export function createSourceShelf({ tables }: FactCheck, hand: Hand): SourceShelf {
  const finder = createSourceFinder<Id>();
  for (const source of tables.source.values()) finder.add(source, source.id);
  const fresh = new Map<Id, NewSource>();
  const merged = new Map<string, MergedSource>();
  const tellMerged = (source: ForeignSource, id: Id): void => {
    const own = tables.source.get(id) ?? fresh.get(id);
    const [words, as] = own ? differenceOf(source, own) : [];
    if (words !== undefined && as !== undefined) merged.set(words, { words, as });
  };
  return {
    idFor: (source) => {
      const { ownId } = source;
      if (ownId !== null && (tables.source.has(ownId) || fresh.has(ownId))) return ownId;
      const known = ownId === null ? finder.find(source) : undefined;
      if (known !== undefined) {
        tellMerged(source, known);
        return known;
      }
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
    merged: () => [...merged.values()],
  };
}

/** What is lost of a source that is taken for `own`, and what it becomes; nothing when both say the same. */
function differenceOf(
  { title, url }: ForeignSource,
  own: Pick<NewSource, 'title' | 'url'>,
): readonly [words: string, as: string] | readonly [] {
  const placeOf = (address: string | null | undefined): string => /#.+$/.exec(address ?? '')?.[0] ?? '';
  if (url !== null && placeOf(url) !== '' && placeOf(url) !== placeOf(own.url))
    return [url, own.url ?? own.title];
  const [theirs, ours] = [title.trim(), own.title.trim()];
  return theirs !== '' && theirs.toLowerCase() !== ours.toLowerCase()
    ? [theirs, ours || (own.url ?? '')]
    : [];
}

export interface SourceImport {
  readonly change: Change;
  readonly added: number;
  readonly alreadyHere: number;
  /** Links between a source and an annotation. */
  readonly links: number;
  /** Links to annotations that are not here. */
  readonly lostLinks: number;
  readonly merged: readonly MergedSource[];
}

/** Takes a list of sources into the fact check, with their links to annotations that are here, as one Change. */
export function importSources(
  factCheck: FactCheck,
  sources: readonly ForeignSource[],
  hand: Hand,
): SourceImport {
  return runAtOnce(importSourcesInSteps(factCheck, sources, hand));
}

/** The same in steps, for a list of very many. */
export function* importSourcesInSteps(
  factCheck: FactCheck,
  sources: readonly ForeignSource[],
  hand: Hand,
): Steps<SourceImport> {
  const shelf = createSourceShelf(factCheck, hand);
  const links: NewEvidence[] = [];
  const known = new Set([...linksHere(factCheck)].map(notedLinkKey));
  const before = new Set<Id>();
  let lostLinks = 0;
  for (const [i, source] of sources.entries()) {
    yield i / sources.length;
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
    if (known.has(notedLinkKey(link))) continue;
    known.add(notedLinkKey(link));
    links.push(link);
  }
  const added = shelf.added();
  return {
    change: yield* makeChangeInSteps(say('Import sources'), factCheck, { added: [...added, ...links] }, hand),
    added: added.length,
    alreadyHere: before.size,
    links: links.length,
    lostLinks,
    merged: shelf.merged(),
  };
}

/** The links that are here, and what they were before they were edited. */
function* linksHere({ tables }: FactCheck): Generator<Evidence> {
  yield* tables.evidence.values();
  for (const { before } of tables.history.values())
    if (before.type === 'evidence' && tables.evidence.has(before.id)) yield before;
}

/** The same for the same link with the same note. */
function notedLinkKey(link: Parameters<typeof linkKey>[0] & Pick<Evidence, 'note'>): string {
  return JSON.stringify([linkKey(link), link.note ?? '']);
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

/** The addresses of a source that could run code: none of them is taken over. */
export function refusedAddressesOf({ url, archives }: ForeignSource): readonly string[] {
  return [...(url === null ? [] : [url]), ...archives].filter(isDangerousAddress);
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
    ...optionalNote(note, accessedAt),
  };
}

/** When it was looked at stays in words where it is no date that can be read for certain. */
function optionalNote(note: string | null, accessedAt: string | null): { readonly note?: string } {
  const said = [note ?? '', ...(isUnreadDate(accessedAt) ? [`Accessed: ${accessedAt.trim()}`] : [])];
  const words = said.filter((part) => part.trim() !== '').join('\n\n');
  return words === '' ? {} : { note: words };
}

/** Its host, which is how people speak of archives; empty when the address has none. */
function nameOfArchive(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : '';
}
