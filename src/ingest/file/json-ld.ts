import { decodeCharacterReferences } from '../character-references.ts';

/** What JSON-LD says about the article of its page; empty strings where it says nothing. */
export interface SaidInJsonLd {
  readonly title: string;
  readonly byline: string;
  readonly publisher: string;
  readonly publishedAt: string;
  readonly url: string;
  readonly language: string;
}

type Data = Readonly<Record<string, unknown>>;

const ARTICLE = /^(?:https?:\/\/schema\.org\/)?\w*(?:Article|BlogPosting|LiveBlogPosting|Report|Review)$/;

/** Objects and lists that are looked at: more belong to no article. */
const MOST = 20_000;
/** Authors that are named. */
const MOST_AUTHORS = 100;

/**
 * Reads the article (schema.org) out of the JSON-LD scripts of a page, whether it stands alone, in a list or in a
 * `@graph`. What is damaged says nothing.
 */
export function readJsonLd(scripts: readonly string[]): SaidInJsonLd {
  const objects = listObjects(scripts.map(parse));
  const article = objects.find((one) =>
    list(one['@type']).some((type) => typeof type === 'string' && ARTICLE.test(type)),
  );
  const byId = new Map<string, Data>();
  for (const one of objects) if (typeof one['@id'] === 'string' && 'name' in one) byId.set(one['@id'], one);
  const resolve = (value: unknown): unknown =>
    isObject(value) ? (byId.get(text(value['@id'])) ?? value) : value;
  const name = (value: unknown): string => {
    const one = resolve(value);
    return isObject(one) ? text(list(one['name'])[0]) : text(one);
  };
  const page = article?.['mainEntityOfPage'];
  return {
    title: text(article?.['headline']) || text(article?.['name']),
    byline: list(article?.['author'])
      .slice(0, MOST_AUTHORS)
      .map(name)
      .filter((one) => one !== '' && !/^https?:/.test(one))
      .join(', '),
    publisher: name(list(article?.['publisher'])[0]),
    publishedAt: text(article?.['datePublished']),
    url: text(article?.['url']) || (isObject(page) ? text(page['@id']) : text(page)),
    language: text(list(article?.['inLanguage'])[0]),
  };
}

function listObjects(roots: readonly unknown[]): readonly Data[] {
  const objects: Data[] = [];
  const met: unknown[] = [];
  const meet = (values: readonly unknown[]): void => {
    for (const value of values) {
      if (met.length >= MOST) return;
      if (typeof value === 'object' && value !== null) met.push(value);
    }
  };
  meet(roots);
  // Whatever is met on the way is looked at in its turn.
  for (const next of met) {
    if (isObject(next)) objects.push(next);
    meet(isObject(next) ? Object.values(next) : list(next));
  }
  return objects;
}

function parse(script: string): unknown {
  try {
    return JSON.parse(
      script.replaceAll(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, ''),
    ) as unknown;
  } catch {
    return null;
  }
}

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  return value === undefined ? [] : [value];
}

/** Many pages write in a script, where they mean nothing, the character references that they need in HTML. */
function text(value: unknown): string {
  return typeof value === 'string' ? decodeCharacterReferences(value) : '';
}

function isObject(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
