import { expect, test } from 'vitest';
import { newId } from './new-id.ts';

test('ids are version 7 UUIDs, all different, in the order of their creation', () => {
  const ids = Array.from({ length: 20_000 }, newId);
  const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  expect(ids.filter((id) => !shape.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
});
