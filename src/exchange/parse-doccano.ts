import { createRuler, type CharacterRuler, type CountedRange } from '../domain/character-ruler.ts';
import {
  BLANK_ANNOTATION,
  BLANK_JUDGEMENT,
  type ForeignAnnotation,
  type ForeignDocument,
} from '../domain/foreign-annotation.ts';
import { say } from '../messages/say.ts';
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
 * Reads doccano's JSONL: spans, entities with relations, or labels of the whole text. How offsets count
 * is a setting that the file does not tell. There are neither authors nor dates. A comment goes with the words that it
 * begins with, as our own export writes it, else with the span that is the whole text, else with the text.
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
  /** Its words, where something in the record repeats them. */
  exact: string | null;
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
  const byWords = new Map<string, Span>();
  const shared = new Set<string>();
  for (const [i, mark] of marks.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / marks.length);
    const span = readSpan(mark, line);
    if (!span) continue;
    spans.push(span);
    byId.set(span.id, span);
    for (const { start, end } of ruler.readings(span.position)) {
      const words = text.slice(start, end);
      if (byWords.has(words)) shared.add(words);
      byWords.set(words, span);
    }
  }
  const labels = [...textsOf(marks), ...textsOf(row['cats'])];
  for (const relation of listOf(row['relations']))
    byId.get(fieldsOf(relation)['from_id'])?.relations.push(relation);
  const comments: string[] = [];
  const whole = byWords.get(text.trim());
  const notes = listOf(row['Comments'] ?? row['comments']).flatMap((one) => commentIn(one) ?? []);
  for (const [i, comment] of notes.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / notes.length);
    const about = spanBefore(comment, byWords);
    if (about) {
      // Of words that fit several spans it is not said how which of them counts.
      if (!shared.has(about.words)) about.span.exact = about.words;
      about.span.comments.push(comment.slice(about.words.length + 2));
    } else (whole?.comments ?? comments).push(comment);
  }
  const common = { ...BLANK_ANNOTATION, place, document };
  const rest = without(row, KNOWN);
  for (const { exact, position, label, comments: said, relations } of spans)
    items.push({
      ...common,
      targets: [{ quote: exact === null ? null : { exact, prefix: '', suffix: '' }, position, hint: null }],
      judgements: [{ ...BLANK_JUDGEMENT, labels: [label], comment: said.join('\n\n') }],
      foreign: relations.length > 0 ? { relations } : undefined,
    });
  if (labels.length + comments.length > 0 || rest !== undefined)
    items.push({
      ...common,
      judgements: [{ ...BLANK_JUDGEMENT, labels, comment: comments.join('\n\n') }],
      foreign: rest,
    });
}

/** Colons that are looked at: the quoted words may hold some. */
const MOST_COLONS = 50;

function spanBefore(
  comment: string,
  byWords: ReadonlyMap<string, Span>,
): { readonly span: Span; readonly words: string } | null {
  let at = comment.indexOf(': ');
  for (let looks = 0; at > 0 && looks < MOST_COLONS; looks += 1) {
    const words = comment.slice(0, at);
    const span = byWords.get(words);
    if (span) return { span, words };
    at = comment.indexOf(': ', at + 1);
  }
  return null;
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
    exact: wordsOrNull(fields['text']),
  };
}

function commentIn(comment: unknown): string | null {
  const { comment: words, text } = fieldsOf(comment);
  return firstWords([comment, words, text]);
}
