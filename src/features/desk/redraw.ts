/** An element as it shall be. */
export interface Wanted {
  readonly tag: 'a' | 'button' | 'mark' | 'span';
  /** Null for one that must not be there. Others are left alone: the cursor puts its own on sentences. */
  readonly attributes: Readonly<Record<string, string | null>>;
  /** The one text in it, or the elements. */
  readonly content: string | readonly Wanted[];
}

/** Makes the element. */
export function draw({ tag, attributes, content }: Wanted): HTMLElement {
  const element = document.createElement(tag);
  for (const name in attributes) {
    const value = attributes[name];
    if (typeof value === 'string') element.setAttribute(name, value);
  }
  if (typeof content === 'string') {
    if (content !== '') element.append(content);
  } else for (const child of content) element.append(draw(child));
  return element;
}

/** Changes what differs and nothing else, so that focus, selection and what others keep of the element stay. */
export function redraw(element: Element, { attributes, content }: Wanted): void {
  for (const name in attributes) {
    const value = attributes[name] ?? null;
    if (element.getAttribute(name) === value) continue;
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
  if (typeof content !== 'string') redrawChildren(element, content);
  else if (element.textContent !== content || element.firstElementChild) element.textContent = content;
}

function redrawChildren(parent: Element, wanted: readonly Wanted[]): void {
  if (parent.childElementCount === 0) parent.replaceChildren();
  const { children } = parent;
  wanted.forEach((child, i) => {
    const there = children[i];
    if (!there) parent.append(draw(child));
    else if (there.localName === child.tag) redraw(there, child);
    else there.replaceWith(draw(child));
  });
  while (children.length > wanted.length) parent.lastElementChild?.remove();
}
