import { QueryObserver, type QueryClient } from '@tanstack/react-query';
import type { Id } from '../domain/record.ts';
import type { Store } from '../storage/store.ts';
import { openingOf } from './kept-fact-checks.ts';

interface OpeningParts {
  readonly store: Pick<Store, 'open'>;
  readonly client: QueryClient;
  readonly whenLeft: (act: () => void) => () => void;
}

/**
 * Opens a fact check before anything is rendered, so that the article is the first that is; resolves when it is there. It is
 * held until it, or anything else, is shown, or the person goes elsewhere (`whenLeft` calls back then and returns how to stop
 * that): whoever opens it later reads it anew.
 */
export async function openAhead(id: Id, { store, client, whenLeft }: OpeningParts): Promise<void> {
  const letGo = (): void => {
    for (const stop of stops) stop();
  };
  const stops = [
    new QueryObserver(client, openingOf(id, store)).subscribe(() => undefined),
    client.getQueryCache().subscribe(({ type }) => {
      if (type === 'observerAdded') letGo();
    }),
    whenLeft(letGo),
  ];
  await client.query(openingOf(id, store));
}
