/** What stood where the focus was: the element, and which child of its parent it was. */
interface Stood {
  readonly element: Element;
  readonly index: number;
}

/** A region of its own: what stands in another one is no substitute for what was lost here. */
const REGION = 'main, aside, header, dialog, [role=status], body';

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

/**
 * The focus never falls to the page because what had it went away: it goes to what stands in that place now, after it or
 * before it in the same region; from a notice back to where the person came from; else to the dialog that is open, to the
 * sentence under the cursor or to the page's first heading. Whoever clicks beside everything has let go of it. Returns how to stop.
 */
export function keepFocus(): () => void {
  let path = document.activeElement ? pathOf(document.activeElement) : [];
  let before: Element | null = null;
  let frame = 0;

  function remember({ target, relatedTarget }: FocusEvent): void {
    if (!(target instanceof Element)) return;
    const isNotice = target.closest('[role=status]') !== null;
    const from = relatedTarget instanceof Element ? relatedTarget : null;
    if (isNotice && from?.closest('[role=status]') === null) before = from;
    path = pathOf(target);
  }

  function look(): void {
    cancelAnimationFrame(frame);
    // Whoever takes something away knows best where to go on: they come first.
    frame = requestAnimationFrame(() => {
      const lost = path[0]?.element;
      if (document.activeElement !== document.body || !lost || canHaveFocus(lost)) return;
      focus(findPlace(path) ?? (before && canHaveFocus(before) ? before : findStart()));
    });
  }

  function letGo(): void {
    path = [];
  }

  const observer = new MutationObserver(look);
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ['disabled', 'hidden'],
  });
  document.addEventListener('focusin', remember);
  document.addEventListener('pointerdown', letGo);
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    document.removeEventListener('focusin', remember);
    document.removeEventListener('pointerdown', letGo);
  };
}

function pathOf(element: Element): readonly Stood[] {
  const path: Stood[] = [];
  for (let one: Element | null = element; one && one !== document.body; one = one.parentElement)
    path.push({ element: one, index: one.parentElement ? [...one.parentElement.children].indexOf(one) : 0 });
  return path;
}

/** The nearest thing to the place that was lost, within the same region. */
function findPlace(path: readonly Stood[]): Element | null {
  for (const [i, { element, index }] of path.entries()) {
    if (element.matches(REGION)) return null;
    const parent = path[i + 1]?.element;
    if (!parent?.isConnected) continue;
    const children = [...parent.children];
    const from = element.isConnected ? index + 1 : index;
    const after = children.slice(from).map((child) => focusablesIn(child)[0]);
    const ahead = children.slice(0, index).map((child) => focusablesIn(child).at(-1));
    const found = [...after, ...ahead.toReversed()].find((one) => one !== undefined);
    if (found) return found;
  }
  return null;
}

function focusablesIn(element: Element): readonly Element[] {
  return [element, ...element.querySelectorAll(FOCUSABLE)].filter(
    (one) => one.matches(FOCUSABLE) && canHaveFocus(one),
  );
}

function canHaveFocus(element: Element): boolean {
  return element.isConnected && !element.matches(':disabled') && element.checkVisibility();
}

function findStart(): Element | null {
  const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
  if (dialog) return focusablesIn(dialog)[0] ?? dialog;
  return document.querySelector('[data-sentence][tabindex="0"]') ?? document.querySelector('h1');
}

function focus(element: Element | null): void {
  if (!(element instanceof HTMLElement)) return;
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
