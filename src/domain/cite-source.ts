import { say } from '../messages/say.ts';
import { makeChange, type Change, type Hand } from './change.ts';
import type { Evidence, Stance } from './evidence.ts';
import type { FactCheck } from './fact-check.ts';
import type { History } from './history.ts';
import { isDangerousAddress } from './link.ts';
import { usesOf } from './lookup.ts';
import type { Id, Stamp } from './record.ts';
import { areAlike, digestOfSource, toldAsWith } from './same-source.ts';
import { entriesFrom, entriesWithSource } from './source-of-entry.ts';
import type { Source, SourceTier } from './source.ts';

/**
 * What can be edited of a source. An empty optional text or a null tier removes the field; a dangerous address is
 * never taken over, the old one stays.
 */
export interface SourceEdit {
  readonly kind?: string;
  readonly title?: string;
  readonly url?: string;
  readonly authors?: readonly string[];
  readonly publisher?: string;
  readonly publishedAt?: string;
  readonly accessedAt?: string | null;
  readonly tier?: SourceTier | null;
  readonly note?: string;
}

/** What can be edited of a piece of evidence. An empty text removes the field. */
export interface EvidenceEdit {
  readonly stance?: Stance;
  readonly quote?: string;
  readonly locator?: string;
  readonly note?: string;
}

/**
 * Cites a source for an annotation: one that is here (its id) or a new one (its words). `ids` are used for what is
 * new.
 */
export function citeSource(
  factCheck: FactCheck,
  {
    annotationId,
    source,
    stance,
    ids,
  }: {
    annotationId: Id;
    source: Id | SourceEdit;
    stance: Stance;
    ids: { readonly evidence: Id; readonly source: Id };
  },
  hand: Hand,
): Change {
  const isNew = typeof source !== 'string';
  const evidence = {
    type: 'evidence',
    id: ids.evidence,
    annotationId,
    sourceId: isNew ? ids.source : source,
    stance,
  } as const;
  if (!isNew) return makeChange(say('Cite source'), factCheck, { added: [evidence] }, hand);
  return makeChange(
    say('Cite source'),
    factCheck,
    { added: [editWords(blankSource(ids.source), source), evidence] },
    hand,
  );
}

/** A source of which nothing is known yet. */
export function blankSource(id: Id): Omit<Source, keyof Stamp> & Pick<Stamp, 'id'> {
  return { type: 'source', id, kind: 'webpage', title: '', authors: [], accessedAt: null, archives: [] };
}

/** Edits a source: once, for every annotation that cites it. */
export function editSource(factCheck: FactCheck, id: Id, edit: SourceEdit, hand: Hand): Change {
  const source = factCheck.tables.source.get(id);
  return makeChange(
    say('Edit source'),
    factCheck,
    source ? { changed: [rememberWords(source, editWords(source, edit), hand)] } : {},
    hand,
  );
}

/** A file that was written while the old words stood here tells them when it comes back. */
function rememberWords(before: Source, after: Source, { clock }: Hand): Source {
  const isOther = digestOfSource(before) !== digestOfSource(after);
  const stood = Date.parse(clock.instant()) - Date.parse(before.updatedAt);
  return isOther && stood >= SHORTEST_STAY ? { ...after, toldAs: toldAsWith(before) } : after;
}

/** In milliseconds. What is typed stands for a moment, letter by letter. */
const SHORTEST_STAY = 30_000;

/** Edits stance, quoted words, locator or note of a piece of evidence. */
export function editEvidence(factCheck: FactCheck, id: Id, edit: EvidenceEdit, hand: Hand): Change {
  const evidence = factCheck.tables.evidence.get(id);
  if (!evidence) return makeChange(say('Edit evidence'), factCheck, {}, hand);
  const { quote: oldQuote, locator: oldLocator, note: oldNote, ...rest } = evidence;
  const quote = edit.quote ?? oldQuote;
  const locator = edit.locator ?? oldLocator;
  const note = edit.note ?? oldNote;
  const changed: Evidence = {
    ...rest,
    stance: edit.stance ?? evidence.stance,
    ...(quote ? { quote } : {}),
    ...(locator ? { locator } : {}),
    ...(note ? { note } : {}),
  };
  return makeChange(say('Edit evidence'), factCheck, { changed: [changed] }, hand);
}

/** Takes a piece of evidence away from its annotation; the source stays with the fact check. */
export function removeEvidence(factCheck: FactCheck, id: Id, hand: Hand): Change {
  const evidence = factCheck.tables.evidence.get(id);
  return makeChange(say('Remove evidence'), factCheck, evidence ? { removed: [evidence] } : {}, hand);
}

/** Removes a source and all evidence from it, which can be restored from the history with it. */
export function removeSource(factCheck: FactCheck, id: Id, hand: Hand): Change {
  const source = factCheck.tables.source.get(id);
  return makeChange(
    say('Remove source'),
    factCheck,
    source
      ? { changed: entriesWithSource(factCheck, source), removed: [source, ...usesOf(factCheck, id)] }
      : {},
    hand,
  );
}

/**
 * Makes one source of two that are the same: evidence from `duplicate` then comes from `kept`, which takes over what
 * only the duplicate says, and the duplicate goes. So it is in the history.
 */
export function mergeSources(factCheck: FactCheck, kept: Id, duplicate: Id, hand: Hand): Change {
  const { source } = factCheck.tables;
  const [stays, goes] = [source.get(kept), source.get(duplicate)];
  if (!stays || !goes || stays === goes) return makeChange(say('Merge sources'), factCheck, {}, hand);
  const evidence = usesOf(factCheck, duplicate).map((link): Evidence => ({ ...link, sourceId: kept }));
  const history = entriesFrom(factCheck, duplicate).map((entry): History => ({ ...entry, mergedInto: kept }));
  return makeChange(
    say('Merge sources'),
    factCheck,
    { changed: [fillSource(stays, goes), ...evidence, ...history], removed: [goes] },
    hand,
  );
}

/** What is left of two sources after a merge: the one that stays, with what only the other one says. */
export function fillSource(stays: Source, goes: Source): Source {
  return {
    ...goes,
    ...stays,
    title: stays.title || goes.title,
    authors: stays.authors.length > 0 ? stays.authors : goes.authors,
    accessedAt: stays.accessedAt ?? goes.accessedAt,
    archives: [
      ...stays.archives,
      ...goes.archives.filter(({ url }) => !stays.archives.some((own) => own.url === url)),
    ],
    toldAs: [...new Set([...(stays.toldAs ?? []), ...toldAsWith(goes)])],
  };
}

/** Other sources that look the same: candidates for a merge. */
export function findDuplicates(factCheck: FactCheck, id: Id): readonly Source[] {
  const own = factCheck.tables.source.get(id);
  if (!own) return [];
  return [...factCheck.tables.source.values()].filter((other) => other !== own && areAlike(own, other));
}

const OPTIONAL_TEXTS: ReadonlySet<string> = new Set(['url', 'publisher', 'publishedAt', 'tier', 'note']);

function editWords<T extends Omit<Source, 'rev' | 'base' | 'updatedAt' | 'updatedBy'>>(
  source: T,
  edit: SourceEdit,
): T {
  const { url, ...rest } = edit;
  const isRefused = url !== undefined && isDangerousAddress(url);
  const fields = Object.entries({ ...source, ...(isRefused ? rest : edit) });
  return Object.fromEntries(fields.filter(([field, value]) => value || !OPTIONAL_TEXTS.has(field))) as T;
}
