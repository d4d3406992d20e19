import { expect, test } from 'vitest';
import { compareVersions } from './compare-versions.ts';

const STAMP = { id: 'a1', rev: [1, 'a'], updatedAt: '2026-01-01T00:00:00Z', updatedBy: null } as const;

test.each<[what: string, one: object, other: object, fields: readonly object[]]>([
  ['nothing but the stamp', {}, { rev: [2, 'b'], updatedBy: 'r1', base: [1, 'a'], decidedAt: 'later' }, []],
  ['a text', { title: 'é' }, { title: 'e\u0301' }, [{ path: 'title', one: 'é', other: 'e\u0301' }]],
  [
    'a field inside a group',
    { claim: { statement: 'A', kind: 'substance' } },
    { claim: { statement: 'B', kind: 'substance' } },
    [{ path: 'claim.statement', one: 'A', other: 'B' }],
  ],
  [
    'a group that is not there',
    { claim: { claimant: { name: 'Ana' } } },
    { claim: {} },
    [{ path: 'claim.claimant.name', one: 'Ana', other: undefined }],
  ],
  ['a list', { tags: ['a', 'b'] }, { tags: ['b'] }, [{ path: 'tags', one: ['a', 'b'], other: ['b'] }]],
  ['equal lists', { tags: ['a', 'b'] }, { tags: ['a', 'b'] }, []],
  [
    'a rating that was taken back',
    { ratingId: 'true' },
    { ratingId: null },
    [{ path: 'ratingId', one: 'true', other: null }],
  ],
  ['a field of a later version', {}, { mood: 1 }, [{ path: 'mood', one: undefined, other: 1 }]],
])('%s is found as what differs', (_, one, other, fields) => {
  expect(compareVersions({ ...STAMP, ...one }, { ...STAMP, ...other })).toEqual(fields);
});
