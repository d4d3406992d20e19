import { fieldsOf, isFields, oneOrSeveral, type Fields } from './loose-json.ts';

/** Vocabularies whose names stand for those of the Web Annotation context, by the prefix that is usual for each. */
const VOCABULARIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['oa', ['http://www.w3.org/ns/oa#']],
  ['as', ['http://www.w3.org/ns/activitystreams#', 'https://www.w3.org/ns/activitystreams#']],
  ['rdf', ['http://www.w3.org/1999/02/22-rdf-syntax-ns#']],
  ['rdfs', ['http://www.w3.org/2000/01/rdf-schema#']],
  ['dc', ['http://purl.org/dc/elements/1.1/']],
  ['dcterms', ['http://purl.org/dc/terms/']],
  ['foaf', ['http://xmlns.com/foaf/0.1/']],
  ['schema', ['http://schema.org/', 'https://schema.org/']],
  ['cnt', ['http://www.w3.org/2011/content#']],
]);

/** Names of the vocabularies, and of the drafts before the recommendation, by the one that the context gives them. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['@id', 'id'],
  ['@type', 'type'],
  ['@value', 'value'],
  ['chars', 'value'],
  ['hasBody', 'body'],
  ['hasTarget', 'target'],
  ['hasSource', 'source'],
  ['hasSelector', 'selector'],
  ['hasStartSelector', 'startSelector'],
  ['hasEndSelector', 'endSelector'],
  ['hasState', 'state'],
  ['cachedSource', 'cached'],
  ['hasPurpose', 'purpose'],
  ['motivatedBy', 'motivation'],
  ['annotatedBy', 'creator'],
  ['annotatedAt', 'created'],
  ['nick', 'nickname'],
  ['totalItems', 'total'],
]);

/** Values that are terms of a vocabulary, and no words of a person. */
const HOLD_TERMS: ReadonlySet<string> = new Set(['type', 'purpose', 'motivation']);

/** What stays a list when it has one member. */
const LISTS: ReadonlySet<string> = new Set(['items', '@graph']);

/** Where else the nodes of a graph are looked up, each annotation so often: they may name one another without end. */
const MOST_LOOKED_UP = 50;

/** Reads JSON-LD that is written about annotations in one of its many ways as if it were written in the plain one. */
export interface PlainReader {
  /** The names and terms of one object, with its values as they are. */
  readonly fieldsOf: (value: unknown) => Fields;
  /** All of it: prefixes gone, lists of one opened, values out of their wrappers, named nodes in the place of their names. */
  readonly whole: (value: unknown) => unknown;
  /** The name of a field. */
  readonly nameOf: (name: string) => string;
}

/**
 * `context` is the `@context` of the file, or several in a list, in which prefixes may have names of their own; `nodes` are what its graph
 * holds beside the annotations, by id.
 */
export function createPlainReader(
  context: unknown,
  nodes: ReadonlyMap<string, unknown> = new Map(),
): PlainReader {
  const prefixes = prefixesIn(context);
  const local = (name: string): string => {
    if (!name.includes(':')) return name;
    for (const prefix of prefixes) if (name.startsWith(prefix)) return name.slice(prefix.length);
    return name;
  };
  const nameOf = (name: string): string => {
    const own = local(name);
    return RENAMED.get(own) ?? own;
  };
  const terms = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(terms) : typeof value === 'string' ? local(value) : value;
  const shallow = (value: unknown): Fields =>
    Object.fromEntries(
      Object.entries(fieldsOf(value)).map(([name, held]) => {
        const plain = nameOf(name);
        return [plain, HOLD_TERMS.has(plain) ? terms(held) : listIn(held)];
      }),
    );
  return { nameOf, fieldsOf: shallow, whole: (value) => read(value, { left: MOST_LOOKED_UP }, new Set()) };

  function read(value: unknown, budget: { left: number }, path: ReadonlySet<string>): unknown {
    if (Array.isArray(value)) return value.map((one) => read(one, budget, path));
    if (!isFields(value)) return value;
    const fields = shallow(value);
    const names = Object.keys(fields);
    if ('@value' in value && names.every((name) => WRAPPERS.has(name))) return fields['value'];
    const list = listIn(value);
    if (list !== value) return read(list, budget, path);
    const { id } = fields;
    if (names.length === 1 && typeof id === 'string' && nodes.has(id) && !path.has(id) && budget.left > 0) {
      budget.left -= 1;
      return read(nodes.get(id), budget, new Set([...path, id]));
    }
    return Object.fromEntries(names.map((name) => [name, readField(name, fields[name], budget, path)]));
  }

  function readField(
    name: string,
    value: unknown,
    budget: { left: number },
    path: ReadonlySet<string>,
  ): unknown {
    const held = read(value, budget, path);
    const isOfTerms = HOLD_TERMS.has(name);
    if (!Array.isArray(held)) return isOfTerms ? termOf(held) : held;
    const list: readonly unknown[] = isOfTerms ? held.map(termOf) : held;
    return list.length === 1 && !LISTS.has(name) ? list[0] : list;
  }

  /** A term may be written as a node that has only an id. */
  function termOf(value: unknown): unknown {
    const id = isFields(value) ? fieldsOf(value)['id'] : value;
    return typeof id === 'string' ? local(id) : value;
  }
}

/** The members of a list that is wrapped; anything else as it is. */
function listIn(value: unknown): unknown {
  const { '@list': list, '@set': set } = fieldsOf(value);
  return Array.isArray(list ?? set) ? (list ?? set) : value;
}

/** What stands beside the value in a wrapper. */
const WRAPPERS: ReadonlySet<string> = new Set(['value', 'type', '@language', '@direction']);

/** The types that a thing has, without prefixes. */
export function typesOf({ type }: Fields): readonly string[] {
  return oneOrSeveral(type).filter((one) => typeof one === 'string');
}

/** Everything that a name of a vocabulary may begin with, the longest first. */
function prefixesIn(context: unknown): readonly string[] {
  const known = [...VOCABULARIES].flatMap(([prefix, addresses]) => [`${prefix}:`, ...addresses]);
  const addresses = new Set([...VOCABULARIES.values()].flat());
  const own = oneOrSeveral(context)
    .flatMap(oneOrSeveral)
    .flatMap((one) => Object.entries(fieldsOf(one)))
    .filter(([, address]) => typeof address === 'string' && addresses.has(address))
    .map(([prefix]) => `${prefix}:`);
  return [...new Set([...known, ...own])].toSorted((a, b) => b.length - a.length);
}
