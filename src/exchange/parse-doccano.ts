import { createRuler, type CharacterRuler, type CountedRange } from '../domain/character-ruler.ts';
import {
  BLANK_ANNOTATION,
  BLANK_JUDGEMENT,
  type ForeignAnnotation,
  type ForeignDocument,
  type ForeignTarget,
} from '../domain/foreign-annotation.ts';
import { say } from '../messages/say.ts';
import type { ItemProblem, ParseContext, ParseResult, UnknownFile } from './format.ts';
import {
  fieldsOf,
  firstWords,
  isFields,
  listOf,
  rangeOf,
  textOf,
  textsOf,
  without,
  wordsOrNull,
  type Fields,
} from './loose-json.ts';
import { readLines } from './read-lines.ts';
import { sayItem } from './say-place.ts';

/**
 * Reads doccano's JSONL: spans, entities with relations, or labels of the whole text. How offsets count
 * is a setting that the file does not tell. There are neither authors nor dates. A comment goes with the words that it
 * begins with, as our own export writes it, else with the span that is the whole text, else with the text.
 */
export async function parseDoccano(
  { text, json }: UnknownFile,
  { pace }: ParseContext,
): Promise<ParseResult> {
  const { lines, problems: bad } =
    json.ok && Array.isArray(json.value) ? listItems(json.value) : await readLines(text, pace);
  const problems: ItemProblem[] = [...bad];
  const documents: ForeignDocument[] = [];
  const items: ForeignAnnotation[] = [];
  for (const [i, { value, place }] of lines.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / lines.length);
    const row = fieldsOf(value);
    const body = textOf(row['text']) || textOf(row['data']);
    if (body === '') {
      problems.push({ place, problem: say('There is no text in it.') });
      continue;
    }
    const document = documents.push({ title: null, text: body, sha256: null }) - 1;
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    const ruler = await createRuler(body, pace);
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await readRow(row, { place, document, text: body, ruler, problems }, items, pace);
  }
  return { ok: true, kind: 'annotations', documents, items, problems };
}

/** The same rows as a list. */
function listItems(list: readonly unknown[]): Awaited<ReturnType<typeof readLines>> {
  return { lines: list.map((value, i) => ({ value, place: sayItem(i) })), problems: [] };
}

interface Line {
  readonly place: string;
  readonly document: number;
  readonly text: string;
  readonly ruler: CharacterRuler;
  readonly problems: ItemProblem[];
}

interface Span {
  readonly id: unknown;
  readonly position: CountedRange;
  readonly label: string;
  readonly comments: string[];
  readonly relations: unknown[];
  /** What else the tool says of it. */
  readonly entity: Fields | undefined;
  /** The other pieces of one annotation. */
  readonly pieces: Span[];
  /** Its words, where something in the record repeats them. */
  exact: string | null;
}

const KNOWN: ReadonlySet<string> = new Set([
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

const KNOWN_OF_SPANS: ReadonlySet<string> = new Set(['start_offset', 'end_offset', 'label', 'text']);

async function readRow(
  row: Fields,
  line: Line,
  items: ForeignAnnotation[],
  pace: ParseContext['pace'],
): Promise<void> {
  const { place, document, text, ruler } = line;
  const marks = [...listOf(row['label'] ?? row['labels']), ...listOf(row['entities'])];
  const spans: Span[] = [];
  const byId = new Map<unknown, Span>();
  /** By the words that they have in one count or another. */
  const byWords = new Map<string, Span[]>();
  for (const [i, mark] of marks.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / marks.length);
    const span = readSpan(mark, line);
    if (!span) continue;
    spans.push(span);
    byId.set(span.id, span);
    for (const { start, end } of ruler.readings(span.position)) {
      const words = text.slice(start, end);
      const others = byWords.get(words);
      if (!others) byWords.set(words, [span]);
      else if (!others.includes(span)) others.push(span);
    }
  }
  const labels = [...textsOf(marks), ...textsOf(row['cats'])];
  for (const relation of listOf(row['relations']))
    byId.get(fieldsOf(relation)['from_id'])?.relations.push(relation);
  const comments: string[] = [];
  const [whole] = byWords.get(text.trim()) ?? [];
  const joined = new Set<Span>();
  const notes = listOf(row['Comments'] ?? row['comments']);
  for (const [i, note] of notes.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / notes.length);
    const comment = commentIn(note);
    if (comment === null) continue;
    const about = spanBefore(comment, byWords);
    if (about) {
      // Of words that fit several spans it is not said how which of them counts.
      if (about.isOnly) about.span.exact = about.words;
      about.span.comments.push(comment.slice(about.words.length + 2));
      continue;
    }
    const pieces = piecesBefore(comment, byWords);
    const [first, ...more] = pieces?.spans ?? [];
    if (pieces && first && !joined.has(first)) {
      first.pieces.push(...more);
      first.comments.push(comment.slice(pieces.words.length + 2));
      for (const one of more) joined.add(one);
    } else (whole?.comments ?? comments).push(comment);
  }
  const common = { ...BLANK_ANNOTATION, place, document };
  const { id, ...others } = without(row, KNOWN) ?? {};
  const remarks = notes.filter(isFields).flatMap((note) => without(note, KNOWN_OF_COMMENTS) ?? []);
  const rest = without({ ...others, ...(remarks.length > 0 ? { comments: remarks } : {}) }, new Set());
  const isAboutWhole = labels.length + comments.length > 0 || (spans.length === 0 && rest !== undefined);
  let about = isAboutWhole ? undefined : rest;
  for (const span of spans.filter((one) => !joined.has(one))) {
    items.push({
      ...common,
      targets: [span, ...span.pieces].map(targetOf),
      judgements: [{ ...BLANK_JUDGEMENT, labels: [span.label], comment: span.comments.join('\n\n') }],
      foreign: leftOf([span, ...span.pieces], id, about),
    });
    about = undefined;
  }
  if (isAboutWhole)
    items.push({
      ...common,
      judgements: [{ ...BLANK_JUDGEMENT, labels, comment: comments.join('\n\n') }],
      foreign: leftOf([], id, rest),
    });
}

function targetOf({ exact, position }: Span): ForeignTarget {
  return { quote: exact === null ? null : { exact, prefix: '', suffix: '' }, position, hint: null };
}

const KNOWN_OF_COMMENTS: ReadonlySet<string> = new Set(['comment', 'text']);

/** What of some spans, and of the row that they are in, has no field here; undefined when there is nothing. */
function leftOf(spans: readonly Span[], id: unknown, row: Fields | undefined): unknown {
  const relations = spans.flatMap((span) => span.relations);
  const entities = spans.flatMap(({ entity }) => entity ?? []);
  const left = {
    ...(id === undefined && row === undefined
      ? {}
      : { row: { ...(id === undefined ? {} : { id }), ...row } }),
    ...(entities.length > 0 ? { entities } : {}),
    ...(relations.length > 0 ? { relations } : {}),
  };
  return Object.keys(left).length === 0 ? undefined : left;
}

/** What our own export puts between the pieces of one annotation. */
const GAP = ' … ';

/** The spans that are the pieces of one annotation, as their words before a remark say. */
function piecesBefore(
  comment: string,
  byWords: ReadonlyMap<string, readonly Span[]>,
): { readonly spans: readonly Span[]; readonly words: string } | null {
  if (!comment.includes(GAP)) return null;
  for (const at of colonsIn(comment)) {
    const words = comment.slice(0, at);
    const [first = [], ...more] = words.split(GAP).map((piece) => byWords.get(piece) ?? []);
    for (const span of first.slice(0, MOST_ALIKE)) {
      const others = more.flatMap(
        (some) => some.slice(0, MOST_ALIKE).find((one) => one !== span && one.label === span.label) ?? [],
      );
      const spans = [span, ...others];
      if (more.length > 0 && new Set(spans).size === more.length + 1) return { spans, words };
    }
  }
  return null;
}

/** Spans with the same words among which one is looked for. */
const MOST_ALIKE = 20;

/** Colons that are looked at: the quoted words may hold some. */
const MOST_COLONS = 50;

/** Of spans with the same words the first of which nothing has been said yet. */
function spanBefore(
  comment: string,
  byWords: ReadonlyMap<string, readonly Span[]>,
): { readonly span: Span; readonly words: string; readonly isOnly: boolean } | null {
  for (const at of colonsIn(comment)) {
    const words = comment.slice(0, at);
    const spans = (byWords.get(words) ?? []).slice(0, MOST_ALIKE);
    const span = spans.find(({ comments }) => comments.length === 0) ?? spans.at(-1);
    if (span) return { span, words, isOnly: spans.length === 1 };
  }
  return null;
}

function* colonsIn(comment: string): Generator<number> {
  let at = comment.indexOf(': ');
  for (let looks = 0; at > 0 && looks < MOST_COLONS; looks += 1) {
    yield at;
    at = comment.indexOf(': ', at + 1);
  }
}

/** `[start, end, label]`, or an entity with names for these. */
function readSpan(mark: unknown, { place, text, problems }: Line): Span | null {
  if (typeof mark === 'string') return null;
  const fields = fieldsOf(mark);
  const [start, end, label] = Array.isArray(mark)
    ? (mark as readonly unknown[])
    : [fields['start_offset'], fields['end_offset'], fields['label']];
  const range = rangeOf(start, end);
  if (!range || range.end > text.length) {
    problems.push({ place, problem: say('A label in it has no place in its text.') });
    return null;
  }
  return {
    id: fields['id'],
    position: { ...range, unit: 'unsaid' },
    label: wordsOrNull(label) ?? 'Claim',
    comments: [],
    relations: [],
    entity: Array.isArray(mark) ? undefined : without(fields, KNOWN_OF_SPANS),
    pieces: [],
    exact: wordsOrNull(fields['text']),
  };
}

function commentIn(comment: unknown): string | null {
  const { comment: words, text } = fieldsOf(comment);
  return firstWords([comment, words, text]);
}
