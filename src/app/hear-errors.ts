import { say } from '../messages/say.ts';
import type { NoticeStore } from '../stores/notice-store.ts';
import { shorten } from '../ui/shorten.ts';

/**
 * What breaks outside of rendering, in an event or in a promise, is told in a notice: what happened, what is kept and what to
 * do; once as long as that stands, however often the problem comes again. What breaks while rendering, error boundaries tell.
 */
export function hearErrors(notices: NoticeStore): void {
  function tell(thrown: unknown): void {
    // A browser also reports a loop of its own, or somebody else's script, without an error; an abort was meant.
    if (!(thrown instanceof Error) || thrown.name === 'AbortError') return;
    const words = say(
      'Something went wrong: “{problem}”. What says “Saved” is saved. If the page no longer answers, export your work and load it again.',
      { problem: shorten(thrown.message) },
    );
    if (notices.getState().notices.some(({ text }) => text === words)) return;
    notices.events.notify(words, { label: say('Load the page again'), run: () => location.reload() });
  }
  addEventListener('error', ({ error }) => tell(error));
  addEventListener('unhandledrejection', ({ reason }) => tell(reason));
}
