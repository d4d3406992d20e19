import { childOf, childrenOf, valueOf, type XmlElement } from './xml.ts';

export interface ListItem {
  readonly isOrdered: boolean;
  /** Of the item in an ordered list. */
  readonly number: number;
}

interface Level {
  readonly format: string;
  readonly start: number;
}

/**
 * Counts the items of the lists of a document, given `numbering.xml`. Null for what is set up as a list and shows neither
 * number nor bullet.
 */
export function createListCounter(
  numbering: XmlElement | null,
): (id: string, depth: number) => ListItem | null {
  const levelOf = readLevels(numbering ?? undefined);
  const counts = new Map<string, number[]>();
  return (id, depth) => {
    const { format, start } = levelOf(id, depth);
    if (format === 'none') return null;
    const reached = counts.get(id) ?? [];
    const number = (reached[depth] ?? start - 1) + 1;
    // An item of an outer list begins the inner ones anew.
    counts.set(id, [
      ...Array.from({ length: depth }, (_, outer) => reached[outer] ?? levelOf(id, outer).start),
      number,
    ]);
    return { isOrdered: format !== 'bullet', number };
  };
}

function readLevels(numbering: XmlElement | undefined): (id: string, depth: number) => Level {
  const abstracts = new Map(
    childrenOf(numbering, 'w:abstractNum').map((one) => [one.attributes['w:abstractNumId'], one]),
  );
  const lists = new Map(childrenOf(numbering, 'w:num').map((one) => [one.attributes['w:numId'], one]));
  return (id, depth) => {
    const list = lists.get(id);
    const isThis = (level: XmlElement): boolean => level.attributes['w:ilvl'] === String(depth);
    const override = childrenOf(list, 'w:lvlOverride').find(isThis);
    const level =
      childOf(override, 'w:lvl') ??
      childrenOf(abstracts.get(valueOf(list, 'w:abstractNumId')), 'w:lvl').find(isThis);
    const start = Number.parseInt(
      valueOf(override, 'w:startOverride') ?? valueOf(level, 'w:start') ?? '1',
      10,
    );
    return { format: valueOf(level, 'w:numFmt') ?? 'bullet', start: Number.isNaN(start) ? 1 : start };
  };
}
