import {
  BLANK_ANNOTATION,
  BLANK_JUDGEMENT,
  type ForeignAnnotation,
  type ForeignJudgement,
  type ForeignTarget,
} from '../domain/foreign-annotation.ts';
import { say } from '../messages/say.ts';
import { sayItem } from './say-place.ts';
import type { ItemProblem, ParseContext, ParseResult, UnknownFile } from './format.ts';
import { sayPartial } from './say-partial.ts';
import { readJudgedOn } from './judged-on.ts';
import { createPlainReader, typesOf } from './json-ld.ts';
import { fieldsOf, isFields, oneOrSeveral, rangeOf, textOf, wordsOrNull, type Fields } from './loose-json.ts';
import { refine } from './refine-target.ts';
import {
  judgementsOfReplies,
  ownIdIn,
  readAuthor,
  readBodies,
  restOf,
  withKeptReplies,
} from './read-bodies.ts';

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
  const { rows, nodes, problems: partial } = listRows(json.value);
  const problems = [...partial];
  const items: ForeignAnnotation[] = [];
  const replies: { readonly to: string; readonly item: ForeignAnnotation }[] = [];
  const context = contextOf(json.value);
  const common = createPlainReader([context], nodes);
  const ids = new Set(rows.map(({ row }) => textOf(common.fieldsOf(row)['id'])).filter((iri) => iri !== ''));
  for (const [i, { row, place }] of rows.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / rows.length);
    const own = fieldsOf(row)['@context'];
    const hasOwn = own !== context && typeof own === 'object';
    const plain = hasOwn ? createPlainReader([context, own], nodes) : common;
    const read = fieldsOf(plain.whole(row));
    if (!isFields(row) || isOnlyNamed(read)) {
      problems.push({ place, problem: say('It is only named and not in the file.') });
      continue;
    }
    const item = readAnnotation(read, leftOf(row, read, plain.nameOf), place);
    const to = oneOrSeveral(read['target'])
      .map(addressOf)
      .find((address) => ids.has(address));
    if (to === undefined || to === textOf(read['id'])) items.push(item);
    else replies.push({ to, item });
  }
  return { ok: true, kind: 'annotations', documents: [], items: joinReplies(items, replies), problems };
}

/** That of the file, or of the first annotation of a bare list. */
function contextOf(value: unknown): unknown {
  return fieldsOf(oneOrSeveral(value)[0])['@context'];
}

function isOnlyNamed(row: Fields): boolean {
  return Object.keys(row).every((name) => name === 'id' || name === 'type' || name === '@context');
}

interface Row {
  readonly row: unknown;
  readonly place: string;
}

/**
 * The annotations in the order of the file, whatever they are packed in, and what a graph holds beside them, by id.
 */
function listRows(value: unknown): {
  readonly rows: readonly Row[];
  readonly nodes: ReadonlyMap<string, unknown>;
  readonly problems: readonly ItemProblem[];
} {
  const plain = createPlainReader(contextOf(value));
  const rows: unknown[] = [];
  const nodes = new Map<string, unknown>();
  const inGraph = new Set<string>();
  const problems: ItemProblem[] = [];
  let total = 0;
  // A list of our own, since pages may stand in one another a hundred deep; the last is the next.
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    const fields = plain.fieldsOf(next);
    const graph = fields['@graph'];
    if (Array.isArray(next)) for (let i = next.length - 1; i >= 0; i -= 1) waiting.push(next[i]);
    else if (Array.isArray(graph) && fields['target'] === undefined) {
      const members = (graph as readonly unknown[]).map((node) => ({ node, of: plain.fieldsOf(node) }));
      for (const { node, of } of members.toReversed()) {
        const id = textOf(of['id']);
        const isListed = isPacked(of) || isAnnotation(of);
        if (isListed) waiting.push(node);
        if (id === '') continue;
        if (isListed) inGraph.add(id);
        else nodes.set(id, node);
      }
    } else if (isPacked(fields)) {
      for (const part of [fields['next'], fields['items'], fields['first']])
        if (typeof part === 'object' && part !== null) waiting.push(part);
      total = Math.max(
        total,
        ...[fields, plain.fieldsOf(fields['partOf'])].map((one) => Number(one['total']) || 0),
      );
      if (
        typeof fields['first'] === 'string' &&
        fields['items'] === undefined &&
        !inGraph.has(fields['first'])
      )
        problems.push({
          place: say('collection'),
          problem: say('Its pages are not in the file, only the address of the first.'),
        });
      if (typeof fields['next'] === 'string' && !inGraph.has(fields['next']))
        problems.push({
          place: say('page'),
          problem: say('It goes on at “{address}”: what is there is not in the file.', {
            address: fields['next'],
          }),
        });
    } else rows.push(next);
  }
  const isNamedAgain = (row: unknown): boolean => {
    const id = typeof row === 'string' ? row : textOf(plain.fieldsOf(row)['id']);
    return inGraph.has(id) && (typeof row === 'string' || isOnlyNamed(plain.fieldsOf(row)));
  };
  const own = inGraph.size === 0 ? rows : rows.filter((row) => !isNamedAgain(row));
  return {
    rows: own.map((row, i) => ({ row, place: sayItem(i) })),
    nodes,
    problems: problems.length > 0 ? problems : sayPartial(own.length, total),
  };
}

function isPacked(fields: Fields): boolean {
  return typesOf(fields).some((type) => /^Annotation(?:Page|Collection)$/.test(type));
}

function isAnnotation(fields: Fields): boolean {
  return typesOf(fields).includes('Annotation') || fields['target'] !== undefined;
}

const KNOWN: ReadonlySet<string> = new Set([
  '@context',
  'id',
  'type',
  'motivation',
  'creator',
  'created',
  'modified',
  'generator',
  'body',
  'bodyValue',
]);

/** `left` is what nothing is made of. */
function readAnnotation(row: Fields, left: Fields, place: string): ForeignAnnotation {
  const author = readAuthor(row['creator']);
  const [created, modified] = [wordsOrNull(row['created']), wordsOrNull(row['modified'])];
  const iri = textOf(row['id']);
  const isOurs = isOfOurs(row);
  const mark = isOurs ? readMark(row['body']) : null;
  const doubted = isOurs ? readDoubted(row['body']) : new Map<unknown, ForeignJudgement>();
  const bodies = [
    ...oneOrSeveral(row['body']).filter((body) => !mark?.bodies.has(body) && !doubted.has(body)),
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
    judgements: [...read.judgements, ...doubted.values()],
    sources: read.sources,
    // Of what others wrote everything is kept, also where they gave it an id like ours.
    foreign: restOf(left, NOTHING_KNOWN, read.rest) ?? (isOurs ? undefined : null),
  };
}

const NOTHING_KNOWN: ReadonlySet<string> = new Set();

function isOfOurs({ generator }: Fields): boolean {
  return textOf(fieldsOf(generator)['id']) === 'urn:linecheck:app';
}

/**
 * What is kept of an annotation as the file writes it: what has no field here, who else made it, and where it points,
 * since from there only words and offsets are taken.
 */
function leftOf(row: Fields, read: Fields, nameOf: (name: string) => string): Fields {
  const { creator, target } = read;
  const isByMany = Array.isArray(creator) && creator.length > 1;
  const others = Object.entries(row).filter(
    ([name]) => !KNOWN.has(nameOf(name)) && nameOf(name) !== 'target',
  );
  return {
    ...Object.fromEntries(others),
    ...(isByMany ? { creators: creator } : {}),
    ...(isOfOurs(read) || target === undefined ? {} : { target }),
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

/** What we have written as comments because it is not on the words that stand there. */
function readDoubted(body: unknown): ReadonlyMap<unknown, ForeignJudgement> {
  const doubted = new Map<unknown, ForeignJudgement>();
  for (const one of oneOrSeveral(body)) {
    const { purpose, value, creator, modified } = fieldsOf(one);
    const said = purpose === 'commenting' ? readJudgedOn(textOf(value)) : null;
    if (!said) continue;
    doubted.set(one, {
      ...BLANK_JUDGEMENT,
      author: readAuthor(creator),
      at: wordsOrNull(modified),
      labels: said.label === null ? [] : [said.label],
      comment: said.conclusion,
      ...(said.standing === 'in-doubt' ? { isOfOtherWords: true } : {}),
    });
  }
  return doubted;
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
  const { exact, prefix, suffix, start, end, value } = selector;
  const types = typesOf(selector);
  const type = types.find((one) => one.endsWith('Selector')) ?? types[0] ?? '';
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
      const name = type.replace(/Selector$/, '') || 'selector';
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
    judgements: [...item.judgements, ...judgementsOfReplies(replies)],
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
