import { say } from '../messages/say.ts';
import { makeChangeInSteps } from './change-in-steps.ts';
import type { Change, Hand, Unstamped } from './change.ts';
import type { FactCheck } from './fact-check.ts';
import type { ForeignSource, ForeignUse } from './foreign-annotation.ts';
import { createLinkFinder, type ForeignLink } from './known-links.ts';
import { isDangerousAddress } from './link.ts';
import { instantOf, isUnreadDate } from './read-instant.ts';
import type { Id } from './record.ts';
import { addressKey, createSourceFinder, toldAsWith } from './same-source.ts';
import type { Source } from './source.ts';
import { runAtOnce, type Steps } from './steps.ts';

/** The sources of a fact check while others are imported: one that is here already is found again, never doubled. */
export interface SourceShelf {
  readonly idFor: (source: ForeignSource) => Id;
  /** True for one that is here or came before: asking for its id adds none. */
  readonly has: (source: ForeignSource) => boolean;
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

/** `removed` are sources that were removed here: one of them comes back as it was, when it comes. */
export function createSourceShelf(
  { tables }: FactCheck,
  hand: Hand,
  removed: readonly Source[] = [],
): SourceShelf {
  const findRemoved = createRemovedFinder(removed);
  const finder = createSourceFinder<Id>();
  for (const source of tables.source.values()) finder.add(source, source.id);
  const known = (source: ForeignSource): Id | undefined =>
    source.mayBeId !== undefined && tables.source.has(source.mayBeId) ? source.mayBeId : finder.find(source);
  const fresh = new Map<Id, NewSource>();
  const merged = new Map<string, MergedSource>();
  const tellMerged = (source: ForeignSource, id: Id): void => {
    const own = tables.source.get(id) ?? fresh.get(id);
    const [words, as] = own ? differenceOf(source, own) : [];
    if (words !== undefined && as !== undefined) merged.set(words, { words, as });
  };
  return {
    has: (source) =>
      source.ownId === null
        ? known(source) !== undefined
        : tables.source.has(source.ownId) || fresh.has(source.ownId),
    idFor: (source) => {
      const { ownId } = source;
      if (ownId !== null && (tables.source.has(ownId) || fresh.has(ownId))) return ownId;
      const same = ownId === null ? known(source) : undefined;
      if (same !== undefined) {
        tellMerged(source, same);
        const own = fresh.get(same);
        if (own) fresh.set(same, { ...own, toldAs: toldAsWith({ ...source, toldAs: own.toldAs ?? [] }) });
        return same;
      }
      const back = findRemoved(source);
      const id = back?.id ?? ownId ?? hand.clock.newId();
      fresh.set(id, back ? withoutStamp(back) : sourceFrom(source, id));
      finder.add(source, id);
      return id;
    },
    evidence: (id, annotationId, sourceId, { stance, quote, locator, note }) => ({
      type: 'evidence',
      id,
      annotationId,
      sourceId,
      stance: stance ?? 'context',
      ...(quote ? { quote } : {}),
      ...(locator ? { locator } : {}),
      ...(note ? { note } : {}),
    }),
    added: () => [...fresh.values()],
    merged: () => [...merged.values()],
  };
}

type RemovedFinder = (source: ForeignSource) => Source | undefined;

/** Finds the source that was removed here in one of a file. */
function createRemovedFinder(removed: readonly Source[]): RemovedFinder {
  const byId = new Map(removed.map((source) => [source.id, source]));
  const finder = createSourceFinder<Source>();
  for (const source of removed) finder.add(source, source);
  return (source) => {
    const { ownId, mayBeId } = source;
    return ownId === null
      ? ((mayBeId === undefined ? undefined : byId.get(mayBeId)) ?? finder.find(source))
      : byId.get(ownId);
  };
}

function withoutStamp(source: Source): NewSource {
  const { rev: _rev, base: _base, writtenAs: _as, updatedAt: _at, updatedBy: _by, ...words } = source;
  return words;
}

/** What is lost of a source that is taken for `own`, and what it becomes; nothing when both say the same. */
function differenceOf(
  { title, url }: ForeignSource,
  own: Pick<NewSource, 'title' | 'url'>,
): readonly [words: string, as: string] | readonly [] {
  const placeOf = (address: string | null | undefined): string => /#.+$/.exec(address ?? '')?.[0] ?? '';
  if (url !== null && placeOf(url) !== '' && placeOf(url) !== placeOf(own.url))
    return [url, own.url ?? own.title];
  if (url !== null && own.url !== undefined && addressKey(url) !== addressKey(own.url)) return [url, own.url];
  const [theirs, ours] = [title.trim(), own.title.trim()];
  return theirs !== '' && theirs.toLowerCase() !== ours.toLowerCase()
    ? [theirs, ours || (own.url ?? '')]
    : [];
}

/** A list of sources, and those that were removed here: some stay so, and some come back with a list that has them. */
export interface SourceList {
  readonly sources: readonly ForeignSource[];
  readonly staying: readonly Source[];
  readonly returning: readonly Source[];
}

export interface SourceImport {
  readonly change: Change;
  readonly added: number;
  readonly alreadyHere: number;
  /** How many were removed here by hand. */
  readonly staysRemoved: number;
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
  return runAtOnce(importSourcesInSteps(factCheck, { sources, staying: [], returning: [] }, hand));
}

/** The same in steps, for a list of very many. */
export function* importSourcesInSteps(
  factCheck: FactCheck,
  { sources, staying, returning }: SourceList,
  hand: Hand,
): Steps<SourceImport> {
  const shelf = createSourceShelf(factCheck, hand, [...staying, ...returning]);
  const [stays, returns] = [staying, returning].map(createRemovedFinder) as [RemovedFinder, RemovedFinder];
  const links: NewEvidence[] = [];
  const told = sources.flatMap((source): readonly ForeignLink[] => {
    const { use } = source;
    const annotationId = use?.annotationId ?? null;
    const isHere = annotationId !== null && factCheck.tables.annotation.has(annotationId);
    return use && isHere ? [{ annotationId, source, use }] : [];
  });
  const linkOf = new Map(told.map((link) => [link.source, link]));
  const known = createLinkFinder(factCheck)(told);
  const met = new Set([...factCheck.tables.evidence.values()].map(linkKey));
  const before = new Set<Id>();
  const staysRemoved = new Set<Id>();
  let lostLinks = 0;
  for (const [i, source] of sources.entries()) {
    yield i / sources.length;
    const link = linkOf.get(source);
    const isKnown = link !== undefined && known.has(link);
    const mayStay = (link === undefined || isKnown) && !shelf.has(source);
    const gone = mayStay ? stays(source) : undefined;
    if (gone) staysRemoved.add(gone.id);
    // It went with its source, which stays away as well.
    if (gone || (isKnown && !shelf.has(source) && !returns(source))) continue;
    const sourceId = shelf.idFor(source);
    if (factCheck.tables.source.has(sourceId)) before.add(sourceId);
    if (link === undefined) lostLinks += (source.use?.annotationId ?? null) === null ? 0 : 1;
    if (link === undefined || isKnown) continue;
    const evidence = shelf.evidence(hand.clock.newId(), link.annotationId, sourceId, link.use);
    if (met.has(linkKey(evidence))) continue;
    met.add(linkKey(evidence));
    links.push(evidence);
  }
  const added = shelf.added();
  return {
    change: yield* makeChangeInSteps(say('Import sources'), factCheck, { added: [...added, ...links] }, hand),
    added: added.length,
    alreadyHere: before.size,
    staysRemoved: staysRemoved.size,
    links: links.length,
    lostLinks,
    merged: shelf.merged(),
  };
}

/** The same for the same link between a source and an annotation. */
function linkKey(link: NewEvidence): string {
  const { annotationId, sourceId, stance, quote = '', locator = '', note = '' } = link;
  return JSON.stringify([annotationId, sourceId, stance, quote, locator, note]);
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
    toldAs: toldAsWith(source),
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
