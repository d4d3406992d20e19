import { readPassage, type Passage } from '../../anchoring/passage.ts';
import { resolveIn, resolveUntouched, type AnchorState } from '../../anchoring/resolve.ts';
import type { AnnotationOutline } from '../../domain/annotation-outline.ts';
import type { Annotation } from '../../domain/annotation.ts';
import type { Article } from '../../domain/article.ts';
import { worstOf } from '../../domain/carry-over.ts';
import { isPlacedIn } from '../../domain/placed-annotations.ts';

/** Records are immutable: what was found out for one text and one annotation stays true, and goes with them. */
const found = new WeakMap<Annotation, { readonly text: string; readonly state: AnchorState }>();
const passages = new WeakMap<Article, Passage>();

/** What has become of an annotation's places in the article; one with several targets is as bad as its worst. */
export function anchorStateOf(
  article: Article,
  { annotation, doubt }: Pick<AnnotationOutline, 'annotation' | 'doubt'>,
): AnchorState {
  if (doubt !== null && isPlacedIn(article, annotation)) return 'changed';
  const known = found.get(annotation);
  if (known?.text === article.text) return known.state;
  const state = worstOf(
    annotation.targets.map(
      (target) => (resolveUntouched(article.text, target) ?? resolveIn(passageOf(article), target)).state,
    ),
  );
  found.set(annotation, { text: article.text, state });
  return state;
}

function passageOf(article: Article): Passage {
  let passage = passages.get(article);
  if (!passage) passages.set(article, (passage = readPassage(article.text)));
  return passage;
}
