import { parseJson } from '../domain/parse-json.ts';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { articleOf } from '../domain/fact-check.ts';
import type { Id } from '../domain/record.ts';
import { startFactCheck, type DraftArticle } from '../domain/start-fact-check.ts';
import { readReadyArticle } from '../ingest/ready-article.ts';
import { message, say } from '../messages/say.ts';
import { BadAnswer, FETCHED, fetchText, NotThere } from './fetched.ts';
import type { Store } from '../storage/store.ts';
import { useRefreshKept } from './kept-fact-checks.ts';
import { useKeeping, type Keeping } from './store-context.ts';

/**
 * A fact check of a sample, ready to be opened: its id. One that was started before and has nothing in it yet is taken
 * up again, so that looking at a sample twice does not fill the list. Errors are sentences for the person.
 */
export function useStartedSample(sampleId: string, by: Id | null): UseQueryResult<Id> {
  const keeping = useKeeping();
  const refresh = useRefreshKept();
  return useQuery({
    ...FETCHED,
    queryKey: ['started-sample', sampleId],
    gcTime: 0,
    queryFn: async ({ signal }) => {
      if (!/^[a-z0-9-]+$/.test(sampleId)) throw new NotThere(say(UNKNOWN));
      const text = await fetchText(`./articles/${sampleId}.json`, 'sample', signal);
      const data = parseJson(text);
      // A host that answers every unknown address with the start page has no such sample either.
      if (data === undefined) throw new NotThere(say(UNKNOWN));
      const ready = readReadyArticle(data, keeping.clock.instant());
      if (!ready.ok) throw new BadAnswer(ready.problem);
      const id = await startSample(ready.article, by, keeping);
      await refresh();
      return id;
    },
  });
}

const UNKNOWN = message('There is no sample article of that name.');

async function startSample(draft: DraftArticle, by: Id | null, { store, clock }: Keeping): Promise<Id> {
  const [known] = await emptyOnes(draft, store);
  if (known !== undefined) return known;
  const factCheck = startFactCheck(draft, { clock, by });
  // The store has it at once. Nothing of the person's is in it yet, so its desk need not wait until it is on disk: there
  // the indicator says how that goes.
  void store.create(factCheck);
  // Without its code the twins stay until the sample is started anew.
  void whenReconciled(store)
    .then(() => import('./remove-twins.ts'))
    .then(({ removeTwins }) => removeTwins(factCheck.id, draft, store))
    .catch(() => undefined);
  return factCheck.id;
}

/** The fact checks of this sample, of those that are known now, that have no annotation. */
export async function emptyOnes(draft: DraftArticle, store: Store): Promise<readonly Id[]> {
  const ids: Id[] = [];
  for (const kept of store.known()) {
    if (kept.annotations > 0 || kept.title !== draft.title) continue;
    // oxlint-disable-next-line no-await-in-loop -- nearly always there is one at most
    const opened = await store.open(kept.id);
    if (opened.ok && articleOf(opened.factCheck).sha256 === draft.sha256) ids.push(kept.id);
  }
  return ids;
}

function whenReconciled(store: Store): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!store.state().isReconciled) return;
      stop();
      resolve();
    };
    const stop = store.watchState(look);
    look();
  });
}
