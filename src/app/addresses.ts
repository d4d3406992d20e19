import type { Id } from '../domain/record.ts';

/*
 * Addresses are behind the hash: there is no server that could answer a deep path, and so the built folder works from
 * any place on any static host.
 */

export const ROUTES = {
  library: '/',
  paste: '/new',
  preview: '/new/preview',
  sample: '/samples/:sample',
  desk: '/check/:id',
  annotation: '/check/:id/annotation/:annotation',
  version: '/check/:id/version/:version?',
} as const;

export function samplePath(sample: string): string {
  return `/samples/${sample}`;
}

export function deskPath(id: Id, annotation: Id | null = null): string {
  return annotation === null ? `/check/${id}` : `/check/${id}/annotation/${annotation}`;
}

/** An older version of the article, to be read; without one, where a new version is brought in. */
export function versionPath(id: Id, article: Id = ''): string {
  return `/check/${id}/version/${article}`;
}

/** For `href`. */
export function hrefOf(path: string): string {
  return `#${path}`;
}
