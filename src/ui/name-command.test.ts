import { afterEach, expect, test } from 'vitest';
import { speak } from '../messages/language.ts';
import { speakGibberish } from '../messages/testing/speak-gibberish.ts';
import { nameCommands } from './name-command.ts';
import { nameKey } from './name-key.ts';

const run = (): void => undefined;

afterEach(() => speak());

test('a command that has keys in the text as well is named once, with all of them', () => {
  const [next] = nameCommands([{ id: 'next', keys: ['j'], keysInText: ['ArrowDown'], run }]);
  expect(next).toMatchObject({ group: 'Sentences', name: 'Next sentence', keys: ['j', '↓'] });
});

test('of two that have one name the one that came last is done', () => {
  const [first, second] = [
    { id: 'rate', label: 'True', keys: ['1'], run: () => 'editor' },
    { id: 'rate', label: 'True', keys: ['1'], run: () => 'desk' },
  ];
  expect(nameCommands([first, second]).map(({ command }) => command.run())).toEqual(['editor']);
});

test.each([
  ['Mod+z', 'Ctrl+Z'],
  ['Mod+Shift+z', 'Ctrl+Shift+Z'],
  ['Shift+ArrowDown', 'Shift+↓'],
  ['?', '?'],
  ['N', 'N'],
  ['Mod+Enter', 'Ctrl+Enter'],
  ['Escape', 'Esc'],
])('the key %s is called %s', (key, name) => {
  expect(nameKey(key)).toBe(name);
});

test('in another language keys stand as on its keyboards, and a colon as it writes it', () => {
  speakGibberish();
  const [rate] = nameCommands([{ id: 'rate', label: 'True', keys: ['Mod+Shift+Home'], run }]);
  expect(rate).toMatchObject({ name: '⟦⟦Verdict⟧: True⟧', keys: ['⟦Ctrl⟧+⟦Shift⟧+⟦Home⟧'] });
});
