import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** The built app and the reference pages beside it, on loopback. */
export interface Site {
  /** Of the app; ends with a slash. */
  readonly baseURL: string;
  /** Puts a file where the reference pages find it; returns its address. */
  readonly put: (name: string, content: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

const PAGES = fileURLToPath(new URL('pages', import.meta.url));

/** Builds everything once and serves it, compressed, as static hosts do. */
export async function openSite(): Promise<Site> {
  const folder = await mkdtemp(path.join(tmpdir(), 'linecheck-bench-'));
  // The import of the benchmark by Vite's runner has set it to "development", and a build keeps what is set.
  process.env['NODE_ENV'] = 'production';
  await build({ logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
  await build({
    configFile: false,
    root: PAGES,
    base: './',
    logLevel: 'warn',
    build: {
      outDir: path.join(folder, 'bench'),
      emptyOutDir: true,
      target: 'es2023',
      chunkSizeWarningLimit: 5000,
      rolldownOptions: {
        input: ['limit', 'recogito', 'react'].map((page) => path.join(PAGES, `${page}.html`)),
      },
    },
  });
  const server = await serve(folder);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The site has no address.');
  return {
    baseURL: `http://127.0.0.1:${address.port}/`,
    put: async (name, content) => {
      await writeFile(path.join(folder, 'bench', name), content);
      return `./${name}`;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
      await rm(folder, { recursive: true });
    },
  };
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** Answers with what is in the folder. What was compressed is remembered: no page waits for that. */
async function serve(folder: string): Promise<Server> {
  const compressed = new Map<string, Buffer>();
  const answer = async (
    address: string,
  ): Promise<{ readonly type: string; readonly body: Buffer } | null> => {
    const { pathname } = new URL(address, 'http://127.0.0.1');
    const file = path.join(
      folder,
      path.normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname),
    );
    const type = TYPES[path.extname(file)];
    if (type === undefined || !file.startsWith(folder)) return null;
    const known = compressed.get(file) ?? (await readFile(file).then(gzipSync, () => null));
    if (known) compressed.set(file, known);
    return known && { type, body: known };
  };
  const respond = async (address: string, response: ServerResponse): Promise<void> => {
    const found = await answer(address);
    if (found) {
      response.setHeader('content-type', found.type);
      response.setHeader('content-encoding', 'gzip');
      response.setHeader('cache-control', 'no-cache');
    }
    response.writeHead(found ? 200 : 404).end(found?.body);
  };
  const server = createServer((request, response) => {
    void respond(request.url ?? '/', response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}
