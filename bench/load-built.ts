import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type * as Functions from './functions.ts';

/** The engine's own import: in the runner that this is run by there is another. */
export type ImportModule = (address: string) => Promise<unknown>;

/**
 * Builds the functions and loads them as one module, as people get them: run from the source, each call of another module
 * takes a way round that no build has.
 */
export async function loadBuilt(importModule: ImportModule): Promise<typeof Functions> {
  const folder = await mkdtemp(path.join(tmpdir(), 'linecheck-bench-'));
  try {
    await build({
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      ssr: { noExternal: true },
      build: {
        ssr: path.join(import.meta.dirname, 'functions.ts'),
        outDir: folder,
        emptyOutDir: true,
        target: 'es2023',
        rolldownOptions: { output: { entryFileNames: 'functions.mjs' } },
      },
    });
    return (await importModule(pathToFileURL(path.join(folder, 'functions.mjs')).href)) as typeof Functions;
  } finally {
    await rm(folder, { recursive: true });
  }
}
