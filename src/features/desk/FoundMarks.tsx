import { memo, useEffect, type RefObject } from 'react';
import type { Id } from '../../domain/record.ts';
import { isQuery } from '../../domain/search-annotations.ts';
import { runInSlices, type Steps } from '../../domain/steps.ts';
import { createPace } from '../../stores/pace.ts';
import { useSearch } from '../../stores/use-search.ts';

const HIGHLIGHT = 'found';

/**
 * Lets the words of the annotations that the list has found stand out in the article (CSS Custom Highlight API, which draws
 * nothing anew). Browsers without it show the list alone.
 */
export const FoundMarks = memo(function FoundMarks({
  reader,
}: {
  readonly reader: RefObject<HTMLElement | null>;
}): null {
  const { query, found } = useSearch();

  useEffect(() => {
    if (!isQuery(query) || !reader.current || !CSS.highlights) return undefined;
    const ids = new Set(found.map(({ id }) => id));
    const giveUp = new AbortController();
    const pace = createPace(() => undefined, giveUp.signal);
    runInSlices(highlightMarks(reader.current, ids), pace).then(
      (highlight) => CSS.highlights.set(HIGHLIGHT, highlight),
      (error: unknown) => {
        if (!giveUp.signal.aborted) throw error;
      },
    );
    return () => {
      giveUp.abort();
      CSS.highlights.delete(HIGHLIGHT);
    };
  }, [reader, query, found]);

  return null;
});

/** Marks that are looked at between two steps. */
const STRETCH = 200;

/** The words of these annotations. */
function* highlightMarks(article: Element, ids: ReadonlySet<Id>): Steps<Highlight> {
  const marks = article.querySelectorAll<HTMLElement>('mark[data-annotations]');
  const highlight = new Highlight();
  for (const [i, mark] of marks.entries()) {
    if (i > 0 && i % STRETCH === 0) yield i / marks.length;
    const words = mark.firstChild;
    const isFound = mark.dataset['annotations']?.split(' ').some((id) => ids.has(id));
    // A range that follows what becomes of the document would have to be told of every element that comes or goes.
    if (words && isFound)
      highlight.add(
        new StaticRange({
          startContainer: words,
          startOffset: 0,
          endContainer: words,
          endOffset: words.nodeValue?.length ?? 0,
        }),
      );
  }
  return highlight;
}
