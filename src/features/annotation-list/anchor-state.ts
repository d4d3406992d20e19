import { readPassage, type Passage } from '../../anchoring/passage.ts';
import { resolveIn, resolveUntouched, type AnchorState } from '../../anchoring/resolve.ts';
import type { Annotation } from '../../domain/annotation.ts';
import type { Article } from '../../domain/article.ts';

/** From what needs no word to what needs a person; an annotation with several targets is as bad as its worst. */
const STATES: readonly AnchorState[] = ['exact', 'moved', 'near', 'changed', 'ambiguous', 'orphaned'];

/** Records are immutable: what was found out for one text and one annotation stays true, and goes with them. */
const found = new WeakMap<Annotation, { readonly text: string; readonly state: AnchorState }>();
const passages = new WeakMap<Article, Passage>();

/** What has become of an annotation's places in the article. */
export function anchorStateOf(article: Article, annotation: Annotation): AnchorState {
  const known = found.get(annotation);
  if (known?.text === article.text) return known.state;
  const state = annotation.targets
    .map((target) => (resolveUntouched(article.text, target) ?? resolveIn(passageOf(article), target)).state)
    .reduce((worst, next) => (STATES.indexOf(next) > STATES.indexOf(worst) ? next : worst), 'exact');
  found.set(annotation, { text: article.text, state });
  return state;
}

function passageOf(article: Article): Passage {
  let passage = passages.get(article);
  if (!passage) passages.set(article, (passage = readPassage(article.text)));
  return passage;
}
