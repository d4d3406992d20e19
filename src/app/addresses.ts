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
} as const;

export function samplePath(sample: string): string {
  return `/samples/${sample}`;
}

export function deskPath(id: Id, annotation: Id | null = null): string {
  return annotation === null ? `/check/${id}` : `/check/${id}/annotation/${annotation}`;
}

/** For `href`. */
export function hrefOf(path: string): string {
  return `#${path}`;
}
