import {
  BLANK_ANNOTATION,
  BLANK_JUDGEMENT,
  type ForeignAnnotation,
  type ForeignDocument,
  type ForeignTarget,
} from '../domain/foreign-annotation.ts';
import type { ItemProblem, ParseContext, ParseResult, UnknownFile } from './format.ts';
import {
  fieldsOf,
  firstWords,
  listOf,
  rangeOf,
  textOf,
  textsOf,
  without,
  wordsOrNull,
  type Fields,
} from './loose-json.ts';
import { readLines } from './read-lines.ts';

/**
 * Reads doccano's JSONL: spans, entities with relations, or labels of the whole text. Offsets count UTF-16 units. There
 * are neither authors nor dates. A comment goes with the words that it begins with, as our own export writes it, else
 * with the span that is the whole text, else with the text.
 */
export async function parseDoccano(
  { text }: Pick<UnknownFile, 'text'>,
  { pace }: ParseContext,
): Promise<ParseResult> {
  const { lines, problems: bad } = await readLines(text, pace);
  const problems: ItemProblem[] = [...bad];
  const documents: ForeignDocument[] = [];
  const items: ForeignAnnotation[] = [];
  for (const [i, { value, place }] of lines.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / lines.length);
    const row = fieldsOf(value);
    const body = textOf(row['text']) || textOf(row['data']);
    if (body === '') {
      problems.push({ place, problem: 'There is no text in it.' });
      continue;
    }
    const document = documents.push({ title: null, text: body, sha256: null }) - 1;
    items.push(...readRow(row, { place, document, text: body, problems }));
  }
  return { ok: true, kind: 'annotations', documents, items, problems };
}

interface Line {
  readonly place: string;
  readonly document: number;
  readonly text: string;
  readonly problems: ItemProblem[];
}

interface Span {
  readonly id: unknown;
  readonly target: ForeignTarget;
  readonly words: string;
  readonly label: string;
  readonly comments: string[];
  readonly relations: unknown[];
}

const KNOWN: ReadonlySet<string> = new Set([
  'id',
  'text',
  'data',
  'label',
  'labels',
  'entities',
  'relations',
  'cats',
  'Comments',
  'comments',
]);

function readRow(row: Fields, line: Line): readonly ForeignAnnotation[] {
  const { place, document, text } = line;
  const marks = [...listOf(row['label'] ?? row['labels']), ...listOf(row['entities'])];
  const spans = marks.flatMap((mark) => readSpan(mark, line));
  const labels = [...textsOf(marks), ...textsOf(row['cats'])];
  const byId = new Map(spans.map((span) => [span.id, span]));
  for (const relation of listOf(row['relations']))
    byId.get(fieldsOf(relation)['from_id'])?.relations.push(relation);
  const comments: string[] = [];
  const byWords = new Map(spans.map((span) => [span.words, span]));
  const whole = byWords.get(text.trim());
  for (const comment of listOf(row['Comments'] ?? row['comments']).flatMap((one) => commentIn(one) ?? [])) {
    const span = spanBefore(comment, byWords);
    if (span) span.comments.push(comment.slice(span.words.length + 2));
    else (whole?.comments ?? comments).push(comment);
  }
  const common = { ...BLANK_ANNOTATION, place, document };
  const rest = without(row, KNOWN);
  const items = spans.map((span): ForeignAnnotation => ({
    ...common,
    targets: [span.target],
    judgements: [{ ...BLANK_JUDGEMENT, labels: [span.label], comment: span.comments.join('\n\n') }],
    foreign: span.relations.length > 0 ? { relations: span.relations } : undefined,
  }));
  if (labels.length + comments.length > 0 || rest !== undefined)
    items.push({
      ...common,
      judgements: [{ ...BLANK_JUDGEMENT, labels, comment: comments.join('\n\n') }],
      foreign: rest,
    });
  return items;
}

/** Colons that are looked at: the quoted words may hold some. */
const MOST_COLONS = 50;

function spanBefore(comment: string, byWords: ReadonlyMap<string, Span>): Span | undefined {
  let at = comment.indexOf(': ');
  for (let looks = 0; at > 0 && looks < MOST_COLONS; looks += 1) {
    const span = byWords.get(comment.slice(0, at));
    if (span) return span;
    at = comment.indexOf(': ', at + 1);
  }
  return undefined;
}

/** `[start, end, label]`, or an entity with names for these. */
function readSpan(mark: unknown, { place, text, problems }: Line): readonly Span[] {
  if (typeof mark === 'string') return [];
  const fields = fieldsOf(mark);
  const [start, end, label] = Array.isArray(mark)
    ? (mark as readonly unknown[])
    : [fields['start_offset'], fields['end_offset'], fields['label']];
  const range = rangeOf(start, end);
  if (!range || range.end > text.length) {
    problems.push({ place, problem: 'A label in it has no place in its text.' });
    return [];
  }
  return [
    {
      id: fields['id'],
      target: { quote: null, position: { ...range, unit: 'utf16' }, hint: null },
      words: text.slice(range.start, range.end),
      label: wordsOrNull(label) ?? 'Claim',
      comments: [],
      relations: [],
    },
  ];
}

function commentIn(comment: unknown): string | null {
  const { comment: words, text } = fieldsOf(comment);
  return firstWords([comment, words, text]);
}
