// The practical limit: the same article and marks in plain DOM with a plain model. It draws, and does nothing else.
import { findArticle, ratingOf, readFile, type FileContent, type Span } from './read-file.ts';

/** A mark in the text. */
interface Drawn extends Span {
  readonly id: string;
}

const content = await readFile();
const article = findArticle();
const ratings = new Map(content.verdicts.map(({ annotationId, ratingId }) => [annotationId, ratingId]));
const pieces = new Map<string, HTMLElement[]>();
const marks = sortIntoBlocks(content);
const blocks = content.blocks.map((block, i) => {
  const paragraph = document.createElement('p');
  paragraph.className = 'block';
  paragraph.append(...drawBlock(block, marks[i] ?? []));
  return paragraph;
});
article.append(...blocks);

let current = content.annotations[0]?.id ?? '';
article.addEventListener('click', ({ target }) => {
  const mark = target instanceof Element ? target.closest<HTMLElement>('mark') : null;
  const id = mark?.dataset['annotations']?.split(' ').at(-1);
  if (id === undefined) return;
  for (const piece of pieces.get(current) ?? []) delete piece.dataset['current'];
  for (const piece of pieces.get(id) ?? []) piece.dataset['current'] = 'true';
  current = id;
});

addEventListener('keydown', ({ key }) => {
  const rating = ratingOf(key);
  if (rating === undefined) return;
  const words = selectedWords();
  if (words) annotate(words, rating);
  else rate(current, rating);
});

function rate(id: string, rating: string): void {
  ratings.set(id, rating);
  for (const piece of pieces.get(id) ?? []) piece.dataset['colour'] = rating;
}

/** Draws the one block anew that the words are in. */
function annotate(words: Span, rating: string): void {
  const id = `new-${words.start}`;
  ratings.set(id, rating);
  const index = content.blocks.findIndex(({ end }) => end >= words.end);
  const block = content.blocks[index];
  const own = marks[index];
  if (!block || !own) return;
  own.push({ ...words, id });
  own.sort(outermostFirst);
  for (const mark of own) pieces.delete(mark.id);
  blocks[index]?.replaceChildren(...drawBlock(block, own));
}

function drawBlock({ start, end }: Span, own: readonly Drawn[]): readonly Node[] {
  const cuts = new Set([start, end]);
  for (const mark of own) cuts.add(Math.max(start, mark.start)).add(Math.min(end, mark.end));
  const ordered = [...cuts].toSorted((a, b) => a - b);
  return ordered.slice(0, -1).map((from, i) => {
    const to = ordered[i + 1] ?? end;
    const words = content.text.slice(from, to);
    const over = own.filter((mark) => mark.start <= from && mark.end >= to);
    return over.length === 0 ? new Text(words) : drawPiece(words, over);
  });
}

function drawPiece(words: string, over: readonly Drawn[]): HTMLElement {
  const piece = document.createElement('mark');
  piece.textContent = words;
  piece.dataset['annotations'] = over.map(({ id }) => id).join(' ');
  piece.dataset['colour'] = ratings.get(over.at(-1)?.id ?? '') ?? 'none';
  for (const { id } of over) {
    const known = pieces.get(id);
    if (known) known.push(piece);
    else pieces.set(id, [piece]);
  }
  return piece;
}

/** The marks that each block begins with; the workload has none that reaches into a second one. */
function sortIntoBlocks({ blocks: spans, annotations }: FileContent): Drawn[][] {
  const sorted: Drawn[][] = spans.map(() => []);
  const all = annotations
    .flatMap(({ id, targets }) => targets.map(({ position }) => ({ ...position, id })))
    .toSorted(outermostFirst);
  let index = 0;
  for (const mark of all) {
    while ((spans[index]?.end ?? Infinity) <= mark.start) index += 1;
    sorted[index]?.push(mark);
  }
  return sorted;
}

function outermostFirst(a: Drawn, b: Drawn): number {
  return a.start - b.start || b.end - a.end;
}

/** The selected words when they are within one text node, as the benchmark selects them. */
function selectedWords(): Span | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return null;
  const { startContainer, startOffset, endOffset } = selection.getRangeAt(0);
  const index = blocks.findIndex((block) => block.contains(startContainer));
  const before = document.createRange();
  const block = blocks[index];
  if (!block) return null;
  before.setStart(block, 0);
  before.setEnd(startContainer, startOffset);
  const start = (content.blocks[index]?.start ?? 0) + before.toString().length;
  selection.removeAllRanges();
  return { start, end: start + endOffset - startOffset };
}
