import { expect, test } from 'vitest';
import { createClock } from '../../domain/clock.ts';
import { savedByOlder, standingIn } from '../../domain/testing/saved-by-older.ts';
import { startFactCheck } from '../../domain/start-fact-check.ts';
import { digestText } from '../../domain/article.ts';
import type { FileLike } from '../../ingest/file/read-article-file.ts';
import { CONTEXT, writeOwn } from '../../exchange/testing/at-once.ts';
import { serialiseBackup } from '../../exchange/backup.ts';
import { readFile, type ReadFile } from './read-file.ts';
import { parseHere } from './testing/parse-here.ts';
import { paragraphDraft } from '../../domain/testing/paragraph-draft.ts';

function file(name: string, content: string | readonly number[], size?: number): FileLike {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content);
  return { name, size: size ?? bytes.length, arrayBuffer: () => Promise.resolve(bytes.slice().buffer) };
}

function open(from: FileLike): Promise<ReadFile> {
  return readFile(from, { parse: parseHere });
}

async function exported(): Promise<string> {
  const text = 'Four of 5 agree. 😀 «نعم»';
  let ids = 0;
  const clock = createClock({ now: () => Date.UTC(2026, 0, 1), newId: () => `id-${(ids += 1)}`, tab: 'a' });
  const factCheck = startFactCheck(
    paragraphDraft(text, {
      title: 'Poll',
      sentences: [{ start: 0, end: 16 }],
      sha256: await digestText(text),
    }),
    { clock, by: null },
  );
  return writeOwn(factCheck);
}

test.each(['poll.linecheck.json', 'poll.txt', 'poll', 'poll.md'])(
  'a fact check is recognised by what is in it, also under the name %s',
  async (name) => {
    expect(await open(file(name, await exported()))).toMatchObject({ kind: 'fact-check', problems: [] });
  },
);

test.each([
  ['notes.txt', 'plain'],
  ['NOTES.TXT', 'plain'],
  ['notes.md', 'markdown'],
  ['notes.markdown', 'markdown'],
])('%s is an article in %s', async (name, kind) => {
  const text = '# Budget\n\nIt grew by 4 %.\n';
  expect(await open(file(name, text))).toEqual({
    kind: 'article',
    draft: { article: { text, kind }, dropped: [], notes: [] },
  });
});

test.each([
  ['empty.json', '', 'empty'],
  ['latin.json', [0x48, 0xe9, 0x20], 'UTF-8'],
  ['picture.txt', [0x89, 0x50, 0, 0, 0, 1, 2, 3, 4, 0, 0, 5], 'not text'],
  ['old.doc', [0xd0, 0xcf, 0x11, 0xe0], 'Save it as .docx'],
  ['secret.docx', [0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('EncryptedPackage', 'utf16le')], 'password'],
  ['other.json', '{"a": 1}', 'not a fact check'],
  ['long.txt', 'a'.repeat(50_000_001), 'up to 50 MB'],
] as const)('%s is refused with a reason', async (name, content, reason) => {
  const read = await open(file(name, content));
  expect(read).toMatchObject({ kind: 'unreadable', problem: expect.stringContaining(reason) as string });
});

test('a file that is too large is refused before it is read', async () => {
  const huge: FileLike = {
    name: 'huge.json',
    size: 900_000_000,
    arrayBuffer: () => Promise.reject(new Error('it was read')),
  };
  expect(await open(huge)).toMatchObject({ problem: expect.stringContaining('900 MB') as string });
});

test('a file that the browser can’t read any more is a reason, not a crash', async () => {
  const gone: FileLike = { name: 'a.txt', size: 4, arrayBuffer: () => Promise.reject(new Error('gone')) };
  expect(await open(gone)).toMatchObject({ kind: 'unreadable' });
});

test.each(['linecheck-backup-2026-01-01.json', 'notes.txt'])(
  'a backup is recognised by what is in it, also under the name %s, and a damaged one is unreadable',
  async (name) => {
    const factCheck = await exported();
    const text = `{"format":"linecheck-backup","version":"1.0","factChecks":[${factCheck}]}`;
    const read = await open(file(name, text));
    expect(read).toMatchObject({
      kind: 'backup',
      backup: { damaged: [], removed: [], conflicts: [] },
      problems: [],
    });
    expect(read.kind === 'backup' && read.backup.factChecks).toHaveLength(1);
    expect(await open(file(name, text.slice(0, -1)))).toMatchObject({ kind: 'unreadable' });
  },
);

test('annotations without an article are told where they belong, under any name, and are no text to check', async () => {
  const list = '[{"id":"a","bodies":[],"target":{"selector":[{"quote":"x","start":0,"end":1}]}}]';
  const lines = '{"text":"x","label":[[0,1,"A"]]}\n';
  for (const content of [list, lines])
    expect(JSON.stringify(await open(file('notes.txt', content)))).toMatch(/"unreadable".*Open the article/);
});

test.each([
  ['claims.csv', '\ufeffId,Claim number,Quote,Claim,Verdict\r\na,1,q,c,True', 'a table of claims'],
  ['evidence.txt', 'Annotation id;Stance;Source\na;refutes;S', 'a table of evidence'],
  ['budget.csv', 'Year,Sum\n2019,4', 'a table'],
  ['library.txt', '% from Zotero\n@book{a, title = {T}}', 'a list of sources'],
  ['library.bib', '%', 'a list of sources'],
])('%s is no text to check: it is said what it is, and where it belongs', async (name, content, kind) => {
  const read = await open(file(name, content));
  expect(read).toMatchObject({ kind: 'unreadable', problem: expect.stringContaining(kind) as string });
  expect(JSON.stringify(read)).toContain('Open the article first');
});

test('a text about BibTeX, or with a line that looks like it, is a text to check', async () => {
  const text = 'Cite it like this:\n@book{a, title = {T}}\nThat is all.';
  expect(await open(file('howto.txt', text))).toMatchObject({ kind: 'article' });
});

test('a verdict that older versions left on words that it is older than is in doubt, in a file and in a backup', async () => {
  const saved = savedByOlder({});
  expect(standingIn(saved)).toEqual(['ada', 'ben']);
  const read = await open(file('old.json', await writeOwn(saved)));
  expect(read.kind === 'fact-check' && standingIn(read.factCheck)).toEqual(['ada']);
  const backup = { factChecks: [saved], conflicts: [], removed: [], deleted: [], damaged: [] };
  const { text } = await serialiseBackup(backup, CONTEXT);
  const restored = await open(file('backup.json', text));
  expect(restored.kind === 'backup' && restored.backup.factChecks.map(standingIn)).toEqual([['ada']]);
});

test('a fact check is parsed by whom it is handed to, who tells how far it is and can be stopped', async () => {
  const shares: number[] = [];
  const { signal } = new AbortController();
  const whole = await exported();
  const read = await readFile(file('poll.json', whole), {
    signal,
    onProgress: (share) => shares.push(share),
    parse: (bytes, hand) => {
      expect(hand.signal).toBe(signal);
      hand.onShare(0.5);
      return parseHere(bytes, hand);
    },
  });
  expect(read).toMatchObject({ kind: 'fact-check' });
  expect(shares).toContain(0.5);
});
