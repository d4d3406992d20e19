import { say } from '../messages/say.ts';
import type { NoticeStore } from '../stores/notice-store.ts';
import { shorten } from '../ui/shorten.ts';

/**
 * What breaks outside of rendering, in an event or in a promise, is told in a notice: what happened, what is kept and what to
 * do; once for each problem, however often it comes again. What breaks while rendering, error boundaries tell.
 */
export function hearErrors(notices: NoticeStore): void {
  const told = new Set<string>();
  function tell(thrown: unknown): void {
    // A browser also reports a loop of its own, or somebody else's script, without an error; an abort was meant.
    if (!(thrown instanceof Error) || thrown.name === 'AbortError' || told.has(thrown.message)) return;
    told.add(thrown.message);
    notices.events.notify(
      say(
        'Something went wrong: “{problem}”. What says “Saved” is saved. If the page no longer answers, export your work and load it again.',
        { problem: shorten(thrown.message) },
      ),
      { label: say('Load the page again'), run: () => location.reload() },
    );
  }
  addEventListener('error', ({ error }) => tell(error));
  addEventListener('unhandledrejection', ({ reason }) => tell(reason));
}
