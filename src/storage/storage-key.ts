import * as v from 'valibot';
import { RECORD_TYPES, type RecordType } from '../domain/fact-check.ts';
import { ID, isId, revSchema, type Id, type Rev } from '../domain/record.ts';

/** All keys of ours in localStorage and in IndexedDB start with this; other keys are left alone. */
export const PREFIX = 'linecheck/';

/** The app's own book-keeping; `~` is in no id, so that no fact check can have such a name. */
const OWN_PREFIX = `${PREFIX}~`;

/** Keys of values that could not be read. */
export const QUARANTINE_PREFIX = `${OWN_PREFIX}quarantine/`;

/** Marks a database that holds everything. */
export const COMPLETE_KEY = `${OWN_PREFIX}complete`;

/** Remembers when the browser was asked to keep what is there. */
export const ASKED_KEY = `${OWN_PREFIX}persistence`;

/** The copy of the preferences, and with them who is checking. Only in the database: localStorage has them elsewhere. */
export const PREFERENCES_KEY = `${OWN_PREFIX}preferences`;

/**
 * Where one value is kept. Without `version` it is the record as it stands; with one, a version of it that lost against
 * one written at the same time (a conflict copy).
 */
export interface Place {
  readonly factCheckId: Id;
  readonly type: RecordType;
  readonly id: Id;
  readonly version?: Rev;
}

/** `linecheck/<fact check>/<type>/<id>`, and `/<time>-<tab>` for a conflict copy. The same key in every store. */
export function keyOf({ factCheckId, type, id, version }: Place): string {
  const key = `${prefixOf(factCheckId)}${type}/${id}`;
  return version ? `${key}/${version[0]}-${encodePart(version[1])}` : key;
}

/** Key of the title record. */
export function headKeyOf(factCheckId: Id): string {
  return keyOf({ factCheckId, type: 'fact-check', id: factCheckId });
}

/** What all keys of a fact check start with. */
export function prefixOf(factCheckId: Id): string {
  return `${PREFIX}${factCheckId}/`;
}

/** Comes after all keys that begin so. */
export function endOf(prefix: string): string {
  return `${prefix}\uffff`;
}

/** The fact check that a key belongs to, or null when it is none of ours or in quarantine. */
export function factCheckOf(key: string): Id | null {
  if (!key.startsWith(PREFIX)) return null;
  const [id = ''] = key.slice(PREFIX.length).split('/');
  return isId(id) ? id : null;
}

/** The fact checks that these keys belong to. */
export function factChecksOf(keys: Iterable<string>): ReadonlySet<Id> {
  const ids = new Set<Id>();
  let prefix: string | null = null;
  for (const key of keys) {
    // Keys of one fact check come one after the other.
    if (prefix !== null && key.startsWith(prefix)) continue;
    const id = factCheckOf(key);
    prefix = id === null ? null : prefixOf(id);
    if (id !== null) ids.add(id);
  }
  return ids;
}

/** The place that a key names, or null when it is not one of our record keys. */
export function parseKey(key: string): Place | null {
  const [, factCheckId, type, id, version] = RECORD_KEY.exec(key) ?? [];
  const known = RECORD_TYPES.find((name) => name === type);
  if (factCheckId === undefined || !known || id === undefined) return null;
  if (version === undefined) return { factCheckId, type: known, id };
  const rev = parseVersion(version);
  return rev && { factCheckId, type: known, id, version: rev };
}

const RECORD_KEY = new RegExp(`^${PREFIX}(${ID.source})/([a-z-]+)/(${ID.source})(?:/([^/]*))?$`);

/** True for a key under which something of a fact check is kept by us. */
export function isRecordKey(key: string): boolean {
  const id = factCheckOf(key);
  return parseKey(key) !== null || isFiledKey(key) || (id !== null && key === removalSeenKeyOf(id));
}

const FILED = '~filed';

/** The key that keeps up to which time a fact check is in a file. It is in no record, and in no export. */
export function filedKeyOf(factCheckId: Id): string {
  return `${prefixOf(factCheckId)}${FILED}`;
}

export function isFiledKey(key: string): boolean {
  const id = key.endsWith(`/${FILED}`) ? factCheckOf(key) : null;
  return id !== null && key === filedKeyOf(id);
}

/** The key that keeps how long it has been seen that a fact check was removed. Only in the database. */
export function removalSeenKeyOf(factCheckId: Id): string {
  return `${prefixOf(factCheckId)}~removed`;
}

/** True for the key of a conflict copy. */
export function isCopyKey(key: string): boolean {
  return parseKey(key)?.version !== undefined;
}

function parseVersion(text: string): Rev | null {
  const [, time, tab] = /^(\d{1,16})-(.*)$/s.exec(text) ?? [];
  if (time === undefined || tab === undefined) return null;
  const rev: Rev = [Number(time), decodePart(tab)];
  return v.is(revSchema, rev) ? rev : null;
}

/** `%` and four hex digits for each UTF-16 unit that is not plain: unlike URI encoding, this takes any string. */
function encodePart(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9_-]/g, (unit) => `%${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function decodePart(text: string): string {
  return text.replaceAll(/%([0-9a-f]{4})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
