import { expect, test } from 'vitest';
import { annotate, removeAnnotations } from '../domain/annotate.ts';
import { applyChange, type Change } from '../domain/change.ts';
import { citeSource } from '../domain/cite-source.ts';
import { renameFactCheck } from '../domain/fact-check-edits.ts';
import type { FactCheck } from '../domain/fact-check.ts';
import { giveVerdict } from '../domain/give-verdict.ts';
import { openStore } from './open-store.ts';
import { createFakeBrowser } from './testing/fake-browser.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import { startSample } from './testing/sample.ts';

const POINT = { quote: { exact: 'bridge', prefix: 'The ', suffix: ' is' }, position: { start: 4, end: 10 } };

test('what has changed since the last file is counted by what a person did it to, over sessions and tabs', async () => {
  const browser = createFakeBrowser();
  const clock = createFakeClock('one');
  const tab = browser.openTab();
  const store = openStore({ ...tab, clock });
  const hand = { clock, by: null };
  let factCheck: FactCheck = startSample(clock);
  const { id } = factCheck;
  const edit = async (change: Change): Promise<void> => {
    factCheck = applyChange(factCheck, change);
    await store.save(id, change);
  };
  await store.create(factCheck);
  expect(store.unfiled(id)).toBe(0);

  await edit(annotate(factCheck, { targets: [POINT], id: 'a1' }, hand));
  const names = { annotationId: 'a1', reviewerId: 'r1', newId: 'v1' };
  await edit(giveVerdict(factCheck, names, { ratingId: 'true' }, hand));
  await edit(giveVerdict(factCheck, names, { conclusion: 'So it is.' }, hand));
  expect(store.unfiled(id)).toBe(1);
  const ids = { evidence: 'e1', source: 's1' };
  await edit(
    citeSource(
      factCheck,
      { annotationId: 'a1', source: { title: 'The survey' }, stance: 'supports', ids },
      hand,
    ),
  );
  await edit(renameFactCheck(factCheck, 'Other', hand));
  expect(store.unfiled(id)).toBe(3);

  const later = openStore({ ...browser.openTab(), clock: createFakeClock('two') });
  expect(later.unfiled(id)).toBe(3);
  expect(await later.list()).toMatchObject([{ id, unfiled: 3 }]);
  later.markFiled([factCheck]);
  expect(later.unfiled(id)).toBe(0);
  while (tab.deliver());
  expect(store.unfiled(id)).toBe(0);

  await edit(removeAnnotations(factCheck, ['a1'], hand));
  expect(store.unfiled(id)).toBe(1);
  store.markFiled([factCheck]);
  expect(store.unfiled(id)).toBe(0);
  expect(await store.quarantine()).toEqual([]);
  const last = openStore({ ...browser.openTab(), clock: createFakeClock('three') });
  expect(last.unfiled(id)).toBe(0);
});

test.each(['', 'x', 'NaN', '-1', '1e99', '{}'])(
  'that the mark of the last file became “%s” hides no change',
  async (damaged) => {
    const browser = createFakeBrowser();
    const clock = createFakeClock('one');
    const store = openStore({ ...browser.openTab(), clock });
    const factCheck = startSample(clock);
    await store.create(factCheck);
    store.markFiled([factCheck]);
    browser.disk.set(`linecheck/${factCheck.id}/~filed`, damaged);

    const later = openStore({ ...browser.openTab(), clock });
    const change = annotate(factCheck, { targets: [POINT], id: 'a1' }, { clock, by: null });
    await later.save(factCheck.id, change);
    expect(later.unfiled(factCheck.id)).toBe(1);
    expect(await later.quarantine()).toEqual([]);
  },
);
