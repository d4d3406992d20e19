const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** A key as it stands on the keyboard. */
export function nameKey(key: string): string {
  const parts = key.split('+');
  const last = parts.pop() ?? '';
  const isModified = parts.includes('Mod');
  return [
    ...parts.map((part) => (part === 'Mod' ? MODIFIER : part)),
    SIGNS[last] ?? (isModified ? last.toUpperCase() : last),
  ].join('+');
}

const MODIFIER =
  typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';

/** Words for a tooltip with the key behind them, if there is one. */
export function withKey(words: string, key: string): string {
  return key === '' ? words : `${words} (${nameKey(key)})`;
}
