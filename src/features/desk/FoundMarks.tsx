import { useEffect, type RefObject } from 'react';
import { isQuery, searchAnnotations } from '../../domain/search-annotations.ts';
import { useFollowedFactCheck, useSession } from '../../stores/desk-context.ts';

const HIGHLIGHT = 'found';

/**
 * Lets the words of the annotations that the list has found stand out in the article (CSS Custom Highlight API, which draws
 * nothing anew). Browsers without it show the list alone.
 */
export function FoundMarks({ reader }: { readonly reader: RefObject<HTMLElement | null> }): null {
  const query = useSession((session) => session.query);
  const presentId = useSession((session) => session.reviewer?.id ?? null);
  const { factCheck } = useFollowedFactCheck();
  const searched = isQuery(query) ? factCheck : null;

  useEffect(() => {
    if (!searched || !reader.current || !CSS.highlights) return undefined;
    const ids = new Set(searchAnnotations(searched, query, presentId).map(({ id }) => id));
    const found = new Highlight();
    for (const mark of reader.current.querySelectorAll<HTMLElement>('mark[data-annotations]')) {
      const isFound = mark.dataset['annotations']?.split(' ').some((id) => ids.has(id));
      if (!isFound) continue;
      const words = document.createRange();
      words.selectNodeContents(mark);
      found.add(words);
    }
    CSS.highlights.set(HIGHLIGHT, found);
    return () => {
      CSS.highlights.delete(HIGHLIGHT);
    };
  }, [reader, query, presentId, searched]);

  return null;
}
