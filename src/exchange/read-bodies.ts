import {
  BLANK_JUDGEMENT,
  BLANK_SOURCE,
  type ForeignAnnotation,
  type ForeignAuthor,
  type ForeignJudgement,
  type ForeignSource,
} from '../domain/foreign-annotation.ts';
import { verdictIn } from '../domain/foreign-words.ts';
import { isId, type Id } from '../domain/record.ts';
import { typesOf } from './json-ld.ts';
import {
  fieldsOf,
  firstWords,
  isFields,
  oneOrSeveral,
  textOf,
  without,
  wordsOrNull,
  type Fields,
} from './loose-json.ts';

/** What the bodies of an annotation say: those of the W3C model, whose shape Recogito shares. */
export interface ReadBodies {
  readonly judgements: readonly ForeignJudgement[];
  readonly tags: readonly string[];
  readonly sources: readonly ForeignSource[];
  /** Bodies that are nothing of all that. */
  readonly rest: readonly unknown[];
}

/** What holds for a body that says nothing else. */
export interface BodyDefaults {
  readonly purpose: string;
  readonly author: ForeignAuthor | null;
  readonly at: string | null;
  /** A tag such as `verdict:false` is a verdict, as it is in tools that know nothing but tags. */
  readonly readsVerdictTags: boolean;
  /** An id is the address of what the body is, as in the W3C model; elsewhere it only names the body. */
  readonly idsAreAddresses: boolean;
}

/** Reads bodies by their purpose. What one person says in several of them is one judgement. */
export function readBodies(bodies: readonly unknown[], defaults: BodyDefaults): ReadBodies {
  const people = new Map<string, Said>();
  const tags: string[] = [];
  const sources: ForeignSource[] = [];
  const rest: unknown[] = [];
  for (const body of bodies.flatMap(flattenBody)) {
    const { purpose: ownPurpose, creator, modified, created } = fieldsOf(body);
    const purpose = oneOrSeveral(ownPurpose).find((one) => typeof one === 'string') ?? defaults.purpose;
    const author = creator === undefined ? defaults.author : readAuthor(creator);
    const at = wordsOrNull(modified) ?? wordsOrNull(created) ?? defaults.at;
    const said = (): Said => saidBy(people, author, at);
    const text = wordsOf(body);
    switch (purpose) {
      case 'classifying': {
        const label = text ?? labelOf(body);
        if (label === null) rest.push(body);
        else said().labels.push(label);
        break;
      }
      case 'tagging': {
        const tag = text ?? labelOf(body);
        const verdict = tag !== null && defaults.readsVerdictTags ? verdictIn(tag) : null;
        if (verdict !== null) said().labels.push(verdict);
        else if (tag === null) rest.push(body);
        else tags.push(tag);
        break;
      }
      case 'editing':
        if (text === null) rest.push(body);
        else said().wordings.push(text);
        break;
      default: {
        const source = text === null ? readSource(body, defaults.idsAreAddresses) : null;
        if (source) sources.push(source);
        else if (text !== null) said().comments.push(text);
        else if (Object.keys(fieldsOf(body)).length > 0) rest.push(body);
      }
    }
  }
  return { judgements: [...people.values()].map(judgementOf), tags, sources, rest };
}

/** A person as JSON-LD names one: an address, or an object with a name. */
export function readAuthor(creator: unknown): ForeignAuthor | null {
  const [first] = oneOrSeveral(creator);
  if (typeof first === 'string') return first.trim() === '' ? null : { name: first, ownId: null };
  if (!isFields(first)) return null;
  const id = textOf(first['id']);
  const ownId = ownIdIn(id, 'reviewer');
  const name = firstWords([first['name'], first['nickname'], first['email'], id]);
  // A reviewer of ours without a name has one all the same: none.
  if (ownId !== null) return { name: textOf(first['name']), ownId };
  return name === null ? null : { name, ownId: null };
}

/** The id of a record of ours that an IRI of our own export names; null for any other IRI. */
export function ownIdIn(iri: string, what: 'annotation' | 'reviewer' | 'source'): Id | null {
  const prefix = `urn:linecheck:${what}:`;
  const id = iri.startsWith(prefix)
    ? iri.slice(prefix.length)
    : what === 'annotation' && /^urn:uuid:[0-9a-f-]{36}$/i.test(iri)
      ? iri.slice('urn:uuid:'.length)
      : '';
  return isId(id) ? id : null;
}

/** What one person says, as it is gathered: an annotation may have very many bodies. */
interface Said {
  readonly author: ForeignAuthor | null;
  readonly at: string | null;
  readonly labels: string[];
  readonly comments: string[];
  readonly wordings: string[];
}

function saidBy(all: Map<string, Said>, author: ForeignAuthor | null, at: string | null): Said {
  const key = author === null ? '' : `${author.ownId ?? ''}/${author.name}`;
  let said = all.get(key);
  if (!said) all.set(key, (said = { author, at, labels: [], comments: [], wordings: [] }));
  return said;
}

function judgementOf({ author, at, labels, comments, wordings }: Said): ForeignJudgement {
  return {
    ...BLANK_JUDGEMENT,
    author,
    at,
    labels,
    comment: comments.join('\n\n'),
    suggestedWording: wordings.length === 0 ? null : wordings.join('\n\n'),
  };
}

/** Choices, lists and composites hold other bodies: what is in them counts. */
function flattenBody(body: unknown): readonly unknown[] {
  const { items } = fieldsOf(body);
  return Array.isArray(items) ? items.flatMap(flattenBody) : [body];
}

/** The words of a textual body; null when it has none. A bare string is the address of something. */
function wordsOf(body: unknown): string | null {
  return firstWords(oneOrSeveral(fieldsOf(body)['value']));
}

/** The last part of the address of a term: "false" of `urn:example:scale#false`. */
function labelOf(body: unknown): string | null {
  const { source, id, label, name } = fieldsOf(body);
  const inner = fieldsOf(source);
  const words = firstWords([label, name, inner['label'], inner['name']]);
  if (words !== null) return words;
  const iri = [body, source, inner['id'], id].find((one) => typeof one === 'string');
  return typeof iri === 'string' ? wordsOrNull(iri.split(/[#/:]/).at(-1)) : null;
}

/** What a linking body points to; null when it names nothing. */
function readSource(body: unknown, idsAreAddresses: boolean): ForeignSource | null {
  if (typeof body === 'string') return wordsOrNull(body) === null ? null : cited({ url: body });
  if (!isFields(body)) return null;
  const { source, selector, state, label, title } = body;
  const inner = fieldsOf(source);
  const ownIri = idsAreAddresses ? wordsOrNull(body['id']) : null;
  const iri = wordsOrNull(source) ?? wordsOrNull(inner['id']) ?? ownIri;
  const ownId = iri === null ? null : ownIdIn(iri, 'source');
  const name = firstWords(
    [inner['label'], inner['title'], inner['name'], label, title].flatMap(oneOrSeveral),
  );
  if (iri === null && name === null) return null;
  const times = oneOrSeveral(state).map(fieldsOf);
  // A date that stands alone is when it was looked at; one beside a copy may be that of the copy.
  const looked = times.find((one) => one['cached'] === undefined && one['sourceDate'] !== undefined);
  const dated = looked ?? times.find((one) => one['sourceDate'] !== undefined);
  const quote = oneOrSeveral(selector)
    .map(fieldsOf)
    .find((one) => typesOf(one).includes('TextQuoteSelector'));
  return {
    ...cited({ url: ownId === null ? iri : null, title: name ?? '', ownId }, wordsOrNull(quote?.['exact'])),
    accessedAt: firstWords(oneOrSeveral(dated?.['sourceDate'])),
    archives: times.flatMap((one) => oneOrSeveral(one['cached'])).filter((one) => typeof one === 'string'),
  };
}

function cited(words: Partial<ForeignSource>, quote: string | null = null): ForeignSource {
  return {
    ...BLANK_SOURCE,
    ...words,
    use: { stance: null, quote, locator: null, note: null, annotationId: null },
  };
}

/** The parts of an object that nothing was made of. */
export function restOf(fields: Fields, known: ReadonlySet<string>, bodies: readonly unknown[]): unknown {
  const left = without(fields, known);
  return bodies.length > 0 ? { ...left, bodies } : left;
}

/** What is left over of an annotation, with what is left over of its replies. */
export function withKeptReplies(
  foreign: unknown,
  replies: readonly { readonly id: string | null; readonly foreign: unknown }[],
): unknown {
  return replies.length === 0 ? foreign : { ...fieldsOf(foreign), replies };
}

/** What replies say, each with its name. */
export function judgementsOfReplies(replies: readonly ForeignAnnotation[]): readonly ForeignJudgement[] {
  return replies.flatMap(({ originalId, judgements }) =>
    originalId === null ? judgements : judgements.map((one) => ({ ...one, replyId: originalId })),
  );
}
