import { say } from '../../../messages/say.ts';
import { DAMAGED, LOCKED, TOO_LARGE } from './sentences.ts';
import { childrenOf, readXml, type XmlElement } from './xml.ts';
import { listZipEntries, unpackEntry } from './zip.ts';

/** Bytes that a part may have when it is unpacked. */
const LARGEST_PART = 20_000_000;

/** What a part of a package refers to. */
export interface Relation {
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

type ReadPart =
  | { readonly ok: true; readonly bytes: Uint8Array | null }
  | { readonly ok: false; readonly problem: string };

/** The bytes of the file at a path, null when there is none; unpacked to no more than `most`. */
export type Files = (path: string, most?: number, onProgress?: (share: number) => void) => Promise<ReadPart>;

/** The files of the package by path. A path that is not there gives null; null altogether when it is no package. */
export function openFiles(bytes: Uint8Array): Files | null {
  const entries = listZipEntries(bytes);
  if (entries === null) return null;
  return async (path, most = LARGEST_PART, onProgress) => {
    const entry = entries.get(path);
    if (entry === undefined) return { ok: true, bytes: null };
    const unpacked = await unpackEntry(bytes, entry, most, onProgress);
    return unpacked.ok ? unpacked : { ok: false, problem: say(UNPACKED[unpacked.reason]) };
  };
}

export type ReadXml =
  | { readonly ok: true; readonly path: string; readonly xml: XmlElement | null }
  | { readonly ok: false; readonly problem: string };

/** `xml` is null when there is no such part. */
export async function readXmlPart(files: Files, path: string): Promise<ReadXml> {
  const part = await files(path);
  if (!part.ok) return part;
  if (part.bytes === null) return { ok: true, path, xml: null };
  const xml = readXml(part.bytes);
  return xml ? { ok: true, path, xml } : { ok: false, problem: say(DAMAGED) };
}

/** What a part refers to, by id (Open Packaging Conventions). The part '' is the package itself. */
export async function readRelations(files: Files, path: string) {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const read = await readXmlPart(files, `${folder}_rels/${path.slice(folder.length)}.rels`);
  if (!read.ok) return read;
  const relations = new Map<string, Relation>();
  for (const { attributes } of childrenOf(read.xml ?? undefined, 'Relationship')) {
    const isExternal = attributes['TargetMode'] === 'External';
    const target = attributes['Target'] ?? '';
    relations.set(attributes['Id'] ?? '', {
      type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
      target: isExternal ? target : resolvePath(folder, target),
      isExternal,
    });
  }
  return { ok: true, relations } as const;
}

/** The addresses outside of the package. */
export function linksOf(relations: ReadonlyMap<string, Relation>): ReadonlyMap<string, string> {
  return new Map(
    [...relations].flatMap(([id, { target, isExternal }]) => (isExternal ? [[id, target]] : [])),
  );
}

function resolvePath(folder: string, target: string): string {
  const segments: string[] = [];
  for (const segment of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

const UNPACKED = { damaged: DAMAGED, encrypted: LOCKED, 'too-large': TOO_LARGE } as const;
