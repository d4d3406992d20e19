import * as v from 'valibot';
import { articleSchema } from '../domain/article.ts';
import type { DraftArticle } from '../domain/start-fact-check.ts';
import { say } from '../messages/say.ts';

export type ReadyArticle =
  | { readonly ok: true; readonly article: DraftArticle }
  | { readonly ok: false; readonly problem: string };

/**
 * An article that was made beforehand, out of the parsed JSON of a sample: it is there without a Markdown reader, a
 * segmenter and their weight. `retrievedAt` is the UTC instant at which it was taken; unknown fields are dropped.
 */
export function readReadyArticle(data: unknown, retrievedAt: string): ReadyArticle {
  const stamped = { ...(isObject(data) ? data : {}), ...STAMP, retrievedAt };
  const parsed = v.safeParse(articleSchema, stamped);
  if (parsed.success) {
    const { type: _type, id: _id, rev: _rev, updatedAt: _at, updatedBy: _by, ...article } = parsed.output;
    return { ok: true, article };
  }
  const [issue] = parsed.issues;
  return {
    ok: false,
    problem: say('The sample article is damaged: {path}: {issue}.', {
      path: v.getDotPath(issue) ?? 'it',
      issue: issue.message,
    }),
  };
}

const STAMP = {
  type: 'article',
  id: 'sample',
  rev: [0, ''],
  updatedAt: '1970-01-01T00:00:00Z',
  updatedBy: null,
} as const;

function isObject(data: unknown): data is object {
  return typeof data === 'object' && data !== null;
}
