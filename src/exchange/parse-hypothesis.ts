import type { ForeignAnnotation, ForeignReply, ForeignTarget } from '../domain/foreign-annotation.ts';
import type { ItemProblem, ParseContext, ParseResult, UnknownFile } from './format.ts';
import { hypothesisRows } from './hypothesis-rows.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads annotations of Hypothesis: an answer of its search or an export of its client. A row with `references` is a
 * reply and goes with the annotation that it answers. Positions count the whole page, so that they are only hints.
 */
export async function parseHypothesis(
  { json }: Pick<UnknownFile, 'json'>,
  { pace }: ParseContext,
): Promise<ParseResult> {
  if (!json.ok) return json;
  const rows = hypothesisRows(json.value) ?? [];
  const items: ForeignAnnotation[] = [];
  const replies: { readonly to: readonly string[]; readonly reply: ForeignReply; readonly place: string }[] =
    [];
  const problems: ItemProblem[] = [];
  for (const [i, row] of rows.entries()) {
    const place = `item ${i + 1}`;
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / rows.length);
    if (!isFields(row)) {
      problems.push({ place, problem: 'It is not an annotation.' });
      continue;
    }
    const to = textsOf(row['references']);
    if (to.length > 0) replies.push({ to, reply: readReply(row), place });
    else items.push(readRow(row));
  }
  const index = new Map(items.map(({ originalId }, i) => [originalId, i]));
  for (const { to, reply, place } of replies) {
    const at = to.map((id) => index.get(id)).find((found) => found !== undefined);
    const answered = at === undefined ? undefined : items[at];
    if (at === undefined || !answered)
      problems.push({ place, problem: 'It answers an annotation that is not in the file.' });
    else items[at] = { ...answered, replies: [...answered.replies, reply] };
  }
  return { ok: true, kind: 'annotations', documents: [], items, problems };
}

function readRow(row: Fields): ForeignAnnotation {
  const tags = textsOf(row['tags']);
  const verdict = tags.find((tag) => VERDICT_TAG.test(tag));
  const { id, target, text, tags: _, created, updated, user, user_info: __, ...rest } = row;
  return {
    originalId: textOf(id) || null,
    document: null,
    targets: listOf(target).flatMap(readTarget),
    statement: null,
    claimant: null,
    rating: verdict?.replace(VERDICT_TAG, '') ?? null,
    comment: textOf(text),
    suggestedWording: null,
    tags: tags.filter((tag) => tag !== verdict),
    author: authorOf(row),
    createdAt: textOf(created) || null,
    updatedAt: textOf(updated) || null,
    sources: [],
    replies: [],
    isMachineMade: false,
    foreign: { user, ...rest },
  };
}

const VERDICT_TAG = /^(?:verdict|rating)\s*:\s*(?=\S)/i;

function readReply(row: Fields): ForeignReply {
  return {
    author: authorOf(row),
    createdAt: textOf(row['created']) || null,
    comment: textOf(row['text']),
  };
}

/** The account without its host: `display_name` is not in every answer, and one person must stay one. */
function authorOf({ user }: Fields): string | null {
  return (
    textOf(user)
      .replace(/^acct:/, '')
      .replace(/@hypothes\.is$/, '') || null
  );
}

/** No target for a note on the whole page, which has no selector. */
function readTarget(target: unknown): readonly ForeignTarget[] {
  const selectors = isFields(target) ? listOf(target['selector']).filter(isFields) : [];
  if (selectors.length === 0) return [];
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const position = selectors.find(({ type }) => type === 'TextPositionSelector');
  const exact = textOf(quote?.['exact']);
  const [start, end] = [position?.['start'], position?.['end']];
  return [
    {
      quote: exact ? { exact, prefix: textOf(quote?.['prefix']), suffix: textOf(quote?.['suffix']) } : null,
      position: isOffset(start) && isOffset(end) && start < end ? { start, end, unit: 'utf16' } : null,
      hint: null,
    },
  ];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textsOf(value: unknown): readonly string[] {
  return listOf(value).filter((one) => typeof one === 'string');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
