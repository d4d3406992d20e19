import { useQuery } from '@tanstack/react-query';
import { isBuiltinScale } from '../domain/edit-scale.ts';
import { headOf } from '../domain/fact-check.ts';
import type { RatingScale } from '../domain/rating-scale.ts';
import type { Id } from '../domain/record.ts';
import type { Store } from '../storage/store.ts';
import { useKeeping } from './store-context.ts';

/** A scale of a person's own that another fact check of this browser has. */
export interface ScaleElsewhere {
  readonly scale: RatingScale;
  /** The title of the fact check, the newest of several. */
  readonly title: string;
}

/** The scales that the other fact checks of this browser have, of each name the newest version; none until they are read. */
export function useScalesElsewhere(without: Id): readonly ScaleElsewhere[] {
  const { store } = useKeeping();
  const { data } = useQuery({
    queryKey: ['scales-elsewhere', without],
    queryFn: () => gatherScales(store, without),
    gcTime: 0,
  });
  return data ?? [];
}

/** A scale is kept with the fact checks that have it, so their files and a backup have it too. */
async function gatherScales(
  store: Pick<Store, 'list' | 'open'>,
  without: Id,
): Promise<readonly ScaleElsewhere[]> {
  const others = (await store.list()).filter(({ id }) => id !== without);
  const newest = new Map<string, ScaleElsewhere>();
  for (const opened of await Promise.all(others.map(({ id }) => store.open(id)))) {
    if (!opened.ok) continue;
    const { title } = headOf(opened.factCheck);
    for (const scale of opened.factCheck.tables['rating-scale'].values()) {
      const known = newest.get(scale.name);
      if (isBuiltinScale(scale.id) || (known && known.scale.version >= scale.version)) continue;
      newest.set(scale.name, { scale, title });
    }
  }
  return [...newest.values()];
}
