import { useEffect, useReducer, useState } from 'react';
import type { Annotation } from '../domain/annotation.ts';
import type { FactCheck } from '../domain/fact-check.ts';
import type { Id } from '../domain/record.ts';
import { searchInSteps } from '../domain/search-annotations.ts';
import { runInSlices } from '../domain/steps.ts';
import { useFollowedFactCheck, useSession } from './desk-context.ts';
import { createPace } from './pace.ts';

/** What the query of the list has found, and in which fact check. */
interface Search {
  readonly factCheck: FactCheck;
  readonly query: string;
  /** In text order. */
  readonly found: readonly Annotation[];
}

/**
 * What the query of the list finds. Among many annotations it is found in slices, and until then this is what was found
 * before: whoever types a query goes on typing meanwhile. `isBehind` says that it is being searched.
 */
export function useSearch(): Search & { readonly isBehind: boolean } {
  const factCheck = useFollowedFactCheck();
  const query = useSession((session) => session.query);
  const presentId = useSession(({ reviewer }) => reviewer?.id ?? null);
  const [, drawAgain] = useReducer((turn: number) => turn + 1, 0);
  const found = findAtOnce(factCheck, query, presentId);
  const [last, setLast] = useState<Search>({ factCheck, query: '', found: found ?? NONE });
  if (found !== null && (found !== last.found || factCheck !== last.factCheck || query !== last.query))
    setLast({ factCheck, query, found });

  useEffect(() => {
    if (found !== null) return undefined;
    const giveUp = new AbortController();
    const pace = createPace(() => undefined, giveUp.signal);
    // What was found is remembered, and is at hand when this is drawn again.
    runInSlices(searchInSteps(factCheck, query, presentId), pace).then(drawAgain, (error: unknown) => {
      if (!giveUp.signal.aborted) throw error;
    });
    return () => giveUp.abort();
  }, [factCheck, query, presentId, found]);

  return found === null ? { ...last, isBehind: true } : { factCheck, query, found, isBehind: false };
}

const NONE: readonly Annotation[] = [];

/** Null where it takes more than one step. */
function findAtOnce(factCheck: FactCheck, query: string, presentId: Id | null): readonly Annotation[] | null {
  const first = searchInSteps(factCheck, query, presentId).next();
  return first.done === true ? first.value : null;
}
