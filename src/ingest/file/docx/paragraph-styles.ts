import { childOf, childrenOf, valueOf, type XmlElement } from './xml.ts';

/** What a paragraph is by its style and by what it says itself. */
export interface ParagraphStyle {
  readonly role: 'paragraph' | 'quote' | 'caption' | 'contents' | { readonly headingLevel: number };
  /** The list that it is an item of. */
  readonly list: { readonly id: string; readonly depth: number } | null;
}

type Said = Partial<ParagraphStyle>;

/** Lists in lists: Word has nine levels. */
const DEEPEST = 8;

/** Styles that are based on one another, one after the other. */
const LONGEST_LINE = 100;

/** Names of built-in styles, which are the same in every language of Word and LibreOffice. */
const ROLES: readonly (readonly [name: RegExp, role: ParagraphStyle['role']])[] = [
  [/^title$/, { headingLevel: 1 }],
  [/^(?:intense )?quot(?:e|ations)$|^block text$/, 'quote'],
  [/^caption$/, 'caption'],
  [/^(?:toc|contents|index) (?:\d|heading)$|^table of (?:figures|authorities)$/, 'contents'],
];

/** How paragraphs are to be read, given `styles.xml`. A style that is based on another is what that one is. */
export function readParagraphStyles(
  styles: XmlElement | null,
): (properties: XmlElement | undefined) => ParagraphStyle {
  const byId = new Map<string, XmlElement>();
  for (const style of childrenOf(styles ?? undefined, 'w:style'))
    byId.set(style.attributes['w:styleId'] ?? '', style);
  const known = new Map<string, Said>();

  function sayOf(id: string | undefined, line = 0): Said {
    const style = byId.get(id ?? '');
    if (id === undefined || style === undefined || line > LONGEST_LINE) return {};
    const before = known.get(id);
    if (before) return before;
    const name = valueOf(style, 'w:name')?.toLowerCase() ?? '';
    const said = {
      ...sayOf(valueOf(style, 'w:basedOn'), line + 1),
      ...readProperties(childOf(style, 'w:pPr')),
      ...readName(name),
    };
    known.set(id, said);
    return said;
  }

  return (properties) => {
    const said = { ...sayOf(valueOf(properties, 'w:pStyle')), ...readProperties(properties) };
    return { role: said.role ?? 'paragraph', list: said.list ?? null };
  };
}

function readName(name: string): Said {
  const level = /^heading ([1-9])$/.exec(name)?.[1];
  if (level !== undefined) return { role: { headingLevel: Math.min(6, Number(level)) } };
  const role = ROLES.find(([pattern]) => pattern.test(name))?.[1];
  return role === undefined ? {} : { role };
}

function readProperties(properties: XmlElement | undefined): Said {
  const outline = Number.parseInt(valueOf(properties, 'w:outlineLvl') ?? '', 10);
  const numbering = childOf(properties, 'w:numPr');
  const id = valueOf(numbering, 'w:numId');
  const depth = Number.parseInt(valueOf(numbering, 'w:ilvl') ?? '0', 10);
  return {
    // 9 stands for body text.
    ...(outline >= 0 && outline < 9 ? { role: { headingLevel: Math.min(6, outline + 1) } } : {}),
    // 0 takes a paragraph out of the list that its style puts it in.
    ...(id === undefined
      ? {}
      : { list: id === '0' ? null : { id, depth: Math.min(DEEPEST, Math.max(0, depth || 0)) } }),
  };
}
