import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { HtmlTagDescriptor, Plugin, PluginOption, PreviewServer, ViteDevServer } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { FIRST_LOOK } from './src/app/first-look.ts';
import { REPORT_STYLE } from './src/exchange/report-style.ts';
import { messagesPlugin } from './src/messages/compile/messages-plugin.ts';

/** Libraries of the first load, without what only later parts use of them. */
const OF_FIRST_LOAD = [
  /node_modules[\\/](?:@tanstack[\\/](?:query-core|react-query)(?!.*(?:useMutation|mutationObserver))|valibot|zustand)/,
  /node_modules[\\/](?:react|react-dom|scheduler|wouter|regexparam|icu-minify)[\\/]/,
  /node_modules[\\/]lucide-react[\\/]dist[\\/]esm[\\/](?!icons)/,
  /rolldown[\\/]runtime/,
];

interface ModuleGraph {
  readonly getModuleInfo: (file: string) => { readonly importedIds: readonly string[] } | null;
}

/** Modules of our own that the entry imports, and that these import, without what is loaded on demand; by entry. */
const reached = new Map<string, ReadonlySet<string>>();

function isReachedFrom(entry: string, file: string, graph: ModuleGraph): boolean {
  let found = reached.get(entry);
  if (!found) reached.set(entry, (found = reachFrom(`${import.meta.dirname}/src/${entry}`, graph)));
  return found.has(file);
}

function isOfFirstLoad(file: string, graph: ModuleGraph): boolean {
  return isReachedFrom('main.tsx', file, graph) || OF_FIRST_LOAD.some((pattern) => pattern.test(file));
}

/** The start page waits for all of these: forty small pieces were forty requests. */
function isOfLibrary(file: string, graph: ModuleGraph): boolean {
  return isReachedFrom('app/LibraryScreen.tsx', file, graph);
}

function reachFrom(entry: string, graph: ModuleGraph): ReadonlySet<string> {
  const found = new Set([entry]);
  for (const file of found)
    for (const next of graph.getModuleInfo(file)?.importedIds ?? [])
      if (/[\\/]src[\\/]/.test(next)) found.add(next);
  return found;
}

export default defineConfig({
  // Relative addresses, so that the built folder works from any place on any static host.
  base: './',
  plugins: [
    messagesPlugin(),
    react(),
    orderLayers(),
    lookFirst(),
    compileAhead(),
    restrictContent(),
    importPlainly(),
    keepWhole(),
    announceSample(),
  ],
  resolve: {
    alias: {
      // wouter brings what older versions of React lack, and a location hook that nobody uses.
      'use-sync-external-store/shim/index.js': 'react',
      './use-browser-location.js': `${import.meta.dirname}/src/app/no-browser-location.ts`,
      './infiniteQueryBehavior.js': `${import.meta.dirname}/src/queries/no-infinite-queries.ts`,
    },
  },
  // Without the number of a line, which Vite adds to tell apart what has one name already in one sheet only.
  css: { modules: { generateScopedName: (name, file) => `_${name}_${nameOfSheet(file)}` } },
  // They are started as modules, and load the code of a format when they meet it.
  worker: { format: 'es', plugins: () => [messagesPlugin(), keepNotice()] },
  build: {
    target: 'es2023',
    // Browsers of that age preload modules by themselves, and what a part imports it names itself.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
    },
    // In one piece: with a style sheet for each part there were twenty more requests, and their list and what asks for them
    // in the first load.
    cssCodeSplit: false,
    rolldownOptions: {
      // To read a property, or a name that every browser has, changes nothing.
      treeshake: { propertyReadSideEffects: false, unknownGlobalSideEffects: false },
      output: {
        // 42 bits tell the versions of a part apart; the first load names all parts.
        chunkFileNames: 'assets/[name]-[hash:7].js',
        // The first load comes in one piece, with what later parts share with it: small pieces compress badly.
        codeSplitting: {
          groups: [
            { debugName: 'base', name: (file, graph) => (isOfFirstLoad(file, graph) ? 'base' : null) },
            { debugName: 'library', name: (file, graph) => (isOfLibrary(file, graph) ? 'library' : null) },
          ],
        },
      },
    },
  },
  test: {
    include: ['src/**/*.test.ts', 'e2e/**/*.test.ts'],
    // No test mocks a module or keeps state in one, so the files can share them: a third of the time.
    isolate: false,
    setupFiles: ['.ci/repeat-properties.mjs'],
    // No test depends on time: the limit only ends what would never end, on however busy a machine.
    testTimeout: 120_000,
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
  },
});

/** The same for all classes of a sheet, wherever it was built. */
function nameOfSheet(file: string): string {
  const place = path.relative(import.meta.dirname, file.replace(/\?.*$/, '')).replaceAll('\\', '/');
  return createHash('sha256').update(place).digest('hex').slice(0, 5);
}

/** Whichever style sheet comes first says in which order the cascade layers lie: the same as in `tokens.css`. */
function orderLayers(): Plugin {
  return {
    name: 'linecheck:order-layers',
    apply: 'build',
    generateBundle: (_, bundle) => {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && file.fileName.endsWith('.css'))
          file.source = `@layer tokens,base,parts,rooms;${String(file.source)}`;
      }
    },
  };
}

/** The processor of citations is shipped under the CPAL, which wants its notice to stand in every copy: minifying drops it. */
function keepNotice(): Plugin {
  const notice = readFileSync(`${import.meta.dirname}/node_modules/citeproc/LICENSE`, 'utf8');
  return {
    name: 'linecheck:keep-notice',
    apply: 'build',
    generateBundle: (_, bundle) => {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk' && file.moduleIds.some((id) => /node_modules[\\/]citeproc[\\/]/.test(id)))
          file.code = `/*! citeproc-js\n${notice}*/\n${file.code}`;
      }
    },
  };
}

/** A part that is loaded later needs no style sheet of its own, so there is nothing to wait for but the part. */
function importPlainly(): Plugin {
  return {
    name: 'linecheck:import-plainly',
    apply: 'build',
    enforce: 'pre',
    load: (id) =>
      id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null,
    // Nor is the call needed; when this runs, Vite has filled in its list of style sheets.
    generateBundle: {
      order: 'post',
      handler: (_, bundle) => {
        for (const file of Object.values(bundle))
          if (file.type === 'chunk')
            file.code = file.code
              .replaceAll(/\b[\w$]+\(\(\)=>(import\(`[^`]+`\)),\[\],import\.meta\.url\)/g, '$1')
              // Where more is done with the part than to load it, the call stays, without what only Vite's own needs.
              .replaceAll(',[],import.meta.url)', ')');
      },
    },
  };
}

/** The start page, and the database, which has to say what there is to begin with. */
const OF_LIBRARY = /[\\/]src[\\/](?:app[\\/]LibraryScreen|storage[\\/]idb-place)\.tsx?$/;

/**
 * Puts the one script into the page that has to run before it is painted, and tells it the parts of the library. What the
 * page needs in any case is asked for before that: the script waits for the browser's storage, and would hold it up.
 */
function lookFirst(): Plugin {
  return {
    name: 'linecheck:look-first',
    transformIndexHtml: (html, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const parts = new Set<string>();
      const addWithImports = (name: string): void => {
        const chunk = chunks.find(({ fileName }) => fileName === name);
        if (!chunk || chunk.isEntry || parts.has(name)) return;
        parts.add(name);
        chunk.imports.forEach(addWithImports);
      };
      for (const { fileName, moduleIds } of chunks)
        if (moduleIds.some((id) => OF_LIBRARY.test(id))) addWithImports(fileName);
      const attrs: Record<string, string> =
        parts.size > 0 ? { 'data-library': [...parts].map((name) => `./${name}`).join(' ') } : {};
      return [
        ...hintsAt(html),
        { tag: 'script' as const, attrs, children: FIRST_LOOK, injectTo: 'head-prepend' as const },
      ];
    },
  };
}

/** Asks early for the modules and the style sheet that the built page loads. */
function hintsAt(html: string): HtmlTagDescriptor[] {
  const files = Array.from(
    html.matchAll(/(?:src|href)="(\.\/assets\/[^"]+\.(?:js|css))"/g),
    ([, file = '']) => file,
  );
  return files.map((href) => ({
    tag: 'link',
    attrs: href.endsWith('.js')
      ? { rel: 'modulepreload', crossorigin: true, href }
      : { rel: 'preload', as: 'style', crossorigin: true, href },
    injectTo: 'head-prepend',
  }));
}

/**
 * Lets the browser compile all of the first load while it comes, beside the page's own work, and not function by function when
 * each is first called: a quarter of the time that the page itself works before the article is painted. Chromium knows the
 * hint since version 136; to others it is a comment.
 */
function compileAhead(): Plugin {
  return {
    name: 'linecheck:compile-ahead',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler: (_, bundle) => {
        for (const file of Object.values(bundle))
          if (file.type === 'chunk' && file.name === 'base')
            file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
      },
    },
  };
}

/** As a Content-Security-Policy names what stands in the page. */
function digestOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** Puts a strict Content-Security-Policy (level 3) first into the built page. The dev server needs inline scripts. */
function restrictContent(): Plugin {
  const policy = [
    "default-src 'none'",
    `script-src 'self' '${digestOf(FIRST_LOOK)}'`,
    // The preview of a report is a frame that inherits this policy, and its style stands in the file.
    `style-src 'self' '${digestOf(REPORT_STYLE)}'`,
    'frame-src blob:',
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types linecheck-worker',
  ].join('; ');
  return {
    name: 'linecheck:restrict-content',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}

/**
 * Makes the service worker that keeps the whole app, samples and parsers too, and the manifest by which it can be installed
 * and opens its files. The page itself registers the worker (`src/app/keep-offline.ts`).
 */
function keepWhole(): PluginOption {
  return VitePWA({
    registerType: 'prompt',
    injectRegister: false,
    manifest: {
      name: 'Linecheck',
      short_name: 'Linecheck',
      description: 'The desk in the browser where a fact-checker goes through an article line by line.',
      id: './',
      start_url: './',
      scope: './',
      display: 'standalone',
      lang: 'en',
      categories: ['news', 'productivity'],
      theme_color: '#efece4',
      background_color: '#efece4',
      icons: [
        { src: './icon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: './icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: './icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: './icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
      // Systems that know only the end of a name need the second one.
      file_handlers: [{ action: './', accept: { 'application/json': ['.linecheck.json', '.json'] } }],
      launch_handler: { client_mode: 'navigate-new' },
    },
    workbox: {
      globPatterns: ['**/*.{html,js,mjs,css,svg,png,json,bcmap}'],
      globIgnores: ['screenshot.png', 'schema/**', 'keep-parts.js'],
      // Vite puts a digest of the content into these names.
      dontCacheBustURLsMatching: /^assets\//,
      inlineWorkboxRuntime: true,
      // A page that has no worker yet goes on without a network as well.
      clientsClaim: true,
      cleanupOutdatedCaches: true,
      // A tab from before an update needs the parts that it began with: `public/keep-parts.js` has put them aside.
      importScripts: ['keep-parts.js'],
      runtimeCaching: [
        {
          urlPattern: /\/assets\//,
          handler: async ({ request }) => (await caches.match(request)) ?? fetch(request),
        },
      ],
    },
  });
}

/** Prints the address of the sample article below those of the server. */
function announceSample(): Plugin {
  return { name: 'linecheck:announce-sample', configureServer: announce, configurePreviewServer: announce };
}

function announce(server: ViteDevServer | PreviewServer): void {
  const printUrls = server.printUrls.bind(server);
  server.printUrls = () => {
    printUrls();
    const [address] = server.resolvedUrls?.local ?? [];
    if (address !== undefined) console.log(`\n  Sample article: ${address}#/samples/white-house-briefing\n`);
  };
}
