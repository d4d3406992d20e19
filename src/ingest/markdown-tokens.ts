import { Lexer, Tokenizer, type MarkedToken, type Tokens } from 'marked';

/** Signs in a paragraph above which it is taken literally: the lexer needs quadratic time for them, and no prose has so many. */
const MOST_SIGNS = 400;
const SIGN = /[*_~`[<!\\@]/g;

/** Twenty quotes or lists within each other, which the lexer would descend into. */
const DEEP = /^(?:[ \t]*(?:>|[*+-][ \t]|\d{1,9}[.)][ \t])){20}|^[ \t]{60,}(?:[*+-]|\d{1,9}[.)])[ \t]/m;

/** What may begin something else than words, and the line break, which does after two spaces. */
const END_OF_WORDS = /[\\<![`*~_\n]/;

class ProseTokenizer extends Tokenizer {
  /** Bare addresses stay words: their recogniser needs quadratic time for a long word. */
  override url(): undefined {
    return undefined;
  }

  /** A footnote is not the definition of a link, even if it is one word long. */
  override def(src: string): Tokens.Def | undefined {
    return /^ {0,3}\[\^/.test(src) ? undefined : super.def(src);
  }

  /** As the original, without its search for e-mail addresses in each word. */
  override inlineText(src: string): Tokens.Text {
    const text = src.slice(0, findEndOfWords(src));
    return { type: 'text', raw: text, text, escaped: false };
  }
}

/**
 * The tokens of a Markdown text (CommonMark with the tables and strikes of GitHub), or null when it is nested deeper
 * than any article. Time is bounded: text that only an attacker would write is left as it is.
 */
export function readMarkdownTokens(markdown: string): readonly MarkedToken[] | null {
  if (DEEP.test(markdown)) return null;
  const lexer = new Lexer({ gfm: true, tokenizer: new ProseTokenizer() });
  const tokens = lexer.blockTokens(markdown);
  for (const { src, tokens: inline } of lexer.inlineQueue) {
    const signs = src.match(SIGN)?.length ?? 0;
    if (signs > MOST_SIGNS) inline.push({ type: 'text', raw: src, text: src, escaped: false });
    else lexer.inlineTokens(src, inline);
  }
  return tokens as MarkedToken[];
}

/** At least 1. Spaces before a line break are left for the break, if they are two or more and not the beginning. */
function findEndOfWords(src: string): number {
  const found = src.slice(1).search(END_OF_WORDS);
  if (found < 0) return src.length;
  const end = found + 1;
  if (src[end] !== '\n') return end;
  let spaces = end;
  while (src[spaces - 1] === ' ') spaces -= 1;
  return spaces > 0 && end - spaces >= 2 ? spaces : end + 1;
}
