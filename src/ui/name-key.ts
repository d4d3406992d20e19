import { message, say, type Message } from '../messages/say.ts';

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** What stands in words on a keyboard, which has other words in other languages. */
const WORDS: Readonly<Record<string, Message>> = {
  Enter: message('Enter', 'a key'),
  Escape: message('Esc', 'a key'),
  Home: message('Home', 'a key'),
  End: message('End', 'a key'),
  Shift: message('Shift', 'a key'),
  Ctrl: message('Ctrl', 'a key'),
};

/** A key as it stands on the keyboard. */
export function nameKey(key: string): string {
  const parts = key.split('+');
  const last = parts.pop() ?? '';
  const isModified = parts.includes('Mod');
  return [
    ...parts.map((part) => nameInWords(part === 'Mod' ? MODIFIER : part)),
    SIGNS[last] ?? nameInWords(isModified && last.length === 1 ? last.toUpperCase() : last),
  ].join('+');
}

function nameInWords(key: string): string {
  const words = WORDS[key];
  return words ? say(words) : key;
}

const MODIFIER =
  typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';

/** A key for `aria-keyshortcuts`, in the names that ARIA has for them in every language; undefined for none. */
export function ariaKey(key: string): string | undefined {
  if (key === '') return undefined;
  const named = key.replace('Mod', MODIFIER === 'Ctrl' ? 'Control' : 'Meta');
  return /^\p{Lu}$/u.test(named) ? `Shift+${named}` : named;
}

/** Words for a tooltip with the key behind them, if there is one. */
export function withKey(words: string, key: string): string {
  return key === '' ? words : `${words} (${nameKey(key)})`;
}
