import { domRangeOf, rangeOfSelection } from '../../anchoring/dom-offsets.ts';
import { snapToSentences, snapToWords } from '../../anchoring/snap.ts';
import type { Range } from '../../domain/article.ts';
import { articleOf } from '../../domain/fact-check.ts';
import type { FactCheckStore } from '../../stores/fact-check-store.ts';
import type { SessionStore } from '../../stores/session-store.ts';

const HIGHLIGHT = 'selected-words';

/** Keeps what the browser's own selection covers in the article, snapped to whole words or sentences. */
export function keepSelection(root: HTMLElement, store: FactCheckStore, session: SessionStore): void {
  const selection = getSelection();
  if (!selection?.anchorNode || !root.contains(selection.anchorNode)) return;
  const raw = rangeOfSelection(selection, root);
  const { text, language, sentences } = articleOf(store.getState().factCheck);
  const { snapsToSentences } = session.getState();
  const words =
    raw && (snapsToSentences ? snapToSentences(sentences, raw) : snapToWords(text, raw, language));
  if (words) session.events.selectWords(words);
  else if (session.getState().words) session.events.selectWords(null);
}

/** Highlights words of the article, or none. */
export function showWords(words: Range | null, root: HTMLElement | null): void {
  const shown = words && root ? domRangeOf(words, root) : null;
  if (shown) CSS.highlights?.set(HIGHLIGHT, new Highlight(shown));
  else CSS.highlights?.delete(HIGHLIGHT);
}
