import { Workbox } from 'workbox-window';
import { ownScript } from '../ingest/start-worker.ts';
import { say } from '../messages/say.ts';
import type { Store } from '../storage/store.ts';
import type { NoticeStore } from '../stores/notice-store.ts';
import type { OfflineStore } from '../stores/offline-store.ts';

/** How often a page that stays open asks whether there is a newer version, in milliseconds. */
const UPDATE_INTERVAL = 60 * 60_000;

interface OfflineParts {
  readonly store: Pick<Store, 'state' | 'watchState'>;
  readonly notices: NoticeStore;
  readonly offline: OfflineStore;
}

/**
 * Keeps the whole app in this browser through a service worker (W3C Service Workers), so that it opens without a
 * network, and says when a newer version is there. No page goes over to it by itself: reloading under somebody's hands
 * would take away what they are looking at.
 */
export async function keepOffline({ store, notices, offline }: OfflineParts): Promise<void> {
  if (!('serviceWorker' in navigator) || asksForLittle()) return;
  const worker = new Workbox(ownScript('./sw.js'));
  const { notify } = notices.events;
  let isAsked = false;
  let told: number | null = null;
  let registration: ServiceWorkerRegistration | undefined;

  /** Says it once: what was said of it before goes, and the way to it is the one that is open by then. */
  function tell(words: string, isElsewhere: boolean): void {
    offline.setState({ update: { isElsewhere, reload } });
    if (told !== null) notices.events.dismiss(told);
    told = notify(words, { label: say('Reload'), run: reload });
  }

  async function goOver(): Promise<void> {
    await whenSettled(store);
    // Another tab may have gone over to it meanwhile: then nothing waits any more.
    if (!registration?.waiting) {
      location.reload();
      return;
    }
    isAsked = true;
    worker.messageSkipWaiting();
  }
  const reload = (): void => void goOver();

  worker.addEventListener('activated', () => offline.setState({ kept: 'yes' }));

  worker.addEventListener('waiting', () => tell(say('A new version of Linecheck is ready.'), false));

  worker.addEventListener('controlling', () => {
    if (offline.getState().update === null) return;
    if (isAsked) location.reload();
    else
      tell(
        say('Another tab went over to a new version of Linecheck. This one does when it is reloaded.'),
        true,
      );
  });

  try {
    registration = await worker.register({ immediate: true });
    offline.setState({ kept: registration?.active ? 'yes' : 'getting' });
    // Without a network there is no answer, and no harm.
    setInterval(() => void worker.update().catch(() => undefined), UPDATE_INTERVAL);
  } catch {
    // Refused by the browser or its owner. The app works with a network; Settings says so.
    offline.setState({ kept: 'no' });
  }
}

/** True where a person has told the browser to spare data (Save Data API). */
function asksForLittle(): boolean {
  return 'connection' in navigator && (navigator.connection as { saveData?: boolean }).saveData === true;
}

/** Waits until all is saved, or can't be for now: then the browser asks before it leaves the page. */
function whenSettled({ state, watchState }: Pick<Store, 'state' | 'watchState'>): Promise<void> {
  const isSettled = (): boolean => state().unsaved === 0 || state().problem !== null;
  return new Promise((resolve) => {
    if (isSettled()) {
      resolve();
      return;
    }
    const stop = watchState(() => {
      if (!isSettled()) return;
      stop();
      resolve();
    });
  });
}
