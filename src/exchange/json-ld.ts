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

/** Terms of the vocabularies for which the context has a name of its own. */
const RENAMED_TERMS: ReadonlyMap<string, string> = new Map([
  ['OrderedCollection', 'AnnotationCollection'],
  ['OrderedCollectionPage', 'AnnotationPage'],
]);

/** Values that are nodes: a string in them may be the id of one. Not so a source, which is an address. */
const HOLD_NODES: ReadonlySet<string> = new Set(['body', 'target', 'selector']);

/** What stays a list when it has one member. */
const LISTS: ReadonlySet<string> = new Set(['items', '@graph']);

/** Where else the nodes of a graph are looked up, each annotation so often: they may name one another without end. */
const MOST_LOOKED_UP = 50;

/** The lookups of one annotation. */
interface Looking {
  left: number;
  /** The nodes that stayed names because they would stand in themselves. */
  readonly refused: Set<string>;
}

/** Stands among the refused for those of which there were too many. No node has an empty id. */
const TOO_MANY = '';

/** A node in the plain form, and how many lookups that takes. */
interface KeptNode {
  readonly plain: unknown;
  readonly cost: number;
}

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
 * `context` is the `@context` of the file, or several in a list, in which prefixes may have names of their own; `nodes` are
 * what its graph holds beside the annotations, by id.
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
  const localTerm = (term: string): string => {
    const own = local(term);
    return own === term ? term : (RENAMED_TERMS.get(own) ?? own);
  };
  const terms = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(terms) : typeof value === 'string' ? localTerm(value) : value;
  const shallow = (value: unknown): Fields =>
    Object.fromEntries(
      Object.entries(fieldsOf(value)).map(([name, held]) => {
        const plain = nameOf(name);
        return [plain, HOLD_TERMS.has(plain) ? terms(held) : listIn(held)];
      }),
    );
  const kept = new Map<string, KeptNode>();
  return {
    nameOf,
    fieldsOf: shallow,
    whole: (value) => read(value, { left: MOST_LOOKED_UP, refused: new Set() }, new Set()),
  };

  function read(value: unknown, looking: Looking, path: ReadonlySet<string>): unknown {
    if (Array.isArray(value)) return value.map((one) => read(one, looking, path));
    if (!isFields(value)) return value;
    const fields = shallow(value);
    const names = Object.keys(fields);
    if ('@value' in value && names.every((name) => WRAPPERS.has(name))) return fields['value'];
    const list = listIn(value);
    if (list !== value) return read(list, looking, path);
    const { id } = fields;
    if (names.length === 1 && typeof id === 'string' && nodes.has(id)) {
      if (!path.has(id) && looking.left > 0) return lookUp(id, looking, path);
      looking.refused.add(path.has(id) ? id : TOO_MANY);
    }
    return Object.fromEntries(names.map((name) => [name, readField(name, fields[name], looking, path)]));
  }

  /** However many name a node, it is made once, unless what led to it, or how much was left, has a part in what it is. */
  function lookUp(id: string, looking: Looking, path: ReadonlySet<string>): unknown {
    const known = kept.get(id);
    if (known && known.cost <= looking.left) {
      looking.left -= known.cost;
      return known.plain;
    }
    const own: Looking = { left: looking.left - 1, refused: new Set() };
    const plain = read(nodes.get(id), own, new Set([...path, id]));
    own.refused.delete(id);
    if (own.refused.size === 0) kept.set(id, { plain, cost: looking.left - own.left });
    looking.left = own.left;
    for (const one of own.refused) looking.refused.add(one);
    return plain;
  }

  function readField(name: string, value: unknown, looking: Looking, path: ReadonlySet<string>): unknown {
    const held = read(HOLD_NODES.has(name) ? withNodes(value) : value, looking, path);
    const isOfTerms = HOLD_TERMS.has(name);
    if (!Array.isArray(held)) return isOfTerms ? termOf(held) : held;
    const list: readonly unknown[] = isOfTerms ? held.map(termOf) : held;
    return list.length === 1 && !LISTS.has(name) ? list[0] : list;
  }

  /** Where the context lets nodes be named by their ids alone. */
  function withNodes(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(withNodes);
    return typeof value === 'string' && nodes.has(value) ? { id: value } : value;
  }

  /** A term may be written as a node that has only an id. */
  function termOf(value: unknown): unknown {
    const id = isFields(value) ? fieldsOf(value)['id'] : value;
    return typeof id === 'string' ? localTerm(id) : value;
  }
}

/** The members of a list that is wrapped, also where the wrapper stands alone in a list; anything else as it is. */
function listIn(value: unknown): unknown {
  const wrapper: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  const { '@list': list, '@set': set } = fieldsOf(wrapper);
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
