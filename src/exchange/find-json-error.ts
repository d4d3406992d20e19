import { say } from '../messages/say.ts';

/** Where a text stops being JSON, and why, in words that follow "here": "a comma or } is missing". */
export interface JsonError {
  /** UTF-16 units from the start. */
  readonly offset: number;
  readonly reason: string;
}

/**
 * Finds the first place where a text is not JSON (RFC 8259), or null when all of it is: engines say this each in their
 * own words, and one of them without a place. Takes linear time and no stack, however deep the text nests.
 */
export function findJsonError(text: string): JsonError | null {
  /** What closes each array and object that is open. */
  const open: ('}' | ']')[] = [];
  let at = skipSpace(text, 0);
  let expected: Expected = 'value';
  for (;;) {
    const step = readToken(text, at, expected, open);
    if ('reason' in step) return step;
    at = skipSpace(text, step.at);
    expected = step.expected;
    if (expected === 'end')
      return at === text.length ? null : { offset: at, reason: say('something follows the end') };
  }
}

type Expected = 'value' | 'value or ]' | 'name' | 'name or }' | 'colon' | 'comma or close' | 'end';

type Step = { readonly at: number; readonly expected: Expected } | JsonError;

function readToken(text: string, at: number, expected: Expected, open: ('}' | ']')[]): Step {
  const character = text[at];
  if (character === undefined) return { offset: at, reason: say('the text ends in the middle') };
  switch (expected) {
    case 'value':
    case 'value or ]':
      if (character === ']' && expected === 'value or ]') return close(at, open);
      return readValue(text, at, open);
    case 'name':
    case 'name or }': {
      if (character === '}' && expected === 'name or }') return close(at, open);
      if (character !== '"') return { offset: at, reason: say('a name in double quotes is missing') };
      const end = endOfString(text, at);
      return typeof end === 'number' ? { at: end, expected: 'colon' } : end;
    }
    case 'colon':
      if (character !== ':') return { offset: at, reason: say('a colon is missing') };
      return { at: at + 1, expected: 'value' };
    case 'comma or close':
      if (character === ',') return { at: at + 1, expected: open.at(-1) === '}' ? 'name' : 'value' };
      if (character === open.at(-1)) return close(at, open);
      return { offset: at, reason: say('a comma or {closing} is missing', { closing: open.at(-1) ?? '' }) };
    case 'end':
      return { offset: at, reason: say('something follows the end') };
  }
}

function readValue(text: string, at: number, open: ('}' | ']')[]): Step {
  const character = text[at];
  if (character === '{') {
    open.push('}');
    return { at: at + 1, expected: 'name or }' };
  }
  if (character === '[') {
    open.push(']');
    return { at: at + 1, expected: 'value or ]' };
  }
  const end = character === '"' ? endOfString(text, at) : endOfWord(text, at);
  if (typeof end !== 'number') return end;
  if (end === at) return { offset: at, reason: say('a value is missing') };
  return { at: end, expected: afterValue(open) };
}

function close(at: number, open: ('}' | ']')[]): Step {
  open.pop();
  return { at: at + 1, expected: afterValue(open) };
}

function afterValue(open: readonly unknown[]): Expected {
  return open.length === 0 ? 'end' : 'comma or close';
}

/** Number, `true`, `false` or `null`; sticky, so that it looks at this place only. */
const WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

function endOfWord(text: string, at: number): number {
  WORD.lastIndex = at;
  return WORD.test(text) ? WORD.lastIndex : at;
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

function endOfString(text: string, start: number): number | JsonError {
  for (let at = start + 1; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code < SPACE)
      return { offset: at, reason: say('a line break or control character stands inside quotes') };
    if (code === BACKSLASH) {
      ESCAPE.lastIndex = at;
      if (!ESCAPE.test(text)) {
        return at + 6 > text.length && !text.includes('"', at + 2)
          ? { offset: text.length, reason: say('the text ends in the middle') }
          : { offset: at, reason: say('a backslash is followed by something that it cannot escape') };
      }
      at = ESCAPE.lastIndex;
    } else at += 1;
  }
  return { offset: text.length, reason: say('the text ends in the middle') };
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;

function skipSpace(text: string, start: number): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== SPACE && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
    at += 1;
  }
}
