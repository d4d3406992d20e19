import type { Locks } from '../generation-locks.ts';

interface Holder {
  readonly name: string;
  readonly mode: LockMode;
  readonly tab: number;
}

/** The Web Locks of one browser; a tab that is closed lets go of all that it holds. */
export interface FakeLocks {
  readonly openTab: () => { readonly locks: Locks; readonly close: () => void };
}

/** As the Web Locks API grants them, but for steal: https://w3c.github.io/web-locks/ */
export function createFakeLocks(): FakeLocks {
  const held = new Set<Holder>();
  let waiting: { readonly holder: Holder; readonly grant: () => void }[] = [];
  let tabs = 0;

  const isFree = ({ name, mode }: Holder): boolean =>
    [...held].every((other) => other.name !== name || (mode === 'shared' && other.mode === 'shared'));
  const goOn = (): void => {
    for (const wait of waiting) {
      if (!isFree(wait.holder)) continue;
      waiting = waiting.filter((other) => other !== wait);
      held.add(wait.holder);
      wait.grant();
    }
  };

  return {
    openTab: () => {
      const tab = (tabs += 1);
      const request = async (
        name: string,
        ...rest:
          | [options: LockOptions, work: LockGrantedCallback<unknown>]
          | [work: LockGrantedCallback<unknown>]
      ): Promise<unknown> => {
        const [options, work] = rest.length === 2 ? rest : [{}, rest[0]];
        const holder: Holder = { name, mode: options.mode ?? 'exclusive', tab };
        const lock = { name, mode: holder.mode };
        if (options.ifAvailable && !isFree(holder)) return work(null);
        await new Promise<void>((grant, refuse) => {
          waiting.push({ holder, grant });
          options.signal?.addEventListener('abort', () => {
            waiting = waiting.filter((wait) => wait.holder !== holder);
            refuse(new DOMException('It was waited for too long.', 'AbortError'));
          });
          goOn();
        });
        try {
          return await work(lock);
        } finally {
          held.delete(holder);
          goOn();
        }
      };
      const query = (): Promise<LockManagerSnapshot> => Promise.resolve({ held: [...held], pending: [] });
      return {
        locks: { request, query },
        close: () => {
          for (const holder of held) if (holder.tab === tab) held.delete(holder);
          waiting = waiting.filter(({ holder }) => holder.tab !== tab);
          goOn();
        },
      };
    },
  };
}
