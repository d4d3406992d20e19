import {
  BLANK_ANNOTATION,
  type ForeignAnnotation,
  type ForeignTarget,
} from '../domain/foreign-annotation.ts';
import { say } from '../messages/say.ts';
import { sayItem } from './say-place.ts';
import type { ItemProblem, ParseContext, ParseResult, UnknownFile } from './format.ts';
import { sayPartial } from './say-partial.ts';
import { fieldsOf, isFields, oneOrSeveral, rangeOf, textOf, wordsOrNull, type Fields } from './loose-json.ts';
import { refine } from './refine-target.ts';
import { ownIdIn, readAuthor, readBodies, restOf, withKeptReplies } from './read-bodies.ts';

/**
 * Reads annotations after the W3C Web Annotation Data Model (2017): one, a list, a page or a collection with its pages
 * in it. Positions count code points. Alternative selectors of one target are read together; a selector that only means
 * something in a web page is kept as a hint for a person.
 */
export async function parseW3c(
  { json }: Pick<UnknownFile, 'json'>,
  { pace }: ParseContext,
): Promise<ParseResult> {
  if (!json.ok) return json;
  const { rows, problems: partial } = listRows(json.value);
  const problems = [...partial];
  const items: ForeignAnnotation[] = [];
  const replies: { readonly to: string; readonly item: ForeignAnnotation }[] = [];
  const ids = new Set(rows.map(({ row }) => iriOf(row)).filter((iri) => iri !== ''));
  for (const [i, { row, place }] of rows.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / rows.length);
    if (!isFields(row)) {
      problems.push({ place, problem: say('It is only named and not in the file.') });
      continue;
    }
    const item = readAnnotation(row, place);
    const to = oneOrSeveral(row['target'])
      .map(addressOf)
      .find((address) => ids.has(address));
    if (to === undefined || to === iriOf(row)) items.push(item);
    else replies.push({ to, item });
  }
  return { ok: true, kind: 'annotations', documents: [], items: joinReplies(items, replies), problems };
}

interface Row {
  readonly row: unknown;
  readonly place: string;
}

/** The annotations in the order of the file, whatever they are packed in. */
function listRows(value: unknown): {
  readonly rows: readonly Row[];
  readonly problems: readonly ItemProblem[];
} {
  const rows: Row[] = [];
  const problems: ItemProblem[] = [];
  let total = 0;
  // A list of our own, since pages may stand in one another a hundred deep; the last is the next.
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    const fields = fieldsOf(next);
    if (Array.isArray(next)) for (let i = next.length - 1; i >= 0; i -= 1) waiting.push(next[i]);
    else if (isPacked(fields)) {
      for (const part of [fields['next'], fields['@graph'], fields['items'], fields['first']])
        if (typeof part === 'object' && part !== null) waiting.push(part);
      total = Math.max(
        total,
        ...[fields, fieldsOf(fields['partOf'])].map((one) => Number(one['total']) || 0),
      );
      if (typeof fields['first'] === 'string' && fields['items'] === undefined)
        problems.push({
          place: say('collection'),
          problem: say('Its pages are not in the file, only the address of the first.'),
        });
      if (typeof fields['next'] === 'string')
        problems.push({
          place: say('page'),
          problem: say('It goes on at “{address}”: what is there is not in the file.', {
            address: fields['next'],
          }),
        });
    } else rows.push({ row: next, place: sayItem(rows.length) });
  }
  return { rows, problems: problems.length > 0 ? problems : sayPartial(rows.length, total) };
}

function isPacked(fields: Fields): boolean {
  const types = oneOrSeveral(fields['type'] ?? fields['@type']);
  if (types.some((type) => typeof type === 'string' && /Annotation(?:Page|Collection)$/.test(type)))
    return true;
  return fields['target'] === undefined && Array.isArray(fields['@graph']);
}

const KNOWN: ReadonlySet<string> = new Set([
  '@context',
  'id',
  '@id',
  'type',
  '@type',
  'motivation',
  'creator',
  'created',
  'modified',
  'generator',
  'body',
  'bodyValue',
]);

function readAnnotation(row: Fields, place: string): ForeignAnnotation {
  const author = readAuthor(row['creator']);
  const [created, modified] = [wordsOrNull(row['created']), wordsOrNull(row['modified'])];
  const iri = iriOf(row);
  const isOurs = textOf(fieldsOf(row['generator'])['id']) === 'urn:linecheck:app';
  const mark = isOurs ? readMark(row['body']) : null;
  const bodies = [
    ...oneOrSeveral(row['body']).filter((body) => !mark?.bodies.has(body)),
    ...(typeof row['bodyValue'] === 'string' ? [{ value: row['bodyValue'] }] : []),
  ];
  const motivations = oneOrSeveral(row['motivation']).filter((one) => typeof one === 'string');
  const read = readBodies(bodies, {
    purpose: motivations.find((one) => one === 'tagging' || one === 'classifying') ?? motivations[0] ?? '',
    author,
    at: created,
    readsVerdictTags: !isOurs,
    idsAreAddresses: true,
  });
  return {
    ...BLANK_ANNOTATION,
    place,
    originalId: iri || null,
    ownId: ownIdIn(iri, 'annotation'),
    targets: oneOrSeveral(row['target']).flatMap(readTargets),
    isNotCheckable: mark !== null,
    reason: mark?.reason ?? null,
    tags: read.tags,
    author,
    createdAt: created,
    updatedAt: modified,
    judgements: read.judgements,
    sources: read.sources,
    // Of what others wrote everything is kept, also where they gave it an id like ours.
    foreign: restOf(leftOf(row, isOurs), KNOWN, read.rest) ?? (isOurs ? undefined : null),
  };
}

/** With who else made it, and where it points as the other tool says so: from there only words and offsets are taken. */
function leftOf({ target, ...row }: Fields, isOurs: boolean): Fields {
  const { creator } = row;
  const isByMany = Array.isArray(creator) && creator.length > 1;
  return {
    ...row,
    ...(isByMany ? { creators: creator } : {}),
    ...(isOurs || target === undefined ? {} : { target }),
  };
}

/** Our own mark that nothing is to be checked: the verdicts of people have a date, it has none. */
function readMark(
  body: unknown,
): { readonly bodies: ReadonlySet<unknown>; readonly reason: string | null } | null {
  const undated = oneOrSeveral(body).filter((one) => isFields(one) && one['modified'] === undefined);
  const says = (purpose: string): unknown => undated.find((one) => fieldsOf(one)['purpose'] === purpose);
  const mark = says('classifying');
  if (fieldsOf(mark)['value'] !== 'Not checkable') return null;
  const reason = says('describing');
  return { bodies: new Set([mark, reason]), reason: wordsOrNull(fieldsOf(reason)['value']) };
}

/** None for a target that is the whole document, which has no selector. */
function readTargets(target: unknown): readonly ForeignTarget[] {
  const fields = fieldsOf(target);
  const { items } = fields;
  if (Array.isArray(items)) return items.flatMap(readTargets);
  const fragment = addressOf(target).split('#').slice(1).join('#');
  const inAddress = fragment === '' ? [] : [{ type: 'FragmentSelector', value: fragment }];
  const selectors = [...oneOrSeveral(fields['selector']), ...inAddress].filter(isFields);
  if (selectors.length === 0) return [];
  const read = selectors.map((selector) => readSelector(selector));
  const quote = read.find((one) => one.quote)?.quote ?? null;
  const position = read.find((one) => one.position)?.position ?? null;
  const hints = read.flatMap(({ hint }) => hint ?? []);
  const between = read.find((one) => one.between)?.between;
  const isNowhere = quote === null && position === null && hints.length === 0;
  const hint = isNowhere ? 'a selector without words' : hints.join('; ') || null;
  return [{ quote, position, hint, ...(between ? { between } : {}) }];
}

const NOTHING: ForeignTarget = { quote: null, position: null, hint: null };

/** A selector and what refines it, of which several are alternatives: what is selected is the finer of both, or nothing. */
function readSelector(selector: Fields): ForeignTarget {
  const own = readOneSelector(selector);
  const inner = oneOrSeveral(selector['refinedBy']).filter(isFields).map(readSelector);
  const finer = inner.find(({ quote }) => quote) ?? inner[0];
  return finer ? refine(own, finer) : own;
}

function readOneSelector(selector: Fields): ForeignTarget {
  const { type, exact, prefix, suffix, start, end, value } = selector;
  switch (type) {
    case 'TextQuoteSelector':
      return textOf(exact) === ''
        ? NOTHING
        : { ...NOTHING, quote: { exact: textOf(exact), prefix: textOf(prefix), suffix: textOf(suffix) } };
    case 'TextPositionSelector': {
      const range = rangeOf(start, end);
      return range ? { ...NOTHING, position: { ...range, unit: 'code-points' } } : NOTHING;
    }
    case 'FragmentSelector':
      return readFragment(textOf(value));
    case 'RangeSelector':
      return readRange(selector);
    default: {
      const name = textOf(type).replace(/Selector$/, '') || 'selector';
      return { ...NOTHING, hint: `${name}${textOf(value) === '' ? '' : ` ${textOf(value)}`}` };
    }
  }
}

/** Characters of a plain text (RFC 5147), and words of a text fragment or from some words through others. */
function readFragment(value: string): ForeignTarget {
  const [, start, end] = /^char=(\d{1,9}),(\d{1,9})/.exec(value) ?? [];
  const range = rangeOf(Number(start), Number(end));
  if (range) return { ...NOTHING, position: { ...range, unit: 'code-points' } };
  const directive = /^(?:.*:~:)?text=([^&]+)/s.exec(value)?.[1];
  const parts = directive?.split(',').map(decode) ?? [];
  const prefix = parts[0]?.endsWith('-') ? parts.shift()?.slice(0, -1) : undefined;
  const suffix = parts.at(-1)?.startsWith('-') ? parts.pop()?.slice(1) : undefined;
  const [exact, until, ...more] = parts;
  const quote = { exact: exact ?? '', prefix: prefix ?? '', suffix: suffix ?? '' };
  const hint = `fragment ${value}`;
  if (quote.exact === '' || more.length > 0 || value.includes('&text=')) return { ...NOTHING, hint };
  if (until === undefined) return { ...NOTHING, quote };
  const [from, to] = [
    { ...quote, suffix: '' },
    { ...quote, exact: until, prefix: '' },
  ];
  return until === '' ? { ...NOTHING, hint } : { ...NOTHING, hint, between: { from, to, isThrough: true } };
}

/** From one selector to where another begins: offsets and words make a range, anything else is for a person to find. */
function readRange({ startSelector, endSelector }: Fields): ForeignTarget {
  const [from, to] = [startSelector, endSelector].map((one) => readSelector(fieldsOf(one)));
  const range = rangeOf(from?.position?.start, to?.position?.start);
  if (range) return { ...NOTHING, position: { ...range, unit: 'code-points' } };
  const [first, last] = [from, to].map((one) => one?.quote?.exact ?? one?.hint ?? '');
  const hint = first || last ? `from “${first}” up to “${last}”` : 'range';
  if (!from?.quote || !to?.quote) return { ...NOTHING, hint };
  return { ...NOTHING, hint, between: { from: from.quote, to: to.quote } };
}

/** A reply to a reply belongs to what began the talk; one to something that is not there stands alone. */
function joinReplies(
  items: readonly ForeignAnnotation[],
  replies: readonly { readonly to: string; readonly item: ForeignAnnotation }[],
): readonly ForeignAnnotation[] {
  const answered = new Map(replies.map(({ to, item }) => [item.originalId ?? '', to]));
  const talks = new Map(items.map(({ originalId }): [string, ForeignAnnotation[]] => [originalId ?? '', []]));
  const lonely: ForeignAnnotation[] = [];
  for (const { to, item } of replies) {
    const talk = talks.get(rootOf(to, answered));
    if (talk) talk.push(item);
    else lonely.push(item);
  }
  return [...items.map((item) => withReplies(item, talks.get(item.originalId ?? '') ?? [])), ...lonely];
}

/** What replies judge, tag and cite is said of what they answer; what else is in them is kept with it. */
function withReplies(item: ForeignAnnotation, replies: readonly ForeignAnnotation[]): ForeignAnnotation {
  if (replies.length === 0) return item;
  return {
    ...item,
    judgements: [...item.judgements, ...replies.flatMap(({ judgements }) => judgements)],
    tags: [...item.tags, ...replies.flatMap(({ tags }) => tags)],
    sources: [...item.sources, ...replies.flatMap(({ sources }) => sources)],
    foreign: withKeptReplies(
      item.foreign,
      replies.map(({ originalId, updatedAt, targets, foreign }) => ({
        id: originalId,
        updatedAt,
        targets,
        foreign,
      })),
    ),
  };
}

/** What began the talk that this is part of. Every step is shortened, so that a long chain is walked once. */
function rootOf(from: string, answered: Map<string, string>): string {
  const path: string[] = [];
  const met = new Set<string>();
  let root = from;
  for (let next = answered.get(root); next !== undefined && !met.has(root); next = answered.get(root)) {
    met.add(root);
    path.push(root);
    root = next;
  }
  for (const step of path) answered.set(step, root);
  return root;
}

function iriOf(row: unknown): string {
  const { id, '@id': oldId } = fieldsOf(row);
  return textOf(id ?? oldId);
}

function addressOf(target: unknown): string {
  if (typeof target === 'string') return target;
  const { source, id } = fieldsOf(target);
  return textOf(source) || textOf(fieldsOf(source)['id']) || textOf(id);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
