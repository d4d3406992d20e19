/**
 * Runs in the page before anything is painted, as a script of its own (see `vite.config.ts`): what a person has set for how
 * Linecheck looks is on the root element then, and nothing flashes. What it reads is what `createSessionStore` keeps. Whoever comes
 * to the library gets its parts, which the build names in `data-library`, and the list of samples at the same time as the
 * script that asks for them.
 */
export const FIRST_LOOK = `try {
  const { theme, textSize, textFace } = JSON.parse(localStorage.getItem('linecheck-session')).state;
  Object.assign(document.documentElement.dataset, { theme, textSize, textFace });
} catch {}
if (/^(#\\/?)?$/.test(location.hash)) {
  const ask = (link) => document.head.append(Object.assign(document.createElement('link'), link));
  for (const href of document.currentScript.dataset.library?.split(' ') ?? []) ask({ rel: 'modulepreload', href });
  ask({ rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: './articles/catalogue.json' });
}`;
