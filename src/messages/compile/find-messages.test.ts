import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import compile from 'icu-minify/compile';
import { expect, test } from 'vitest';
import { keyOf } from '../key-of.ts';
import { findMessages } from './find-messages.ts';

const SOURCE = fileURLToPath(new URL('../..', import.meta.url));

test('a message is found where it stands, also behind a condition', () => {
  const source = "say(isNew ? 'New' : 'Old'); message('Later'); say(LABEL); other('Not this')";
  expect(
    findMessages('x.ts', source).map(({ text, start, end }) => [text, source.slice(start, end)]),
  ).toEqual([
    ['New', "'New'"],
    ['Old', "'Old'"],
    ['Later', "'Later'"],
  ]);
});

test('words that are put together are no message', () => {
  expect(() => findMessages('x.ts', 'say(`Hello ${name}`)')).toThrow('one literal');
});

test('every message in the code can be compiled, and no two have one key', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !file.includes('.test.'),
  );
  const texts = new Set(
    files.flatMap((file) => {
      const source = readFileSync(path.join(SOURCE, file), 'utf8');
      return source.includes("/say.ts'") ? findMessages(file, source).map(({ text }) => text) : [];
    }),
  );
  const keys = new Map<string, string>();
  for (const text of texts) {
    const key = keyOf(compile(text));
    expect(keys.get(key) ?? text).toBe(text);
    keys.set(key, text);
  }
  expect(texts.size).toBeGreaterThan(500);
});
