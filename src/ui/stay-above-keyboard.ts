/**
 * Keeps what stands at the foot of the screen, and the field that is typed in, above the on-screen keyboard: `--keyboard` is
 * how many pixels of the page it covers. Where the page itself becomes shorter (`interactive-widget` in index.html), that
 * is none; Safari lays the keyboard over the page. Returns how to stop.
 */
export function stayAboveKeyboard(): () => void {
  const viewport = window.visualViewport;
  if (!viewport) return () => undefined;
  const { style } = document.documentElement;
  const shown = viewport;

  function follow(): void {
    // What is enlarged with two fingers is covered by nothing.
    const covered = shown.scale > 1.01 ? 0 : Math.max(0, innerHeight - shown.height - shown.offsetTop);
    style.setProperty('--keyboard', `${Math.round(covered)}px`);
    const field = document.activeElement;
    if (field?.matches('input, textarea')) field.scrollIntoView({ block: 'nearest' });
  }

  viewport.addEventListener('resize', follow);
  return () => {
    viewport.removeEventListener('resize', follow);
    style.removeProperty('--keyboard');
  };
}
