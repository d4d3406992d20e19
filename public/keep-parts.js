// Imported by the service worker. A tab that was opened before an update asks for parts of the older build, which are on no
// server any more and which the newer worker clears away: as long as there may be such a tab, they are kept aside here.
// What the worker does not have itself it looks for in all caches (`vite.config.ts`), and so in this one.

const ASIDE = 'linecheck-older-parts';

addEventListener('install', (event) => {
  // An update is worth more than the parts: where they do not fit, it goes on without them.
  if (registration.active) event.waitUntil(putAside().catch(() => undefined));
});

async function putAside() {
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  // Who is alone most likely runs the build that goes now, and can load the page again if not: without this every update
  // would leave all its parts here.
  if (windows.length < 2) await caches.delete(ASIDE);
  const names = await caches.keys();
  const aside = await caches.open(ASIDE);
  for (const name of names.filter((one) => one.includes('-precache-') && one.endsWith(registration.scope))) {
    const present = await caches.open(name);
    for (const request of await present.keys()) {
      const part = request.url.includes('/assets/') && (await present.match(request));
      if (part) await aside.put(request, part);
    }
  }
}
