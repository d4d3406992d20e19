/**
 * Runs in the page before anything is painted, as a script of its own (see `vite.config.ts`): what a person has set for how
 * Linecheck looks is on the root element then, and nothing flashes. What it reads is what `createSessionStore` keeps.
 */
export const FIRST_LOOK = `try {
  const { theme, textSize, textFace } = JSON.parse(localStorage.getItem('linecheck-session')).state;
  Object.assign(document.documentElement.dataset, { theme, textSize, textFace });
} catch {}`;
