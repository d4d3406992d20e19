import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The app at an address of its own, which can be released anew and go away. */
export interface StandingServer {
  /** Ends with a slash. */
  readonly address: string;
  /**
   * From now on it serves another build, which the root element of its page names in `data-build`. All its parts have other
   * names, and those of the build before are gone.
   */
  readonly release: (name: string) => void;
  /** Ends: what asks then gets no answer, as without a network. */
  readonly stop: () => Promise<void>;
}

/** Serves what `site` serves. Loopback only, since service workers need a secure origin. */
export async function startServer(site: string): Promise<StandingServer> {
  let build: string | null = null;
  const pass = async (path: string, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(path, site);
    const isGone = PART.test(pathname) && build !== null && !pathname.includes(`-${build}.`);
    const answer = await fetch(new URL(isGone ? '/gone' : path.replace(`-${build}.`, '.'), site));
    const type = answer.headers.get('content-type') ?? 'application/octet-stream';
    response.writeHead(isGone ? 404 : answer.status, { 'content-type': type, 'cache-control': 'no-store' });
    const bytes = Buffer.from(await answer.arrayBuffer());
    response.end(build === null || !/html|javascript/.test(type) ? bytes : rename(bytes.toString(), build));
  };
  const server = createServer((request, response) => {
    pass(request.url ?? '/', response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    release: (name) => {
      build = name;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

/** The address of a part of the app, or its name in another part; a digest of its content is in it. */
const PART = /\b([\w.-]+-[\w-]{6,8})(\.m?js|\.css)\b/;

/** The page says which build it is of, the service worker's list of files says so of the page, and all parts are called by it. */
function rename(text: string, build: string): string {
  return text
    .replace('<html ', `<html data-build="${build}" `)
    .replace(/(url:"index\.html",revision:")[^"]*/, `$1${build}`)
    .replaceAll(new RegExp(PART, 'g'), `$1-${build}$2`);
}
