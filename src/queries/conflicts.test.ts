import { expect, test } from 'vitest';
import { annotate } from '../domain/annotate.ts';
import { applyChange } from '../domain/change.ts';
import { giveVerdict } from '../domain/give-verdict.ts';
import type { FactCheck } from '../domain/fact-check.ts';
import { openStore } from '../storage/open-store.ts';
import { createFakeBrowser } from '../storage/testing/fake-browser.ts';
import { createFakeClock } from '../storage/testing/fake-clock.ts';
import { startSample } from '../storage/testing/sample.ts';
import { findDifferent } from './conflicts.ts';

const POINT = { quote: { exact: 'bridge', prefix: 'The ', suffix: ' is' }, position: { start: 4, end: 10 } };

test.each([
  ['false', 0],
  ['true', 1],
])(
  'two verdicts given at once, one of them “%s” and the other “false”, are %d conflicts',
  async (ratingId, count) => {
    const browser = createFakeBrowser();
    const [one, other] = ['one', 'other'].map((name) => {
      const clock = createFakeClock(name);
      return { clock, store: openStore({ ...browser.openTab(), clock }) };
    });
    if (!one || !other) throw new Error('There are two tabs.');
    const judge = (factCheck: FactCheck, rating: string, { clock, store }: typeof one): Promise<unknown> => {
      const about = { annotationId: 'a1', reviewerId: 'r1', newId: 'v1' };
      const change = giveVerdict(factCheck, about, { ratingId: rating }, { clock, by: null });
      return store.save(factCheck.id, change);
    };
    const empty = startSample(one.clock);
    await one.store.create(empty);
    const marking = annotate(empty, { targets: [POINT], id: 'a1' }, { clock: one.clock, by: null });
    await one.store.save(empty.id, marking);
    const factCheck = applyChange(empty, marking);
    await judge(factCheck, 'false', one);
    await judge(factCheck, ratingId, other);
    expect(await other.store.conflicts(empty.id)).toHaveLength(1);
    expect(await findDifferent(empty.id, other.store)).toHaveLength(count);
  },
);
