import { useEffect, useEffectEvent } from 'react';
import { aimVerdict } from '../../domain/aim.ts';
import { quoteOf } from '../../domain/annotation.ts';
import { articleOf } from '../../domain/fact-check.ts';
import { checkAddress } from '../../domain/check-address.ts';
import { citeSource } from '../../domain/cite-source.ts';
import { findSources } from '../../domain/find-sources.ts';
import { evidenceOf } from '../../domain/lookup.ts';
import type { Id } from '../../domain/record.ts';
import { recogniseSource, sourceFromAddress } from '../../domain/source-from-address.ts';
import { LONGEST_CITATION, sourceFromCitation } from '../../domain/source-from-citation.ts';
import { say } from '../../messages/say.ts';
import { useKeeping } from '../../queries/store-context.ts';
import { useFactCheckStore, useNotify, useSessionStore } from '../../stores/desk-context.ts';
import type { WhenReviewer } from '../../stores/fact-check-store.ts';
import { useUndoNotice } from '../../stores/use-undo-notice.ts';
import { isInDialog, isTyping } from '../../ui/key-target.ts';
import { shorten } from '../../ui/shorten.ts';

/**
 * An address or a citation that is pasted at the desk, and into no field, becomes a source of the annotation that is open
 * or under the cursor, as "context", and the notice undoes it.
 */
export function usePasteSource(selectedId: Id | null, whenReviewer: WhenReviewer): void {
  const store = useFactCheckStore();
  const session = useSessionStore();
  const { clock } = useKeeping();
  const notify = useNotify();
  const offerUndo = useUndoNotice();

  /** The annotation that is meant, or a sentence that says why there is none. */
  function findAnnotation(): { readonly id: Id } | { readonly problem: string } {
    const { factCheck } = store.getState();
    const { cursor, words } = session.getState();
    const isInEditor = document.activeElement?.closest('[data-annotation-editor]') ?? false;
    if (isInEditor && selectedId !== null) return { id: selectedId };
    const sentence = articleOf(factCheck).sentences[cursor] ?? { start: 0, end: 0 };
    const aim = aimVerdict(factCheck, { sentence, selected: words, selectedId });
    if (aim.kind === 'existing') return { id: aim.id };
    if (aim.kind === 'choose')
      return {
        problem: say('Several claims are here. Open the one that the source is for, and paste again.'),
      };
    if (selectedId !== null) return { id: selectedId };
    return {
      problem: say('Nothing is annotated here. Give a verdict or annotate first, then paste the source.'),
    };
  }

  function cite(pasted: string): void {
    const text = pasted.trim();
    const found = findAnnotation();
    if ('problem' in found) notify(found.problem);
    else if (text.length > LONGEST_CITATION)
      notify(say('What was pasted is too long for a source. Paste its address or its title.'));
    else if (recogniseSource(text) === 'dangerous') notify(checkAddress(text) ?? '');
    else whenReviewer(() => add(found.id, text));
  }

  function add(annotationId: Id, text: string): void {
    const { factCheck } = store.getState();
    const annotation = factCheck.tables.annotation.get(annotationId);
    if (!annotation) return;
    const quote = shorten(quoteOf(annotation));
    const now = clock.instant();
    const fresh = sourceFromAddress(text, now) ?? sourceFromCitation(text, now);
    const same = findSources(factCheck, fresh.url ?? fresh.title ?? '').find(({ isSame }) => isSame)?.source;
    const name = shorten([same?.title, fresh.title, fresh.url].find(Boolean) ?? text);
    if (evidenceOf(factCheck, annotationId).some(({ sourceId }) => sourceId === same?.id)) {
      notify(say('It is cited for “{quote}” already: {name}', { quote, name }));
      return;
    }
    const ids = { evidence: clock.newId(), source: clock.newId() };
    const link = { annotationId, source: same?.id ?? fresh, stance: 'context', ids } as const;
    store.events.carryOut((present, hand) => citeSource(present, link, hand));
    offerUndo(say('Source added for “{quote}”: {name}', { quote, name }));
  }

  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (event.defaultPrevented || text.trim() === '') return;
    if (isTyping(document.activeElement) || isInDialog(document.activeElement)) return;
    event.preventDefault();
    cite(text);
  });

  useEffect(() => {
    const listen = (event: ClipboardEvent): void => onPaste(event);
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, []);
}
