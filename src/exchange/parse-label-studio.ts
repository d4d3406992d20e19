import type { CountedRange } from '../domain/character-ruler.ts';
import {
  BLANK_ANNOTATION,
  BLANK_JUDGEMENT,
  type ForeignAnnotation,
  type ForeignAuthor,
  type ForeignDocument,
  type ForeignJudgement,
  type ForeignTarget,
} from '../domain/foreign-annotation.ts';
import { say } from '../messages/say.ts';
import type { ItemProblem, ParseContext, ParseResult, UnknownFile } from './format.ts';
import { COUNTS_CODE_POINTS } from './label-studio-counts.ts';
import {
  fieldsOf,
  isFields,
  listOf,
  oneOrSeveral,
  rangeOf,
  textOf,
  textsOf,
  without,
  wordsOrNull,
  type Fields,
} from './loose-json.ts';

/**
 * Reads tasks of Label Studio, as JSON or JSON_MIN. Results that share an id are one region; those without a place are
 * about the whole text. Offsets count UTF-16 units or code points, as the version was. Predictions are told from what a person has done.
 */
export async function parseLabelStudio(
  { json }: Pick<UnknownFile, 'json'>,
  { pace }: ParseContext,
): Promise<ParseResult> {
  if (!json.ok) return json;
  const tasks = oneOrSeveral(json.value);
  const reading: Reading = { documents: [], items: [], problems: [] };
  for (const [i, task] of tasks.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / tasks.length);
    const place = say('task {n, number}', { n: i + 1 });
    if (!isFields(task)) reading.problems.push({ place, problem: say('It is not a task.') });
    else if (isFields(task['data'])) readTask(task, task['data'], place, reading);
    else readFlatTask(task, place, reading);
  }
  return { ok: true, kind: 'annotations', ...reading };
}

interface Reading {
  readonly documents: ForeignDocument[];
  readonly items: ForeignAnnotation[];
  readonly problems: ItemProblem[];
}

function readTask(task: Fields, data: Fields, place: string, { documents, items, problems }: Reading): void {
  const text = textIn(data, task);
  if (text === '') {
    problems.push({ place, problem: say('It is not about a text.') });
    return;
  }
  const document = documents.push({ title: wordsOrNull(data['title']), text, sha256: null }) - 1;
  const rounds = [
    ...listOf(task['annotations'] ?? task['completions']).map((round) => ({ round, isMachineMade: false })),
    ...listOf(task['predictions']).map((round) => ({ round, isMachineMade: true })),
  ];
  const regions: ForeignAnnotation[] = [];
  const about = without(task, KNOWN_OF_TASKS);
  for (const { round, isMachineMade } of rounds) {
    // In a slim export these are numbers, and the round is somewhere else.
    if (!isFields(round)) problems.push({ place, problem: say('An annotation of it is not in the file.') });
    else if (round['was_cancelled'] === true)
      problems.push({ place, problem: say('Its annotator skipped it.') });
    else
      for (const region of readRound(round, { place, document, isMachineMade, problems, task: about }))
        regions.push(region);
  }
  for (const item of joinRounds(regions)) items.push(item);
}

/** A region that several people have judged is one annotation: what each of them says of it stays their own. */
function joinRounds(regions: readonly ForeignAnnotation[]): Iterable<ForeignAnnotation> {
  const joined = new Map<unknown, ForeignAnnotation>();
  for (const region of regions) {
    const { originalId, targets, isMachineMade, foreign } = region;
    const key =
      originalId === null ? region : JSON.stringify([originalId, isMachineMade, ...targets.map(placeKey)]);
    const first = joined.get(key);
    if (!first) joined.set(key, region);
    else
      joined.set(key, {
        ...first,
        judgements: [...first.judgements, ...region.judgements],
        foreign: foreign === undefined ? first.foreign : joinForeign(first.foreign, foreign),
      });
  }
  return joined.values();
}

function joinForeign(first: unknown, second: unknown): unknown {
  const both = (name: string): readonly unknown[] =>
    [first, second].flatMap((one) => listOf(fieldsOf(one)[name]));
  return foreignOf({ results: both('results'), rounds: both('rounds') });
}

interface Round {
  readonly place: string;
  readonly document: number;
  readonly isMachineMade: boolean;
  readonly problems: ItemProblem[];
  /** What the task says that has no field here. */
  readonly task: Fields | undefined;
}

/** What is said about one region, gathered from its results. */
interface Region {
  readonly id: string | null;
  readonly targets: Map<string, ForeignTarget>;
  readonly labels: string[];
  readonly comments: string[];
  readonly rest: unknown[];
  isMachineMade: boolean;
}

function readRound(
  round: Fields,
  { place, document, isMachineMade, problems, task }: Round,
): ForeignAnnotation[] {
  const regions = new Map<string, Region>();
  const relations: Fields[] = [];
  const isOurs = round['counts'] === COUNTS_CODE_POINTS;
  const unit = isOurs ? 'code-points' : 'unsaid';
  const regionFor = (id: string): Region => {
    let region = regions.get(id);
    if (!region) {
      const blank = { targets: new Map<string, ForeignTarget>(), labels: [], comments: [], rest: [] };
      regions.set(id, (region = { id: id === WHOLE ? null : id, ...blank, isMachineMade }));
    }
    return region;
  };
  for (const [i, result] of listOf(round['result']).entries()) {
    if (!isFields(result))
      problems.push({ place, problem: say('Result {n, number} of it is not one.', { n: i + 1 }) });
    else if (result['type'] === 'relation') relations.push(result);
    else readResult(result, i, { regionFor, unit });
  }
  joinPieces(regions, relations);
  const author = isMachineMade ? MODEL : authorOf(round['completed_by']);
  const at = wordsOrNull(round['created_at']);
  // Once for all of its regions.
  const rounds = [{ ...(task ? { task } : {}), ...without(round, KNOWN_OF_ROUNDS) }];
  return [...regions.values()].map((region, i): ForeignAnnotation => {
    const by = region.isMachineMade ? MODEL : author;
    return {
      ...BLANK_ANNOTATION,
      place,
      originalId: region.id,
      document,
      targets: [...region.targets.values()],
      author: by,
      createdAt: at,
      updatedAt: wordsOrNull(round['updated_at']),
      judgements: [
        { ...BLANK_JUDGEMENT, author: by, at, labels: region.labels, comment: region.comments.join('\n\n') },
      ],
      isMachineMade: region.isMachineMade,
      foreign: foreignOf({ results: region.rest, rounds: i === 0 && !isOurs ? rounds : [] }),
    };
  });
}

/** What of a task and of a round became something here, or says nothing. */
const KNOWN_OF_TASKS: ReadonlySet<string> = new Set(['data', 'annotations', 'completions', 'predictions']);
const KNOWN_OF_ROUNDS: ReadonlySet<string> = new Set([
  'result',
  'completed_by',
  'created_at',
  'updated_at',
  'was_cancelled',
]);

/** Undefined when there is nothing to keep. */
function foreignOf(lists: Readonly<Record<string, readonly unknown[]>>): object | undefined {
  const kept = Object.entries(lists).filter(([, list]) => list.length > 0);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

const MODEL: ForeignAuthor = { name: 'A model’s prediction', ownId: null };

/** The name under which everything without a place is gathered: no region has it. */
const WHOLE = '';

function readResult(
  result: Fields,
  i: number,
  { regionFor, unit }: { readonly regionFor: (id: string) => Region; readonly unit: CountedRange['unit'] },
): void {
  const { value, type, origin, meta, score } = result;
  const fields = fieldsOf(value);
  const target = readTarget(fields, unit);
  const region = regionFor(target === null ? WHOLE : textOf(result['id']) || `result ${i + 1}`);
  if (origin === 'prediction') region.isMachineMade = true;
  // What is said of a region often does not repeat its words.
  if (target && !(target.quote === null && region.targets.has(placeKey(target))))
    region.targets.set(placeKey(target), target);
  const said = fields[textOf(type)];
  if (type === 'textarea') append(region.comments, textsOf(oneOrSeveral(fields['text'])));
  else if (listOf(said).length > 0) append(region.labels, oneOrSeveral(said).flatMap(labelIn));
  else if (said !== undefined) region.rest.push({ type, value: said });
  if (meta !== undefined || score !== undefined) region.rest.push({ meta, score });
}

/** A label, or the path to one in a taxonomy. */
function labelIn(label: unknown): readonly string[] {
  if (typeof label === 'string') return label.trim() === '' ? [] : [label];
  const path = textsOf(label);
  return path.length > 0 ? [path.join(' / ')] : [];
}

function placeKey({ position, hint }: ForeignTarget): string {
  return JSON.stringify([position?.start, position?.end, hint]);
}

/** A list may be longer than the arguments that a function can take. */
function append<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one);
}

/** Null for a value that is about the whole text. Remarks stand where the words of a region do, as a list. */
function readTarget(value: Fields, unit: CountedRange['unit']): ForeignTarget | null {
  const { start, end, text, globalOffsets } = value;
  if (start === undefined && end === undefined) return null;
  const global = fieldsOf(globalOffsets);
  const range = rangeOf(start, end) ?? rangeOf(global['start'], global['end']);
  const exact = textOf(text);
  return {
    quote: exact === '' ? null : { exact, prefix: '', suffix: '' },
    position: range && { ...range, unit },
    hint: range || exact !== '' ? null : `from ${String(start)} to ${String(end)}`,
  };
}

/** Our own export writes an annotation of several pieces as regions that are part of the first. */
function joinPieces(regions: Map<string, Region>, relations: readonly Fields[]): void {
  for (const relation of relations) {
    const [from, to] = [textOf(relation['from_id']), textOf(relation['to_id'])];
    const [piece, whole] = [regions.get(from), regions.get(to)];
    const isPiece = from.startsWith(`${to}-`) && /^\d+$/.test(from.slice(to.length + 1));
    if (piece && whole && isPiece && textsOf(relation['labels']).includes('part of')) {
      for (const [key, target] of piece.targets) whole.targets.set(key, target);
      regions.delete(from);
    } else piece?.rest.push(relation);
  }
}

function authorOf(completedBy: unknown): ForeignAuthor | null {
  if (typeof completedBy === 'number') return { name: `Annotator ${completedBy}`, ownId: null };
  if (typeof completedBy === 'string' && completedBy.trim() !== '') return { name: completedBy, ownId: null };
  const { id, email, first_name: first, last_name: last } = fieldsOf(completedBy);
  const name = [first, last].map(textOf).join(' ').trim() || textOf(email);
  if (name !== '') return { name, ownId: null };
  return typeof id === 'number' ? { name: `Annotator ${id}`, ownId: null } : null;
}

/** The text of a task: what its results name, else what is called so, else the longest there is; empty without one. */
function textIn(data: Fields, task: Fields): string {
  const [round] = [...listOf(task['annotations'] ?? task['completions']), ...listOf(task['predictions'])];
  const named = listOf(fieldsOf(round)['result']).map((result) => textOf(fieldsOf(result)['to_name']));
  const [control = 'text'] = named;
  const text = [data[control], data['text']].find((one) => typeof one === 'string');
  return text ?? longestText(Object.entries(data));
}

/** Fields that something is made of. */
const FLAT: ReadonlySet<string> = new Set(['annotator', 'created_at', 'updated_at']);

/** Fields about the task and the round, in which no label stands. */
const ABOUT_FLAT: ReadonlySet<string> = new Set([...FLAT, 'id', 'annotation_id', 'lead_time']);

/** JSON_MIN: the data and what was said about it stand beside one another, and choices no longer name their region. */
function readFlatTask(task: Fields, place: string, { documents, items, problems }: Reading): void {
  const parts = Object.entries(task).filter(([name]) => !ABOUT_FLAT.has(name));
  const text = textOf(task['text']) || longestText(parts);
  if (text === '') {
    problems.push({ place, problem: say('It is not about a text.') });
    return;
  }
  const document = documents.push({ title: null, text, sha256: null }) - 1;
  const author = authorOf(task['annotator']);
  const at = wordsOrNull(task['created_at']);
  const common = {
    ...BLANK_ANNOTATION,
    place,
    document,
    author,
    createdAt: at,
    updatedAt: wordsOrNull(task['updated_at']),
  };
  const regions: { readonly target: ForeignTarget; readonly labels: string[] }[] = [];
  const whole = { labels: [] as string[], comments: [] as string[], known: new Set([...FLAT, 'text']) };
  for (const [name, value] of parts) {
    if (value === text) whole.known.add(name);
    for (const one of listOf(value)) {
      const target = isFields(one) ? readTarget(one, 'unsaid') : null;
      if (!target) continue;
      whole.known.add(name);
      const { start: _, end: __, text: ___, ...said } = fieldsOf(one);
      regions.push({
        target,
        labels: Object.values(said).flatMap((labels) => listOf(labels).flatMap(labelIn)),
      });
    }
    if (whole.known.has(name)) continue;
    const choices = typeof value === 'string' ? [value] : listOf(fieldsOf(value)['choices'] ?? value);
    const labels = choices.flatMap(labelIn);
    if (
      labels.length === 0 ||
      !/verdict|rating|label|choice|class|sentiment|note|comment|conclu|explan|reason/i.test(name)
    )
      continue;
    whole.known.add(name);
    (/note|comment|conclu|explan|reason/i.test(name) ? whole.comments : whole.labels).push(...labels);
  }
  const foreign = without(task, whole.known);
  const judge = (labels: readonly string[], comments: readonly string[]): ForeignJudgement => ({
    ...BLANK_JUDGEMENT,
    author,
    at,
    labels,
    comment: comments.join('\n\n'),
  });
  const isWithOnly = regions.length === 1;
  const isAboutWhole = !isWithOnly && whole.labels.length + whole.comments.length > 0;
  for (const [i, { target, labels }] of regions.entries()) {
    const said = isWithOnly ? whole : { labels: [], comments: [] };
    items.push({
      ...common,
      targets: [target],
      judgements: [judge([...labels, ...said.labels], said.comments)],
      // Once for the whole task.
      foreign: i === 0 && !isAboutWhole ? foreign : undefined,
    });
  }
  if (isAboutWhole || (regions.length === 0 && foreign !== undefined))
    items.push({ ...common, judgements: [judge(whole.labels, whole.comments)], foreign });
}

function longestText(parts: readonly (readonly [string, unknown])[]): string {
  return parts.reduce((longest, [, value]) => {
    const text = textOf(value);
    return text.length > longest.length ? text : longest;
  }, '');
}
