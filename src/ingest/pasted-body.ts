import type { ArticleBody } from './make-article.ts';

/** What a field holds into which a text was pasted. */
export interface Pasted {
  readonly text: string;
  /** The HTML that came with the clipboard, and the text that the field showed right after it. */
  readonly html: { readonly markup: string; readonly shownAs: string } | null;
}

/** True while the field still shows what was pasted, so that the HTML beside it says the same. */
export function keepsLayout({ text, html }: Pasted): boolean {
  return html?.shownAs === text;
}

/** The body of the article: the clipboard's HTML as long as the text was not edited, else the text. */
export function bodyOfPasted(pasted: Pasted): ArticleBody {
  return pasted.html && keepsLayout(pasted)
    ? { text: pasted.html.markup, kind: 'html' }
    : { text: pasted.text, kind: 'plain' };
}
