import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const vite = 'node node_modules/vite/bin/vite.js';

/** Builds the app and serves it at the port, from a folder of its own: a build or a second run beside it does no harm. */
export function serveBuiltSite(port: number) {
  const site = folderOf(port);
  return {
    command: [
      `${vite} build --outDir "${site}" --emptyOutDir --logLevel warn`,
      `${vite} preview --outDir "${site}" --host 127.0.0.1 --port ${port} --strictPort`,
    ].join(' && '),
    env: { NODE_ENV: 'production' },
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 180_000,
  };
}

/**
 * What the main process has found out, for the workers, which read the configuration too: it is handed down in the
 * environment, as JSON. When the main process ends, the folder of the site goes.
 */
export async function handDown<Setting extends { readonly port: number }>(
  name: string,
  find: () => Promise<Setting>,
): Promise<Setting> {
  const known = process.env[name];
  if (known !== undefined) return JSON.parse(known) as Setting;
  const setting = await find();
  process.env[name] = JSON.stringify(setting);
  process.on('exit', () => rmSync(folderOf(setting.port), { recursive: true, force: true }));
  return setting;
}

function folderOf(port: number): string {
  return path.join(tmpdir(), `linecheck-e2e-${port}`);
}

export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('The system gave no port.'));
      });
    });
  });
}
