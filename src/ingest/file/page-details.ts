import { isDangerousAddress } from '../../domain/link.ts';
import { attributeOf, tagOf, textIn, walk, type HtmlNode } from '../html-node.ts';
import type { ArticleDetails } from '../make-article.ts';
import { readJsonLd } from './json-ld.ts';

/** Where a page says it, the most trustworthy first; after what its JSON-LD says. */
const META = {
  title: ['og:title', 'twitter:title', 'dc.title', 'headline'],
  byline: ['author', 'article:author', 'dc.creator', 'parsely-author', 'byl'],
  publisher: ['og:site_name', 'application-name', 'dc.publisher', 'publisher'],
  publishedAt: [
    'article:published_time',
    'date',
    'dc.date',
    'pubdate',
    'parsely-pub-date',
    'datepublished',
    'publish-date',
  ],
  url: ['og:url'],
} as const;

/** Units of a detail that is not a whole text by mistake. */
const LONGEST = 500;

/**
 * What a page says about its article: JSON-LD (schema.org), Open Graph and other `meta` elements, `link rel=canonical`,
 * `html lang`, `time` and `title`. All of it is untrusted text; an address is http or https.
 */
export function readPageDetails(root: HtmlNode): ArticleDetails {
  const meta = new Map<string, string>();
  let [canonical, documentTitle, itemAuthor] = ['', '', ''];
  const jsonLd: string[] = [];
  for (const node of walk(root)) {
    switch (tagOf(node)) {
      case 'meta': {
        const name = (
          attributeOf(node, 'property') ??
          attributeOf(node, 'name') ??
          attributeOf(node, 'itemprop')
        )?.toLowerCase();
        const content = tidy(attributeOf(node, 'content') ?? '');
        if (name !== undefined && content !== '' && !meta.has(name)) meta.set(name, content);
        break;
      }
      case 'link':
        if (canonical === '' && attributeOf(node, 'rel')?.toLowerCase() === 'canonical')
          canonical = attributeOf(node, 'href') ?? '';
        break;
      case 'title':
        documentTitle ||= tidy(textIn(node));
        break;
      case 'script':
        if (/^application\/ld\+json/i.test(attributeOf(node, 'type') ?? '')) jsonLd.push(textIn(node));
        break;
      default:
        if (
          itemAuthor === '' &&
          /\bauthor\b/.test(`${attributeOf(node, 'itemprop')} ${attributeOf(node, 'rel')}`)
        )
          itemAuthor = tidy(textIn(node));
    }
  }
  const said = readJsonLd(jsonLd);
  const inMeta = (field: keyof typeof META): string =>
    META[field]
      .map((name) => meta.get(name) ?? '')
      .find((value) => value !== '' && !isAddressOf(field, value)) ?? '';
  const publisher = said.publisher || inMeta('publisher');
  return {
    ...given('title', tidy(said.title || inMeta('title') || withoutSite(documentTitle, publisher))),
    ...given('byline', tidyByline(said.byline || inMeta('byline') || itemAuthor)),
    ...given('publisher', tidy(publisher)),
    ...given('publishedAt', tidy(said.publishedAt || inMeta('publishedAt') || findTime(root))),
    ...given(
      'url',
      [canonical, said.url, inMeta('url')].map(webAddress).find((address) => address !== '') ?? '',
    ),
    ...given(
      'language',
      readTag(attributeOf(root, 'lang') ?? attributeOf(root, 'xml:lang') ?? said.language),
    ),
  };
}

/** “By Ada Moss” is Ada Moss. */
export function tidyByline(byline: string): string {
  return tidy(byline).replace(/^by\s+/i, '');
}

const BESIDE = new Set(['header', 'nav', 'aside', 'footer']);

/**
 * When the `time` elements say that the article came out: the one that is marked as that, else the first one in the
 * article, else the first one on the page. What stands around an article has times of its own, such as today's.
 */
function findTime(root: HtmlNode): string {
  let [marked, inside, elsewhere] = ['', '', ''];
  const stack: { readonly node: HtmlNode; readonly isInside: boolean }[] = [{ node: root, isInside: false }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node } = next;
    const tag = tagOf(node);
    if (!next.isInside && BESIDE.has(tag)) continue;
    const isInside = next.isInside || tag === 'article' || tag === 'main';
    if (tag === 'time') {
      const time = attributeOf(node, 'datetime') ?? '';
      if (/\bdatePublished\b/.test(attributeOf(node, 'itemprop') ?? '')) marked ||= time;
      if (isInside) inside ||= time;
      else elsewhere ||= time;
    }
    const children = Array.from(node.childNodes).toReversed();
    for (const child of children) stack.push({ node: child, isInside });
  }
  return marked || inside || elsewhere;
}

/** Some pages name the author by the address of their profile. */
function isAddressOf(field: keyof typeof META, value: string): boolean {
  return field === 'byline' && /^https?:/i.test(value);
}

/** “Flood – The Daily Post” is “Flood” in The Daily Post. */
function withoutSite(title: string, publisher: string): string {
  const [, words = '', site = ''] = /^(.{10,}?)\s+[|–—-]\s+([^|–—]{2,40})$/u.exec(title) ?? [];
  return publisher === '' || site === publisher ? words || title : title;
}

function webAddress(address: string): string {
  if (!URL.canParse(address) || isDangerousAddress(address)) return '';
  const { protocol, href } = new URL(address);
  return protocol === 'http:' || protocol === 'https:' ? href : '';
}

function readTag(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0] ?? '';
  } catch {
    return '';
  }
}

function tidy(value: string): string {
  return value.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST);
}

function given<Field extends keyof ArticleDetails>(
  field: Field,
  value: string,
): { readonly [Key in Field]?: string } {
  return value === '' ? {} : ({ [field]: value } as { readonly [Key in Field]?: string });
}
