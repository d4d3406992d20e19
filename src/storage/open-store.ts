import type { Change } from '../domain/change.ts';
import type { Clock } from '../domain/clock.ts';
import type { FactCheckHead } from '../domain/fact-check.ts';
import type { Id } from '../domain/record.ts';
import { assembleFactCheck, isRemovedFactCheck } from './assemble.ts';
import { createHolding, textsOf, type Holding } from './holding.ts';
import { areSameVersion, revOf, type Kept } from './kept.ts';
import { createLocalShelf, type StorageLike } from './local-shelf.ts';
import { quarantine } from './quarantine.ts';
import { FULL, NEWER, NOT_HERE, REMOVED, sayDamaged } from './sentences.ts';
import { factCheckOf, keyOf } from './storage-key.ts';
import type { KeptFactCheck, OpenResult, SaveResult, Store } from './store.ts';
import { summariseFactCheck } from './summarise.ts';
import { versionOfRemoved, versionOfRestored, versionsOfChange, versionsOfNew } from './versions.ts';
import { createWatchers } from './watchers.ts';

/** What another tab did to one key of localStorage, as the browser's `storage` event says it. */
export interface StorageSignal {
  readonly key: string | null;
  readonly newValue: string | null;
}

export interface StoreParts {
  readonly localStorage: StorageLike;
  readonly clock: Clock;
  /** Subscribes to what other tabs do to localStorage. */
  readonly listen: (listener: (signal: StorageSignal) => void) => void;
}

/** Opens the store of this browser: one key per record in localStorage. */
export function openStore({ localStorage, clock, listen }: StoreParts): Store {
  const shelf = createLocalShelf(localStorage);
  const watchers = createWatchers();
  const holdings = new Map<Id, Holding>();
  /** Notices that nobody has been given yet. */
  const untold = new Map<Id, readonly string[]>();
  /** Texts that an earlier write had no room for. */
  const behind = new Map<string, string>();

  const holdingOf = (id: Id): Holding => {
    const known = holdings.get(id);
    if (known) return known;
    const holding = createHolding(clock);
    holdings.set(id, holding);
    const { damages } = holding.takeTexts(shelf.read(id));
    quarantine(shelf, damages, clock.instant());
    if (damages.length > 0) untold.set(id, [sayDamaged(damages.length)]);
    return holding;
  };

  const open = (id: Id): OpenResult => {
    const { kept, isNewer } = holdingOf(id);
    const versions = [...kept.values()];
    if (versions.length === 0) return { ok: false, problem: isNewer ? NEWER : NOT_HERE };
    if (isRemovedFactCheck(id, versions)) return { ok: false, problem: REMOVED };
    const opened = assembleFactCheck(id, versions, clock);
    if (!opened.ok) return isNewer ? { ok: false, problem: NEWER } : opened;
    const notices = [...(isNewer ? [NEWER] : []), ...(untold.get(id) ?? []), ...opened.notices];
    untold.delete(id);
    return { ...opened, notices };
  };

  const write = (id: Id, versions: readonly Kept[]): SaveResult => {
    const holding = holdingOf(id);
    if (holding.isNewer) return { ok: false, problem: NEWER };
    const taken = versions.map((version) => holding.take(version));
    for (const [key, text] of textsOf(taken)) behind.set(key, text);
    const contested = taken.filter(
      ({ stands, version, copies }) => copies.length > 0 || isOther(stands, version),
    );
    watchers.tell(
      id,
      contested.map(({ stands }) => stands),
    );
    if (!shelf.write(behind)) return { ok: false, problem: FULL };
    behind.clear();
    return { ok: true };
  };

  /** Writes a version of the title record; when that can't be read, of the one that was made in its place. */
  const writeHead = (
    id: Id,
    make: (head: FactCheckHead, held: Kept | undefined, clock: Clock) => Kept,
  ): SaveResult => {
    const { kept } = holdingOf(id);
    const held = kept.get(keyOf({ factCheckId: id, type: 'fact-check', id }));
    const opened = assembleFactCheck(id, kept.values(), clock);
    const head = held?.record ?? (opened.ok ? opened.factCheck.tables['fact-check'].get(id) : undefined);
    return head?.type === 'fact-check'
      ? write(id, [make(head, held, clock)])
      : { ok: false, problem: NOT_HERE };
  };

  listen(({ key, newValue }) => {
    const id = key === null ? null : factCheckOf(key);
    if (key === null || newValue === null || id === null) return;
    const taken = holdings.get(id)?.takeTexts(new Map([[key, newValue]])).taken ?? [];
    const news = taken.filter(({ before, stands }) => !before || isOther(before, stands));
    watchers.tell(
      id,
      news.map(({ stands }) => stands),
    );
    const isOverruled = taken.some(({ version, stands }) => !areSameVersion(version, stands));
    if (isOverruled) shelf.write(textsOf(taken));
    watchers.tellList();
  });

  const list = (): readonly KeptFactCheck[] =>
    [...new Set([...shelf.factChecks(), ...holdings.keys()])]
      .map((id) => ({ id, versions: [...holdingOf(id).kept.values()] }))
      .filter(({ id, versions }) => versions.length > 0 && !isRemovedFactCheck(id, versions))
      .map(({ id, versions }) => summariseFactCheck(id, versions, assembleFactCheck(id, versions, clock)))
      .toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));

  const save = (id: Id, change: Change): SaveResult =>
    write(
      id,
      versionsOfChange(id, change, (key) => holdingOf(id).kept.get(key), clock),
    );

  return {
    list: () => Promise.resolve(list()),
    open: (id) => Promise.resolve(open(id)),
    create: (factCheck) => Promise.resolve(write(factCheck.id, versionsOfNew(factCheck))),
    save: (id, change) => Promise.resolve(save(id, change)),
    remove: (id) => Promise.resolve(writeHead(id, versionOfRemoved)),
    restore: (id) => Promise.resolve(writeHead(id, versionOfRestored)),
    watch: watchers.watch,
    watchList: watchers.watchList,
  };
}

function isOther(a: Kept, b: Kept): boolean {
  return revOf(a)[0] !== revOf(b)[0] || revOf(a)[1] !== revOf(b)[1];
}
