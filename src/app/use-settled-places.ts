import { useEffect } from 'react';
import { misplacedAnnotations } from '../domain/misplaced-annotations.ts';
import { useFactCheckStore, useNotify } from '../stores/desk-context.ts';
import type { FactCheckStore } from '../stores/fact-check-store.ts';

/** Fact checks that were looked through since they were opened. */
const settled = new WeakSet<FactCheckStore>();

/** Once for each fact check that is opened: targets that do not fit the text that was kept are looked for in it. */
export function useSettledPlaces(): void {
  const store = useFactCheckStore();
  const notify = useNotify();
  useEffect(() => {
    if (settled.has(store)) return;
    settled.add(store);
    if (misplacedAnnotations(store.getState().factCheck).length === 0) return;
    async function settle(): Promise<void> {
      const { settleAtDesk } = await import('../features/exchange/settle-opened.ts');
      const said = await settleAtDesk(store);
      if (said.length > 0) notify(said.join(' '));
    }
    void settle();
  }, [store, notify]);
}
