import { RECORD_TYPES } from '../domain/fact-check.ts';
import type { Id } from '../domain/record.ts';
import { isRemovedFactCheck } from './assemble.ts';
import type { LocalShelf, Texts } from './local-shelf.ts';
import type { Memory } from './memory.ts';
import { headKeyOf, isRecordKey, parseKey } from './storage-key.ts';
import { serialiseKept } from './written-value.ts';

/**
 * Lets the records of removed fact checks give way where localStorage is all there is; true when that has made room. The
 * mark of the removal stays, and this tab goes on knowing the records: a restore writes them again.
 */
export function giveWay(shelf: LocalShelf, memory: Memory): boolean {
  const before = shelf.characters();
  for (const id of shelf.factChecks()) letGoOf(id, shelf, memory);
  return shelf.characters() < before;
}

function letGoOf(id: Id, shelf: LocalShelf, memory: Memory): void {
  const head = headKeyOf(id);
  // What is not removed, and that is nearly everything, need not be parsed.
  if (!memory.isLoaded(id) && !(shelf.textAt(head) ?? '').includes('"removal"')) return;
  // Another tab may have restored or edited it.
  memory.take(id, shelf.read(id));
  const { kept, isNewer } = memory.of(id);
  const mark = kept.get(head);
  if (isNewer || !mark || !isRemovedFactCheck(id, kept.values())) return;

  const marked = new Map([[head, serialiseKept(mark)]]);
  const isMarked = (): boolean => shelf.textAt(head) === marked.get(head) || shelf.write(marked);
  const records = new Map([...shelf.read(id)].filter(([key]) => key !== head && isRecordKey(key)));
  // Where there is no room for the mark, the first of them that go make some.
  if (!isMarked() && !shelf.hasRoomFor(sizeOf(marked) - sizeOf(records))) return;
  for (const key of [...records.keys()].toSorted(leastFirst)) {
    shelf.remove(key);
    isMarked();
  }
  // Other pages of this address take room too: without the mark nothing may be missing.
  if (!isMarked()) shelf.write(records);
}

function sizeOf(texts: Texts): number {
  return Array.from(texts, ([key, text]) => key.length + text.length).reduce((sum, size) => sum + size, 0);
}

/** History goes before what it is about, and the article nearly last. */
function leastFirst(a: string, b: string): number {
  return rankOf(b) - rankOf(a);
}

function rankOf(key: string): number {
  const place = parseKey(key);
  return place ? RECORD_TYPES.indexOf(place.type) : RECORD_TYPES.length;
}
