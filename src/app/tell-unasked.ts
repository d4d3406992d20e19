import type { Store } from '../storage/store.ts';
import type { NoticeStore } from '../stores/notice-store.ts';
import { hearErrors } from './hear-errors.ts';
import { tellFindings } from './tell-findings.ts';

/** Tells the person, wherever in the app they are, what nobody there has asked for: what breaks, and what was found broken. */
export function tellUnasked(store: Store, notices: NoticeStore): void {
  hearErrors(notices);
  tellFindings(store, notices);
}
