import {
  type Kinds,
  Kind,
  caseAt,
  isLineBreak,
  isSmallLatin,
  isSpace,
  isWordAt,
  skipInlineSpace,
} from './characters.ts';

/** What marks in a row say together. */
export type MarkKind = 'stop' | 'cry' | 'ellipsis' | 'hard';

/** The end of the marks at `at`, read as one: `?!`, `....`, `. . .`, and those that French sets apart by a space. */
export function skipMarks(text: string, kinds: Kinds, at: number): number {
  let end = at;
  for (;;) {
    const kind = kinds[text.charCodeAt(end)] ?? Kind.plain;
    if (kind >= Kind.stop && kind <= Kind.hard) end += 1;
    else {
      const resumed = resumeMarks(text, kinds, at, end);
      if (resumed === end) return end;
      end = resumed;
    }
  }
}

/** The kind of the marks between `from` and `to`: the strongest wins, and dots in a row are an ellipsis. */
export function kindOfMarks(text: string, kinds: Kinds, from: number, to: number): MarkKind {
  let dots = 0;
  let strongest: number = Kind.plain;
  for (let i = from; i < to; i += 1) {
    const kind = kinds[text.charCodeAt(i)] ?? Kind.plain;
    if (kind === Kind.stop) dots += 1;
    if (kind > strongest && kind <= Kind.hard) strongest = kind;
  }
  if (strongest === Kind.hard) return 'hard';
  if (strongest === Kind.cry) return 'cry';
  return strongest === Kind.ellipsis || dots > 1 ? 'ellipsis' : 'stop';
}

/**
 * True for a mark that a space and a word of small Latin letters follow, `approx. twelve`: of these all decisions together
 * say that the sentence goes on, and there are many of them. They need not be asked, which takes longer than to see it.
 */
export function goesOnSmall(text: string, kinds: Kinds, mark: number): boolean {
  return (
    text.charCodeAt(mark + 1) === 0x20 &&
    isSmallLatin(text.charCodeAt(mark + 2)) &&
    isSmallLatin(text.charCodeAt(mark + 3)) &&
    kinds[text.charCodeAt(mark)] !== Kind.hard
  );
}

/** Where the marks go on behind white space: `. . .`, `Quoi ! ?`; `end` if they do not. */
function resumeMarks(text: string, kinds: Kinds, at: number, end: number): number {
  const code = text.charCodeAt(end);
  if (!isSpace(code) || isLineBreak(code)) return end;
  const next = end + 1;
  const kind = kinds[text.charCodeAt(next)];
  if (kind === Kind.cry) return isWordAt(text, next + 1) ? end : next;
  if (kind !== Kind.stop || isWordAt(text, next + 1) || text.charAt(next + 1) === '.') return end;
  return end === at + 1 && startsElision(text, at, end) ? end : next;
}

/** `word. . . . Next`: the first full stop ends its sentence, the spaced dots stand for words left out of the next. */
function startsElision(text: string, at: number, end: number): boolean {
  if (!isWordAt(text, at - 1) || !text.startsWith(' . . .', end)) return false;
  return caseAt(text, skipInlineSpace(text, end + ' . . .'.length)) === 'upper';
}
