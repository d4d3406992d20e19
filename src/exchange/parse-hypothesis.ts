import {
  BLANK_ANNOTATION,
  BLANK_JUDGEMENT,
  type ForeignAnnotation,
  type ForeignAuthor,
  type ForeignJudgement,
  type ForeignTarget,
} from '../domain/foreign-annotation.ts';
import { verdictIn } from '../domain/foreign-words.ts';
import { say } from '../messages/say.ts';
import { sayItem } from './say-place.ts';
import type { ItemProblem, ParseContext, ParseResult, UnknownFile } from './format.ts';
import {
  fieldsOf,
  isFields,
  listOf,
  rangeOf,
  textOf,
  textsOf,
  without,
  wordsOrNull,
  type Fields,
} from './loose-json.ts';
import { hypothesisRows } from './recognise.ts';
import { judgementsOfReplies, withKeptReplies } from './read-bodies.ts';
import { sayPartial } from './say-partial.ts';

/**
 * Reads annotations of Hypothesis: an answer of its search or an export of its client. A row with `references` is a
 * reply and goes with the annotation that it answers; where that is not in the file, it is a note of its own. Positions
 * count the whole page, so that they are only hints.
 */
export async function parseHypothesis(
  { json }: Pick<UnknownFile, 'json'>,
  { pace }: ParseContext,
): Promise<ParseResult> {
  if (!json.ok) return json;
  const rows = hypothesisRows(json.value) ?? [];
  const items: ForeignAnnotation[] = [];
  const replies: Reply[] = [];
  const problems: ItemProblem[] = [];
  for (const [i, row] of rows.entries()) {
    const place = sayItem(i);
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / rows.length);
    if (!isFields(row)) {
      problems.push({ place, problem: say('It is not an annotation.') });
      continue;
    }
    const to = textsOf(row['references']);
    const item = readRow(row, place);
    if (to.length > 0) replies.push({ to, reply: item });
    else items.push(item);
  }
  const talks = new Map(items.map((item): [string | null, ForeignAnnotation[]] => [item.originalId, []]));
  const replyIds = new Set(replies.map(({ reply }) => reply.originalId));
  const standAlone = (reply: ForeignAnnotation): void => {
    items.push({ ...reply, isReply: true });
    talks.set(reply.originalId, []);
  };
  const isOrphan = ({ to }: Reply): boolean => !to.some((id) => talks.has(id) || replyIds.has(id));
  for (const one of replies.filter(isOrphan)) standAlone(one.reply);
  for (const { to, reply } of replies.filter(({ reply: one }) => !talks.has(one.originalId))) {
    const talk = to.map((id) => talks.get(id)).find((found) => found !== undefined);
    if (talk) talk.push(reply);
    // Replies that answer one another, and nothing else.
    else standAlone(reply);
  }
  const whole = items.map((item) => withReplies(item, talks.get(item.originalId) ?? []));
  return {
    ok: true,
    kind: 'annotations',
    documents: [],
    items: whole,
    problems: [...problems, ...sayPartial(rows.length, fieldsOf(json.value)['total'])],
  };
}

interface Reply {
  /** What it answers, from the beginning of the talk on. */
  readonly to: readonly string[];
  readonly reply: ForeignAnnotation;
}

function withReplies(item: ForeignAnnotation, replies: readonly ForeignAnnotation[]): ForeignAnnotation {
  if (replies.length === 0) return item;
  return {
    ...item,
    judgements: [...item.judgements, ...judgementsOfReplies(replies)],
    tags: [...item.tags, ...replies.flatMap(({ tags }) => tags)],
    foreign: withKeptReplies(
      item.foreign,
      replies.map(({ originalId, updatedAt, foreign }) => ({ id: originalId, updatedAt, foreign })),
    ),
  };
}

const KNOWN: ReadonlySet<string> = new Set(['id', 'text', 'tags', 'created', 'updated']);

function readRow(row: Fields, place: string): ForeignAnnotation {
  const judgement = readJudgement(row);
  return {
    ...BLANK_ANNOTATION,
    place,
    originalId: wordsOrNull(row['id']),
    targets: listOf(row['target']).flatMap(readTarget),
    tags: textsOf(row['tags']).filter((tag) => verdictIn(tag) === null),
    author: judgement.author,
    createdAt: judgement.at,
    updatedAt: wordsOrNull(row['updated']),
    judgements: [judgement],
    foreign: without(row, KNOWN),
  };
}

function readJudgement(row: Fields): ForeignJudgement {
  return {
    ...BLANK_JUDGEMENT,
    author: authorOf(row),
    at: wordsOrNull(row['created']),
    labels: textsOf(row['tags']).flatMap((tag) => verdictIn(tag) ?? []),
    comment: textOf(row['text']),
  };
}

/** The account without its host: `display_name` is not in every answer, and one person must stay one. */
function authorOf({ user }: Fields): ForeignAuthor | null {
  const name = textOf(user)
    .replace(/^acct:/, '')
    .replace(/@hypothes\.is$/, '');
  return name === '' ? null : { name, ownId: null };
}

/** No target for a note on the whole page, which has no selector. */
function readTarget(target: unknown): readonly ForeignTarget[] {
  const selectors = isFields(target) ? listOf(target['selector']).filter(isFields) : [];
  if (selectors.length === 0) return [];
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const position = selectors.find(({ type }) => type === 'TextPositionSelector');
  const exact = textOf(quote?.['exact']);
  const range = rangeOf(position?.['start'], position?.['end']);
  return [
    {
      quote: exact ? { exact, prefix: textOf(quote?.['prefix']), suffix: textOf(quote?.['suffix']) } : null,
      position: range && { ...range, unit: 'utf16' },
      hint: exact ? null : selectors.map(({ type }) => textOf(type) || 'selector').join(', '),
    },
  ];
}
