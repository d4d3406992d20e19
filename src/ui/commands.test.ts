import { expect, test } from 'vitest';
import { keyOf } from './commands.ts';

const none = { shiftKey: false, ctrlKey: false, metaKey: false };

test.each([
  ['a letter', { ...none, key: 'j', code: 'KeyJ' }, 'j'],
  ['a letter where another stands on QWERTY', { ...none, key: 'z', code: 'KeyY' }, 'z'],
  ['an accented letter', { ...none, key: 'é', code: 'Digit2' }, 'é'],
  ['a sign that needs Shift', { ...none, shiftKey: true, key: '?', code: 'Slash' }, '?'],
  ['a key with a name', { ...none, shiftKey: true, key: 'Enter', code: 'Enter' }, 'Shift+Enter'],
  ['an Arabic letter', { ...none, key: 'ت', code: 'KeyJ' }, 'j'],
  ['an Arabic digit', { ...none, key: '٢', code: 'Digit2' }, '2'],
  ['a Russian letter with Ctrl', { ...none, ctrlKey: true, key: 'я', code: 'KeyZ' }, 'Mod+z'],
  [
    'a Greek letter with Cmd and Shift',
    { ...none, metaKey: true, shiftKey: true, key: 'Ζ', code: 'KeyZ' },
    'Mod+Shift+z',
  ],
  ['a Russian capital', { ...none, shiftKey: true, key: 'О', code: 'KeyJ' }, 'J'],
  ['a letter of a keyboard on the screen', { ...none, key: 'ت', code: '' }, 'ت'],
])('%s', (_, pressed, name) => {
  expect(keyOf(pressed)).toBe(name);
});
