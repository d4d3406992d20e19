/** Null for one that must not be there. Others are left alone: the cursor puts its own on sentences. */
export type Attributes = Readonly<Record<string, string | null>>;

/** An element as it shall be. */
export interface Wanted {
  readonly tag: 'a' | 'mark' | 'span' | 'sup';
  /** What elements of one look have in common: the same object for all of them, since it is made once and copied. */
  readonly look: Attributes;
  /** What is its own. */
  readonly attributes: Attributes;
  /** The one text in it, or the elements. */
  readonly content: string | readonly Wanted[];
}

/** Makes the element. */
export function draw({ tag, look, attributes, content }: Wanted): Element {
  let model = models.get(look);
  if (!model) {
    model = document.createElement(tag);
    dress(model, look);
    models.set(look, model);
  }
  const element = model.cloneNode() as Element;
  dress(element, attributes);
  if (typeof content === 'string') {
    if (content !== '') element.append(content);
  } else for (const child of content) element.append(draw(child));
  return element;
}

/** Changes what differs and nothing else, so that focus, selection and what others keep of the element stay. */
export function redraw(element: Element, { look, attributes, content }: Wanted): void {
  for (const wanted of [look, attributes]) {
    for (const name in wanted) {
      const value = wanted[name] ?? null;
      if (element.getAttribute(name) === value) continue;
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
  }
  if (typeof content !== 'string') redrawChildren(element, content);
  else if (element.textContent !== content || element.firstElementChild) element.textContent = content;
}

const models = new WeakMap<Attributes, Element>();

function dress(element: Element, attributes: Attributes): void {
  for (const name in attributes) {
    const value = attributes[name];
    if (typeof value === 'string') element.setAttribute(name, value);
  }
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
