import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** Which rooms a room may import: the table of the README. */
const MAY_IMPORT = {
  messages: [],
  domain: ['messages'],
  ingest: ['messages', 'domain'],
  anchoring: ['messages', 'domain'],
  exchange: ['messages', 'domain'],
  storage: ['messages', 'domain'],
  stores: ['messages', 'domain', 'anchoring'],
  queries: ['messages', 'domain', 'ingest', 'storage'],
  ui: ['messages'],
  features: ['messages', 'domain', 'anchoring', 'ingest', 'exchange', 'stores', 'queries', 'ui'],
  app: [
    'messages',
    'domain',
    'ingest',
    'anchoring',
    'exchange',
    'storage',
    'stores',
    'queries',
    'ui',
    'features',
  ],
} as const;

type Room = keyof typeof MAY_IMPORT;

const ROOMS = Object.keys(MAY_IMPORT) as readonly Room[];

/** Libraries that a room must not know. */
const FOREIGN_LIBRARIES: Readonly<Record<Room, readonly string[]>> = {
  messages: ['react', 'zustand', '@tanstack/react-query', 'idb'],
  domain: ['react', 'react-dom/client', 'zustand', '@tanstack/react-query', 'idb', 'wouter'],
  ingest: ['react', 'zustand', '@tanstack/react-query', 'idb'],
  anchoring: ['react', 'zustand/middleware', '@tanstack/react-query', 'idb'],
  exchange: ['react', 'zustand', '@tanstack/react-query', 'idb'],
  storage: ['react', 'zustand', '@tanstack/react-query'],
  stores: ['react-dom', '@tanstack/react-query', 'idb'],
  queries: ['zustand', 'idb'],
  ui: ['zustand', '@tanstack/react-query', 'idb', 'wouter'],
  features: ['idb'],
  app: [],
};

const KEEPERS = [
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'window.localStorage',
  'globalThis.indexedDB',
];
const IMPURE = ['Date.now()', 'Math.random()', 'crypto.randomUUID()', 'document', 'window', "fetch('./x')"];

interface Planted {
  readonly file: string;
  readonly code: string;
  readonly isForbidden: boolean;
}

const planted: readonly Planted[] = [
  ...ROOMS.flatMap(plantRoomImports),
  ...plantFeatureImports(),
  ...plantDisguises(),
  ...ROOMS.flatMap((room) => FOREIGN_LIBRARIES[room].map((name) => forbid(within(room), importing(name)))),
  ...ROOMS.flatMap((room) =>
    KEEPERS.map((name) => ({
      file: within(room),
      code: `export const LINE = ${name};`,
      isForbidden: room !== 'storage',
    })),
  ),
  ...IMPURE.flatMap((code) => [
    forbid(within('domain'), `export const LINE = ${code};`),
    allow(within('app'), `export const LINE = ${code};`),
  ]),
];

let garden = '';
let reported: ReadonlySet<string> = new Set();

beforeAll(async () => {
  garden = await mkdtemp(path.join(tmpdir(), 'linecheck-rooms-'));
  const lines = new Map<string, string[]>();
  for (const { file, code } of planted) {
    const content = lines.get(file) ?? [];
    lines.set(file, content);
    content.push(code.replace('LINE', `line${content.length}`));
  }
  await copyFile(path.join(PROJECT, '.oxlintrc.json'), path.join(garden, '.oxlintrc.json'));
  for (const [file, content] of lines) {
    await mkdir(path.dirname(path.join(garden, file)), { recursive: true });
    await writeFile(path.join(garden, file), content.join('\n'));
  }
  reported = await lint(garden);
});

afterAll(async () => {
  await rm(garden, { recursive: true, force: true });
});

const files = [...new Set(planted.map(({ file }) => file))].map((file) => {
  const lines = planted.filter((plant) => plant.file === file);
  const forbidden = lines.flatMap((line, i) => (line.isForbidden ? [`${i + 1}: ${line.code}`] : []));
  const allowed = lines.flatMap((line, i) => (line.isForbidden ? [] : [`${i + 1}: ${line.code}`]));
  return { file, forbidden, allowed };
});

test.each(files)('the lint reports what $file must not import, and nothing else', ({ file, ...lines }) => {
  const isReported = (line: string): boolean => reported.has(`${file}:${Number.parseInt(line, 10)}`);
  expect(lines.forbidden.filter((line) => !isReported(line))).toEqual([]);
  expect(lines.allowed.filter(isReported)).toEqual([]);
});

test('75 of the 110 pairs of rooms are forbidden', () => {
  const allowed = ROOMS.flatMap((room) => MAY_IMPORT[room]);
  expect(ROOMS.length * (ROOMS.length - 1) - allowed.length).toBe(75);
});

test('every folder of src is a room of the table', async () => {
  const entries = await readdir(path.join(PROJECT, 'src'), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(ROOMS).toEqual(expect.arrayContaining(folders));
});

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** A file that stands in the room; features have a folder each. */
function within(room: Room): string {
  return room === 'features' ? 'src/features/desk/planted.ts' : `src/${room}/planted.ts`;
}

function plantRoomImports(from: Room): readonly Planted[] {
  const up = from === 'features' ? '../..' : '..';
  const may: readonly Room[] = MAY_IMPORT[from];
  const pairs = ROOMS.filter((to) => to !== from).map((to) => ({
    file: within(from),
    code: importing(`${up}/${to}/thing.ts`),
    isForbidden: !may.includes(to),
  }));
  const nested = ROOMS.filter((to) => to !== from && from !== 'features').map((to) => ({
    file: `src/${from}/folder/planted.ts`,
    code: importing(`../../${to}/thing.ts`),
    isForbidden: !may.includes(to),
  }));
  return [...pairs, ...nested, forbid(within(from), importing(`${up}/main.tsx`))];
}

function plantFeatureImports(): readonly Planted[] {
  const deep = 'src/features/desk/parts/planted.ts';
  const may: readonly Room[] = MAY_IMPORT.features;
  return [
    forbid(within('features'), importing('../sources/thing.ts')),
    forbid(within('features'), importing('../exchange/thing.ts')),
    forbid(deep, importing('../../sources/thing.ts')),
    forbid(deep, importing('../../exchange/thing.ts')),
    forbid('src/features/desk/parts/deeper/planted.ts', importing('../thing.ts')),
    forbid('src/features/planted.ts', importing('./desk/thing.ts')),
    allow(within('features'), importing('./parts/thing.ts')),
    allow(deep, importing('../thing.ts')),
    ...ROOMS.filter((to) => to !== 'features').map((to) => ({
      file: deep,
      code: importing(`../../../${to}/thing.ts`),
      isForbidden: !may.includes(to),
    })),
  ];
}

/** Other ways to write an import, and the few that have a rule of their own. */
function plantDisguises(): readonly Planted[] {
  return [
    forbid(within('domain'), "export type { LINE } from '../storage/thing.ts';"),
    forbid(within('domain'), "export { thing as LINE } from '../storage/thing.ts';"),
    forbid(within('domain'), "export const LINE = () => import('../storage/thing.ts');"),
    forbid(within('domain'), "import type { thing as LINE } from '../storage/thing.ts';"),
    forbid(within('domain'), importing('./../storage/thing.ts')),
    forbid(within('ingest'), importing('../domain/../storage/thing.ts')),
    forbid(within('ingest'), importing('../../src/storage/thing.ts')),
    forbid(within('ingest'), importing('/src/storage/thing.ts')),
    allow(within('ui'), "import type { thing as LINE } from '../domain/thing.ts';"),
    allow('src/ui/SafeLink.tsx', importing('../domain/link.ts')),
    forbid('src/ui/SafeLink.tsx', importing('../domain/lines.ts')),
    forbid('src/ui/SafeLink.tsx', importing('../stores/thing.ts')),
    allow('src/main.tsx', importing('./app/App.tsx')),
    ...ROOMS.filter((to) => to !== 'app').map((to) => forbid('src/main.tsx', importing(`./${to}/thing.ts`))),
    forbid('e2e/planted.spec.ts', importing('../src/domain/thing.ts')),
    forbid('e2e/pages/planted.ts', importing('../../src/domain/thing.ts')),
    allow('e2e/planted.spec.ts', importing('./support/thing.ts')),
  ];
}

function importing(address: string): string {
  return `import { thing as LINE } from '${address}';`;
}

function forbid(file: string, code: string): Planted {
  return { file, code, isForbidden: true };
}

function allow(file: string, code: string): Planted {
  return { file, code, isForbidden: false };
}

const reportSchema = v.object({
  diagnostics: v.array(
    v.object({
      code: v.optional(v.string()),
      filename: v.string(),
      labels: v.array(v.object({ span: v.object({ line: v.number() }) })),
    }),
  ),
});

/** The places that a rule about rooms complains of, each as `file:line`. */
async function lint(folder: string): Promise<ReadonlySet<string>> {
  const { diagnostics } = v.parse(reportSchema, JSON.parse(await runLint(folder)));
  return new Set(
    diagnostics
      .filter(({ code = '' }) => code.includes('no-restricted-'))
      .flatMap(({ filename, labels }) =>
        labels.map(({ span }) => `${filename.replaceAll('\\', '/')}:${span.line}`),
      ),
  );
}

/** Linting without types: what is planted compiles with nothing. Findings make a non-zero exit, which is expected. */
function runLint(folder: string): Promise<string> {
  const oxlint = path.join(PROJECT, 'node_modules/oxlint/bin/oxlint');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [oxlint, '--format', 'json'],
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
      (_error, stdout) => {
        resolve(stdout);
      },
    );
  });
}
