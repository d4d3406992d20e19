import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Target } from '../domain/annotation.ts';
import { describeTarget } from './describe.ts';
import { resolveTargets } from './resolve-all.ts';
import { resolveTarget } from './resolve.ts';

const WAS = Array.from(
  { length: 60 },
  (_, i) => `Witness ${i} said that ${i * 3} people had left by ${i % 24}:00.`,
);
const TARGETS: readonly Target[] = WAS.map((sentence, i) => {
  const start = WAS.slice(0, i).join(' ').length + Number(i > 0);
  return describeTarget(WAS.join(' '), { start, end: start + sentence.length });
});
const NOW = WAS.map((sentence, i) =>
  i % 10 === 0
    ? sentence.replace('had left', 'had not left')
    : i % 10 === 1
      ? sentence.toUpperCase()
      : sentence,
).join(' ');

test('many targets get the answers that each would get alone, in their order', async () => {
  const found = await resolveTargets(NOW, TARGETS);
  expect(found.map(({ state }) => state)).toEqual(TARGETS.map((target) => resolveTarget(NOW, target).state));
  expect(found.filter(({ state }) => state === 'changed')).toHaveLength(6);
  expect(found.filter(({ state }) => state === 'near')).toHaveLength(6);
  expect(found[7]).toMatchObject({ state: 'moved', range: { start: NOW.indexOf('Witness 7 ') } });
});

test('words that stand where the text is cut for indexing are found', async () => {
  const pieces = fc.array(fc.constantFrom('long ', 'Wörter ', '日本語', '104,000 ', 'can’t ', '😀', '.\n'), {
    minLength: 30,
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(pieces, fc.nat(40), async (list, offset) => {
      const inner = list.join('');
      const text = `${'x'.repeat(20_000 - offset)} ${inner} end`;
      const target = describeTarget(text, { start: text.length - inner.length - 4, end: text.length - 4 });
      const start = target.position.start + 5;
      expect((await resolveTargets(`Now: ${text}`, [target]))[0]).toMatchObject({
        state: 'moved',
        range: { start },
      });
    }),
    { numRuns: 25 },
  );
});

test('a word that is longer than what is indexed at once is found', async () => {
  const text = `It began with ${'long'.repeat(12_000)} and so it ended.`;
  const target = describeTarget(text, { start: 3, end: text.length - 10 });
  expect((await resolveTargets(`Now. ${text}`, [target]))[0]).toMatchObject({
    state: 'moved',
    range: { start: 8 },
  });
});

test('progress is told up to the last one', async () => {
  const seen: [done: number, total: number][] = [];
  await resolveTargets(NOW, TARGETS, { onProgress: (...progress) => seen.push(progress) });
  expect(seen.at(-1)).toEqual([60, 60]);
});

test('without targets there is nothing to do', async () => {
  expect(await resolveTargets('Some text.', [])).toEqual([]);
});

test('what is aborted before it starts is rejected with the reason', async () => {
  const reason = new Error('The file was closed.');
  await expect(resolveTargets(NOW, TARGETS, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});
