/** Elements that are open at a time in no page that people read. */
const DEEPEST = 2000;

const TAG = /<(\/?)([a-z][a-z0-9-]*)/gi;

/** Elements without content, and those that end without a tag of their own. */
const FLAT = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd tr td th thead tbody tfoot colgroup option optgroup rt rp body html head'
  ).split(' '),
);

/**
 * True for HTML whose elements lie in each other by the thousand: browsers need a time for it that grows with the square
 * of the depth. Linear.
 */
export function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, slash, name = ''] of html.matchAll(TAG)) {
    if (FLAT.has(name.toLowerCase())) continue;
    depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}
