import * as v from 'valibot';
import { say } from '../messages/say.ts';

const entrySchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/, 'is not an id')),
  title: v.pipe(v.string(), v.minLength(1)),
  byline: v.string(),
  publisher: v.string(),
  /** As printed: a date (2021-08-26) or an instant. */
  publishedAt: v.string(),
  /** BCP 47 tag. */
  language: v.pipe(v.string(), v.minLength(1)),
  direction: v.picklist(['ltr', 'rtl']),
  length: v.object({
    unit: v.picklist(['words', 'characters']),
    count: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  summary: v.string(),
  /** A Markdown file beside the catalogue; a bare name, so that it can lead nowhere else. */
  file: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}\.md$/, 'is not the name of a Markdown file')),
  /** SPDX identifier. */
  license: v.string(),
});

const catalogueSchema = v.object({
  articles: v.pipe(
    v.array(entrySchema),
    v.check(
      (articles) => new Set(articles.map(({ id }) => id)).size === articles.length,
      'has two articles of one id',
    ),
  ),
});

/** A sample article as the library lists it before it is loaded. */
export type CatalogueEntry = Readonly<v.InferOutput<typeof entrySchema>>;

export type ReadCatalogue =
  | { readonly ok: true; readonly articles: readonly CatalogueEntry[] }
  | { readonly ok: false; readonly problem: string };

/** The list of sample articles out of the parsed JSON of `catalogue.json`; unknown fields are dropped. */
export function readCatalogue(data: unknown): ReadCatalogue {
  const parsed = v.safeParse(catalogueSchema, data);
  if (parsed.success) return { ok: true, articles: parsed.output.articles };
  const [issue] = parsed.issues;
  return {
    ok: false,
    problem: say('The list of sample articles is damaged: {path}: {issue}.', {
      path: v.getDotPath(issue) ?? 'it',
      issue: issue.message,
    }),
  };
}
