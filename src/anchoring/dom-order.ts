/**
 * The last element under the root whose number in the attribute is at most this one. Those that bear it stand in the order of
 * their numbers and not in one another, so it is found by halving: asking the whole article for one of them takes the longer
 * the more is marked in it.
 */
export function lastUpTo(root: Element, attribute: `data-${string}`, number: number): HTMLElement | null {
  let within: Element | null = root;
  do within = lastChildUpTo(within, attribute, number);
  while (within && !within.hasAttribute(attribute));
  return within instanceof HTMLElement ? within : null;
}

/** The last child that bears the attribute, or holds what bears it, and begins with such a number. */
function lastChildUpTo({ children }: Element, attribute: string, number: number): Element | null {
  let found: Element | null = null;
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const [child, at] = nextBearer(children, attribute, middle, high);
    if (child && numberAt(child, attribute) <= number) {
      found = child;
      low = at + 1;
    } else high = middle;
  }
  return found;
}

/** A head, or what is laid over the text, has no numbers: it is passed over. */
function nextBearer(
  children: HTMLCollection,
  attribute: string,
  from: number,
  end: number,
): readonly [Element | null, number] {
  for (let i = from; i < end; i += 1) {
    const child = children[i];
    if (child && !Number.isNaN(numberAt(child, attribute))) return [child, i];
  }
  return [null, end];
}

function numberAt(element: Element, attribute: string): number {
  const bearer = element.hasAttribute(attribute) ? element : element.querySelector(`[${attribute}]`);
  return Number(bearer?.getAttribute(attribute) ?? Number.NaN);
}
