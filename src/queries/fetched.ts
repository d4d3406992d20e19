import { say } from '../messages/say.ts';

/** What is fetched: an article that comes with the app, or the list of them. */
type Fetched = 'sample' | 'list';

/** A failure that trying again at once won't change: the answer came, and it was no good. The message is a sentence. */
export class BadAnswer extends Error {}

/** What was asked for does not exist: trying again is of no use at any time. */
export class NotThere extends BadAnswer {}

/**
 * Options of queries that fetch. The first try is always made, since the page may come from this very machine; when it
 * fails without a network, the query waits ("paused") and goes on by itself when the network is back.
 */
export const FETCHED = {
  networkMode: 'offlineFirst',
  staleTime: Infinity,
  retry: (failures: number, error: Error) => failures < 2 && !(error instanceof BadAnswer),
  retryDelay: 400,
} as const;

/** Fetches a text of the app's own, its address relative to the page. Throws an Error whose message is for the person. */
export async function fetchText(address: string, what: Fetched, signal: AbortSignal): Promise<string> {
  const answer = await reach(address, what, signal);
  if (!answer.ok)
    throw new BadAnswer(
      say(
        '{what, select, sample {The sample article} other {The list of sample articles}} could not be loaded: the server answered {status}.',
        { what, status: String(answer.status) },
      ),
    );
  return answer.text();
}

async function reach(address: string, what: Fetched, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(address, { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Error(
      say(
        '{what, select, sample {The sample article} other {The list of sample articles}} could not be loaded: the server can’t be reached.',
        { what },
      ),
      { cause: error },
    );
  }
}
