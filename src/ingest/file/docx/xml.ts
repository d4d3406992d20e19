import { SaxesParser } from 'saxes';

/** An element of an Office document. Names are written with the prefix that Word uses for their namespace. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

/** An element or words. */
export type XmlNode = XmlElement | string;

/** Namespaces by their address, in the transitional and the strict form of ISO/IEC 29500. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w:'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w:'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r:'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r:'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm:'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm:'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a:'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a:'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc:'],
  ['urn:schemas-microsoft-com:vml', 'v:'],
  ['http://www.w3.org/XML/1998/namespace', 'xml:'],
  ['http://purl.org/dc/elements/1.1/', 'dc:'],
  ['http://purl.org/dc/terms/', 'dcterms:'],
]);

/** Elements that are open at a time in no document that people write. */
const DEEPEST = 400;

/** UTF-16 units that are parsed at a time. */
const SLICE = 65_536;

/** The root of an XML document; null when it is not well-formed. For parts that are small. */
export function readXml(bytes: Uint8Array): XmlElement | null {
  const roots: XmlElement[] = [];
  return scanXml(bytes, 0, (root) => roots.push(root)) ? (roots[0] ?? null) : null;
}

/**
 * Hands over the elements at a depth (0 is the root) one after the other and forgets them, so that a large document
 * needs little memory. False when it is not well-formed (XML 1.0 with namespaces), has a document type, which Office
 * documents have not, or is too deep. `onProgress` is told a share from 0 to 1. Linear.
 */
export function scanXml(
  bytes: Uint8Array,
  depth: number,
  take: (element: XmlElement) => void,
  onProgress?: (share: number) => void,
): boolean {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: { name: string; attributes: Record<string, string>; children: XmlNode[] }[] = [];
  const faults: string[] = [];
  const fail = (fault: Error | string): void => void faults.push(String(fault));
  const write = (words: string): void => {
    if (open.length > depth) open.at(-1)?.children.push(words);
  };
  parser.on('error', fail);
  parser.on('doctype', fail);
  parser.on('text', write);
  parser.on('cdata', write);
  parser.on('opentag', ({ uri, local, attributes }) => {
    const named = Object.values(attributes).map((one) => [nameOf(one.uri, one.local), one.value] as const);
    open.push({ name: nameOf(uri, local), attributes: Object.fromEntries(named), children: [] });
    if (open.length > DEEPEST) fail('too deep');
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (!element || faults.length > 0) return;
    if (open.length === depth) take(element);
    else if (open.length > depth) open.at(-1)?.children.push(element);
  });

  const text = decode(bytes);
  for (let at = 0; at < text.length && faults.length === 0; at += SLICE) {
    parser.write(text.slice(at, at + SLICE));
    onProgress?.(Math.min(1, (at + SLICE) / text.length));
  }
  if (faults.length === 0) parser.close();
  return faults.length === 0;
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return elementsIn(element).find((child) => child.name === name);
}

/** The children of that name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return elementsIn(element).filter((child) => child.name === name);
}

export function elementsIn(element: XmlElement | undefined): readonly XmlElement[] {
  return (element?.children ?? []).filter((child) => typeof child === 'object');
}

/** The `w:val` of the child of that name: how WordprocessingML gives a property its value. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val'];
}

/** True when the property is there and is not switched off. */
export function isOn(element: XmlElement | undefined, name: string): boolean {
  const property = childOf(element, name);
  return property !== undefined && !['0', 'false', 'off'].includes(property.attributes['w:val'] ?? '');
}

/** All words in an element. */
export function wordsIn(element: XmlElement | undefined): string {
  return (element?.children ?? [])
    .map((child) => (typeof child === 'string' ? child : wordsIn(child)))
    .join('');
}

/** The elements of that name in an element, at any depth, but not within one another. */
export function findAll(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsIn(element).flatMap((child) => (child.name === name ? [child] : findAll(child, name)));
}

function nameOf(uri: string, local: string): string {
  return `${PREFIXES.get(uri) ?? ''}${local}`;
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide = first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-16le';
  const isWide = wide === 'utf-16be' || (first === 0xff && second === 0xfe);
  return new TextDecoder(isWide ? wide : 'utf-8').decode(bytes);
}
