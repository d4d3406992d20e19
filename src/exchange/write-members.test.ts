import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeMembers } from './write-members.ts';

test('members are written as JSON.stringify writes them', async () => {
  const pace = (): Promise<void> => Promise.resolve();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.jsonValue()), async (list) => {
      expect(`[${await writeMembers(list, 1, pace)}]`).toBe(JSON.stringify(list, null, 2));
      expect(`[\n  {\n    "a": [${await writeMembers(list, 3, pace)}]\n  }\n]`).toBe(
        JSON.stringify([{ a: list }], null, 2),
      );
    }),
  );
});
