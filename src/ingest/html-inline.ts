import type { TextComposer } from './compose-text.ts';
import { asExponent } from './exponent.ts';
import { attributeOf, type HtmlNode } from './html-node.ts';
import type { Entrance, Place } from './html-place.ts';
import { readWebAddress } from './web-address.ts';

/** Enters an element that stands in a line of words. */
export function enterInline(
  composer: TextComposer,
  node: HtmlNode,
  tag: string,
  place: Place,
  page: string | undefined,
): Entrance {
  switch (tag) {
    case 'br':
      composer.breakLine();
      return {};
    case 'a': {
      const href = attributeOf(node, 'href')?.trim() ?? '#';
      const address = href.startsWith('#') || place.isInLink ? null : readWebAddress(href, page);
      if (address === null) return {};
      composer.beginLink(address);
      return { place: { isInLink: true, keepsWhiteSpace: place.keepsWhiteSpace }, leave: composer.endLink };
    }
    case 'q':
      composer.write('“');
      return { leave: () => composer.write('”') };
    case 'rt':
      composer.write('（');
      return { leave: () => composer.write('）') };
    case 'sup': {
      const exponent = node.childNodes.length === 1 ? asExponent(node.childNodes[0]?.nodeValue ?? '') : null;
      if (exponent === null) return {};
      composer.write(exponent);
      return { isDone: true };
    }
    default:
      return {};
  }
}
