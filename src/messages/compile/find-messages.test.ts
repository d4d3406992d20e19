import compile from 'icu-minify/compile';
import { expect, test } from 'vitest';
import { keyOf } from '../key-of.ts';
import { findMessages } from './find-messages.ts';
import { listMessages } from './list-messages.ts';

test('a message is found where it stands, also behind a condition', () => {
  const source = "() => { say(isNew ? 'New' : 'Old'); message('Later'); say(LABEL); other('Not this'); }";
  expect(
    findMessages('x.ts', source).map(({ text, start, end }) => [text, source.slice(start, end)]),
  ).toEqual([
    ['New', "'New'"],
    ['Old', "'Old'"],
    ['Later', "'Later'"],
  ]);
});

test('a message comes with its context', () => {
  const found = findMessages('x.ts', "() => [message('Open', 'the state'), say('Open: {n}', { n })]");
  expect(found.map(({ text, context }) => [text, context])).toEqual([
    ['Open', 'the state'],
    ['Open: {n}', ''],
  ]);
});

test('words that are put together are no message', () => {
  expect(() => findMessages('x.ts', 'say(`Hello ${name}`)')).toThrow('one literal');
});

test('what is said when a module is loaded, before the language is known, is no message', () => {
  expect(() => findMessages('x.ts', "const LABEL = { open: say('Open') }")).toThrow('message(');
  expect(findMessages('x.ts', "const sayOpen = () => say('Open')")).toHaveLength(1);
});

test('every message in the code can be compiled, and no two have one key', () => {
  const keys = new Map<string, string>();
  for (const { name, text, context } of listMessages()) {
    const key = keyOf(compile(text), context);
    expect(keys.get(key) ?? name).toBe(name);
    keys.set(key, name);
  }
  expect(keys.size).toBeGreaterThan(500);
});
