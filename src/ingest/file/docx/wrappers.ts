import { childOf, elementsIn, valueOf, type XmlElement } from './xml.ts';

const WRAPPERS = new Set([
  'w:bdo',
  'w:customXml',
  'w:dir',
  'w:ins',
  'w:moveTo',
  'w:sdtContent',
  'w:smartTag',
  'w:tc',
  'w:txbxContent',
]);

/** What is to be read in an element that only stands around others; nothing in what is no such element. */
export function insideOf(element: XmlElement | undefined): readonly XmlElement[] {
  if (element === undefined) return [];
  switch (element.name) {
    case 'w:sdt': {
      const gallery = valueOf(childOf(childOf(element, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery');
      return gallery === 'Table of Contents' ? [] : insideOf(childOf(element, 'w:sdtContent'));
    }
    // The same thing twice: for programs that know an extension, and for those that do not.
    case 'mc:AlternateContent': {
      const choice = elementsIn(childOf(element, 'mc:Choice'));
      return choice.length > 0 ? choice : elementsIn(childOf(element, 'mc:Fallback'));
    }
    default:
      return WRAPPERS.has(element.name) ? elementsIn(element) : [];
  }
}
