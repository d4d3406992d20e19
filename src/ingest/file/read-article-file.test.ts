import { expect, test } from 'vitest';
import { layOut } from '../make-article.ts';
import { LONGEST_TEXT } from '../trouble.ts';
import { readArticleFile, type FileLike } from './read-article-file.ts';

function fileOf(name: string, content: string | Uint8Array<ArrayBuffer>): FileLike {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name, size: bytes.length, arrayBuffer: () => Promise.resolve(bytes.buffer) };
}

test('of a file that is too large not a byte is read', async () => {
  let isRead = false;
  const file: FileLike = {
    name: 'long.txt',
    size: 50_000_001,
    arrayBuffer: () => {
      isRead = true;
      return Promise.resolve(new ArrayBuffer(0));
    },
  };
  const read = await readArticleFile(file);
  expect(read).toEqual({ ok: false, problem: expect.stringContaining('articles of up to 50 MB') as string });
  expect(isRead).toBe(false);
});

test('a text of 50 MB that is no article gets its sentence before it is laid out', async () => {
  const read = await readArticleFile(fileOf('long.txt', 'The river rose. '.repeat(3_000_000)));
  expect(read.ok).toBe(true);
  if (!read.ok) return;
  expect(await layOut(read.draft.article)).toEqual({
    ok: false,
    problem: expect.stringContaining(LONGEST_TEXT.toLocaleString('en')) as string,
  });
});

test.each([
  ['empty.txt', '', 'It is empty.'],
  ['picture.txt', '\u0089PNG\u0000\u0000\u0001\u0002', 'This is not text'],
  [
    'program',
    new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    'This is not text',
  ],
  ['data.json', '{"name": "x"}', 'It is data (JSON), not the text of an article'],
] as const)('%s gets its sentence', async (name, content, problem) => {
  const read = await readArticleFile(fileOf(name, content));
  expect(read.ok ? read.draft.article.kind : read.problem).toContain(problem);
});

test('what the browser can’t read is said', async () => {
  const arrayBuffer = (): Promise<ArrayBuffer> => Promise.reject(new Error('NotReadableError'));
  const read = await readArticleFile({ name: 'gone.txt', size: 5, arrayBuffer });
  expect(read).toEqual({ ok: false, problem: expect.stringContaining('could not read it') as string });
});
