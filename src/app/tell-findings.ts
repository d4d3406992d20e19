import { sayFindings } from '../storage/say-findings.ts';
import type { Store } from '../storage/store.ts';
import type { NoticeStore } from '../stores/notice-store.ts';
import { shorten } from '../ui/shorten.ts';

/**
 * Tells the person, wherever in the app they are, what was found wrong with what is kept: once, for all fact checks together,
 * when the copies have been compared or can't be. Until it is dismissed it stays.
 */
export function tellFindings(
  store: Pick<Store, 'known' | 'state' | 'takeFindings' | 'watchState'>,
  notices: NoticeStore,
): () => void {
  function look(): void {
    const { isReconciled, problem } = store.state();
    if (!isReconciled && problem === null) return;
    const findings = store.takeFindings();
    if (findings.length === 0) return;
    const titles = new Map(store.known().map(({ id, title }) => [id, shorten(title)]));
    for (const sentence of sayFindings(findings, (id) => titles.get(id))) notices.events.tell(sentence);
  }
  look();
  return store.watchState(look);
}
