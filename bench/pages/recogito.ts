// The same article and annotations in @recogito/text-annotator.
import { createTextAnnotator, type HighlightStyle, type TextAnnotation } from '@recogito/text-annotator';
import '@recogito/text-annotator/text-annotator.css';
import { findArticle, ratingOf, readFile, type FileAnnotation } from './read-file.ts';

const { text, blocks, annotations, verdicts } = await readFile();
const article = findArticle();
let reached = 0;
for (const { start, end } of blocks) {
  const paragraph = document.createElement('p');
  paragraph.className = 'block';
  paragraph.textContent = text.slice(start, end);
  // The library counts offsets through all text in the element.
  article.append(text.slice(reached, start), paragraph);
  reached = end;
}

const ratings = new Map(verdicts.map(({ annotationId, ratingId }) => [annotationId, ratingId]));
const annotator = createTextAnnotator(article, {
  annotatingEnabled: false,
  style: ({ id }) => styleOf(ratings.get(id)),
});
annotator.setAnnotations(annotations.map(toTheirs));

const current = annotations[0];
let added = 0;
addEventListener('keydown', ({ key }) => {
  const rating = ratingOf(key);
  if (rating === undefined || !current) return;
  const selection = getSelection();
  if (selection?.isCollapsed === false) {
    added += 1;
    const range = selection.getRangeAt(0);
    annotator.state.store.addAnnotation(annotationOf(`new-${added}`, range));
    selection.removeAllRanges();
    return;
  }
  ratings.set(current.id, rating);
  const stored = annotator.state.store.getAnnotation(current.id);
  if (stored) annotator.updateAnnotation({ ...stored, bodies: [bodyOf(current.id, rating)] });
  // A change of bodies alone is not drawn.
  annotator.setStyle(styleOf(rating), current.id);
});

function toTheirs({ id, targets }: FileAnnotation): TextAnnotation {
  return {
    id,
    bodies: [bodyOf(id, ratings.get(id) ?? '')],
    target: {
      annotation: id,
      selector: targets.map(({ quote, position }) => ({ quote: quote.exact, ...position })),
    },
  } as unknown as TextAnnotation;
}

function styleOf(rating: string | undefined): HighlightStyle {
  return { fill: rating === 'false' ? '#c00000' : '#008000', fillOpacity: 0.25 };
}

function annotationOf(id: string, range: Range): TextAnnotation {
  const before = document.createRange();
  before.setStart(article, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  const quote = range.toString();
  return {
    id,
    bodies: [bodyOf(id, 'false')],
    target: { annotation: id, selector: [{ quote, start, end: start + quote.length, range }] },
  };
}

function bodyOf(annotation: string, value: string): TextAnnotation['bodies'][number] {
  return { id: `${annotation}-rating`, annotation, purpose: 'classifying', value };
}
