import { RIGHT_TO_LEFT } from '../../domain/right-to-left.ts';
import { hasClosingPunctuation } from '../closing-punctuation.ts';
import { createTextComposer } from '../compose-text.ts';
import type { LaidOutText } from '../laid-out-text.ts';
import { readLines, type PageItem, type PageLine } from './pdf-lines.ts';
import { dropRunningLines } from './running-lines.ts';

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly items: readonly PageItem[];
}

interface Paragraph {
  text: string;
  readonly size: number;
  last: PageLine;
}

const LARGER = 1.15;
const LONGEST_HEADING = 250;
const BULLET = /^[•‣▪◦●]\s*/;
const RTL_LETTER = new RegExp(RIGHT_TO_LEFT, 'g');
const LETTER = /\p{L}/gu;

/**
 * Lays out the text of the pages of a PDF: columns in reading order, running heads and page numbers dropped, lines joined
 * to paragraphs, words that were hyphenated at the end of a line made whole, larger type as headings.
 */
export function layOutPages(pages: readonly Page[]): LaidOutText {
  const isRtl = isMostlyRtl(pages);
  const lines = dropRunningLines(
    pages.map(({ width, height, items }) => ({
      height,
      lines: readLines(isRtl ? items.map((item) => ({ ...item, x: width - item.x - item.width })) : items),
    })),
  ).flat();
  const paragraphs = gatherParagraphs(lines);
  const body = mostCommon(paragraphs.map(({ size, text }) => [Math.round(size * 2) / 2, text.length]));
  const sizes = [...new Set(paragraphs.map(({ size }) => Math.round(size)))]
    .filter((size) => size >= LARGER * body)
    .toSorted((a, b) => b - a);
  const composer = createTextComposer();
  for (const { text, size } of paragraphs) {
    const isHeading = size >= LARGER * body && text.length <= LONGEST_HEADING;
    if (isHeading) composer.beginBlock({ kind: 'heading', level: levelOf(size, sizes) });
    else if (BULLET.test(text))
      composer.beginBlock({ kind: 'list-item', ordered: false, marker: '• ', isLine: true });
    else composer.beginBlock({ kind: 'paragraph' });
    for (const [index, cell] of text.replace(BULLET, '').split('\t').entries()) {
      if (index > 0) composer.beginCell();
      composer.write(cell);
    }
  }
  return composer.finish();
}

function levelOf(size: number, sizes: readonly number[]): number {
  const rank = sizes.findIndex((one) => one <= Math.round(size));
  return Math.min(6, Math.max(0, rank) + 1);
}

function isMostlyRtl(pages: readonly Page[]): boolean {
  const sample = pages
    .slice(0, 3)
    .flatMap(({ items }) => items.map(({ text }) => text))
    .join(' ')
    .slice(0, 20_000);
  return (sample.match(RTL_LETTER)?.length ?? 0) > (sample.match(LETTER)?.length ?? 0) / 2;
}

function gatherParagraphs(lines: readonly PageLine[]): readonly Paragraph[] {
  const edges = measureColumns(lines);
  const leading = mostCommon(
    lines.slice(1).flatMap((line, index) => {
      const before = lines[index];
      return before?.column === line.column ? [[Math.round((before.y - line.y) * 2) / 2, 1] as const] : [];
    }),
  );
  const compounds = new Set(lines.flatMap(({ text }) => text.match(/\p{L}+[-‐]\p{L}+/gu) ?? []));
  const paragraphs: Paragraph[] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (open && goesOn(open.last, line, edges, leading)) {
      open.text = joinLines(open.text, line.text.trim(), compounds);
      open.last = line;
    } else paragraphs.push({ text: line.text.trim(), size: line.size, last: line });
  }
  return paragraphs;
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

function measureColumns(lines: readonly PageLine[]): ReadonlyMap<object, Edges> {
  const edges = new Map<object, Edges>();
  for (const { column, x, width } of lines) {
    const known = edges.get(column);
    edges.set(column, {
      left: Math.min(known?.left ?? x, x),
      right: Math.max(known?.right ?? x + width, x + width),
    });
  }
  return edges;
}

function goesOn(
  before: PageLine,
  line: PageLine,
  edges: ReadonlyMap<object, Edges>,
  leading: number,
): boolean {
  if (Math.abs(before.size - line.size) > 0.08 * before.size || BULLET.test(line.text)) return false;
  if (before.text.includes('\t') || line.text.includes('\t')) return false;
  const { left, right } = edges.get(line.column) ?? { left: line.x, right: line.x + line.width };
  const isIndented = line.x - left > 0.7 * line.size;
  if (before.column !== line.column) return !isIndented && !hasClosingPunctuation(before.text.trim());
  const gap = before.y - line.y;
  if (gap > 1.35 * Math.max(leading, before.size) || gap < 0) return false;
  const wasIndented = before.x - left > 0.7 * line.size;
  if (isIndented && !wasIndented) return false;
  const isShort = before.x + before.width < right - 0.2 * (right - left);
  return !(isShort && hasClosingPunctuation(before.text.trim()));
}

const CJK_EDGE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}、。，」』]/u;

/** A hyphen at the end of a line goes, unless it stands in the same word elsewhere or before a capital or digit. */
function joinLines(text: string, next: string, compounds: ReadonlySet<string>): string {
  if (text.endsWith('\u00ad')) return text.slice(0, -1) + next;
  const [, start] = /(\p{L}+)[-‐]$/u.exec(text) ?? [];
  if (start !== undefined) {
    const end = /^\p{L}+/u.exec(next)?.[0] ?? '';
    const isKept = !/^\p{Ll}/u.test(next) || compounds.has(`${start}-${end}`);
    return (isKept ? text : text.slice(0, -1)) + next;
  }
  const isCjk = CJK_EDGE.test(text.at(-1) ?? '') && CJK_EDGE.test(next[0] ?? '');
  return `${text}${isCjk ? '' : ' '}${next}`;
}

/** The value with the most weight; 0 of nothing. */
function mostCommon(values: readonly (readonly [value: number, weight: number])[]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight);
  let best = 0;
  let most = 0;
  for (const [value, weight] of weights) {
    if (weight <= most) continue;
    best = value;
    most = weight;
  }
  return best;
}
