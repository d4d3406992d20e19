import { describe, expect, test } from 'vitest';
import { createIsSettled } from '../../domain/coverage.ts';
import { articleOf, gatherFactCheck, recordsOf } from '../../domain/fact-check.ts';
import { differenceOf } from '../../domain/receive-records.ts';
import { takeVersion } from '../../domain/take-version.ts';
import { openDesk, startDesk } from './testing/people-at-desks.ts';

const WORDS = 'Thirteen soldiers died';
const TEXT = `${WORDS} on the road to the airport. The senator said so on Friday.`;
const NEGATED = TEXT.replace('died', 'did not die');

describe('a verdict never stands silently on words that its author did not judge', () => {
  test('when it was taken back, the boundaries were moved and it is restored from the history', async () => {
    const desk = await startDesk(TEXT, WORDS);
    desk.judge({ ratingId: 'true' });
    desk.judge({ ratingId: null });
    desk.move('Thirteen soldiers');
    desk.restore((version) => version.type === 'verdict' && version.ratingId === 'true');
    expect(desk.verdictOf('ada')?.ratingId).toBe('true');
    expect(desk.standing()).toEqual([]);
    expect(desk.isInDoubt()).toBe(true);
    desk.move(WORDS);
    expect(desk.standing()).toEqual(['ada']);
  });

  test('when it was given on the same words in another row of a list, where everything around them is the same', async () => {
    const row = 'Yes: 13 votes. No: 12 votes. Abstentions: none at all.\n';
    const text = `Results of the vote\n${row.repeat(4)}`;
    const [, second = 0, third = 0] = Array.from(text.matchAll(/13 votes/g), ({ index }) => index);
    const over = (start: number) => ({ start, end: start + '13 votes'.length });
    const desk = await startDesk(text, '13 votes');
    desk.moveTo(over(second));
    desk.judge({ ratingId: 'true' });
    desk.moveTo(over(third));
    expect(desk.standing()).toEqual([]);
    expect(desk.isInDoubt()).toBe(true);
    desk.sit('ben');
    desk.judge({ ratingId: 'false' });
    expect(desk.standing()).toEqual(['ben']);
    desk.moveTo(over(second));
    expect(desk.standing()).toEqual(['ada']);
    desk.moveTo(over(third));
    expect(desk.standing()).toEqual(['ben']);
  });

  test('when a file of another tool says it of the same words elsewhere, while they have no place here', async () => {
    const text = 'They sent 13 soldiers and later 13 doctors. Nobody came back from there.';
    const base = await startDesk(text, '13');
    const here = openDesk('here', base.now(), base.id);
    const there = openDesk('there', base.now(), base.id);
    await here.load(`Now: ${text}`, 'detach');
    there.move('13', text.indexOf('13 doctors'));
    there.sit('ben');
    there.judge({ ratingId: 'false', conclusion: 'No, 12 doctors.' });
    await here.importW3c(there.now());
    expect(here.verdictOf('ben')?.ratingId).toBe('false');
    here.attach('13');
    expect(here.standing()).toEqual([]);
    expect(here.isInDoubt()).toBe(true);
  });

  test('when a file is merged while the annotation is detached here', async () => {
    const base = await startDesk(TEXT, WORDS);
    base.judge({ ratingId: 'true' });
    const here = openDesk('here', base.now(), base.id);
    const there = openDesk('there', base.now(), base.id);
    there.move('Thirteen soldiers');
    there.sit('ben');
    there.judge({ ratingId: 'false' });
    for (const stays of ['here', 'file'] as const) {
      const desk = openDesk(`here-${stays}`, here.now(), base.id);
      await desk.load(`Now: ${TEXT}`, 'detach');
      await desk.merge(there.now(), stays);
      if (stays === 'file') desk.move(WORDS);
      else desk.attach(WORDS);
      expect(desk.quote()).toBe(WORDS);
      expect(desk.standing()).not.toContain('ben');
    }
  });

  test('when it was the losing side of a merge, and is restored from the history', async () => {
    const base = await startDesk(TEXT, WORDS);
    base.judge({ ratingId: 'half-true' });
    const here = openDesk('here', base.now(), base.id);
    const there = openDesk('there', base.now(), base.id);
    await here.load(NEGATED);
    here.judge({ ratingId: 'false' });
    there.judge({ ratingId: 'true' });
    await here.merge(there.now(), 'here');
    here.restore((version) => version.type === 'verdict' && version.ratingId === 'true');
    expect(here.verdictOf('ada')?.ratingId).toBe('true');
    expect(here.quote()).toContain('did not die');
    expect(here.standing()).toEqual([]);
  });

  test('when it is a conflict copy that is taken in the place of the one that stands', async () => {
    const base = await startDesk(TEXT, WORDS);
    base.judge({ ratingId: 'half-true' });
    const here = openDesk('here', base.now(), base.id);
    const there = openDesk('there', base.now(), base.id);
    await here.load(NEGATED);
    here.judge({ ratingId: 'false' });
    there.judge({ ratingId: 'true' });
    const copy = there.verdictOf('ada');
    if (copy) here.store.events.carryOut((now, hand) => takeVersion(now, copy, hand));
    expect(here.verdictOf('ada')?.ratingId).toBe('true');
    expect(here.standing()).toEqual([]);
  });

  test.each(['moved back', 'detached'])(
    'when a merge brings one on older words, and the annotation is %s',
    async (end) => {
      const base = await startDesk(TEXT, WORDS);
      base.judge({ ratingId: 'true' });
      const here = openDesk('here', base.now(), base.id);
      const there = openDesk('there', base.now(), base.id);
      here.move('Thirteen soldiers');
      here.sit('ben');
      here.judge({ ratingId: 'false' });
      there.sit('cem');
      there.judge({ ratingId: 'true' });
      await here.merge(there.now(), 'here');
      expect(here.standing()).toEqual(['ben']);
      if (end === 'detached') {
        here.answer('detach');
        here.attach(WORDS);
      } else here.move(WORDS);
      expect(here.quote()).toBe(WORDS);
      expect([...here.standing()].toSorted()).toEqual(['ada', 'cem']);
      expect(here.isInDoubt()).toBe(true);
    },
  );

  test('when “Still holds” is said of a mark that there is nothing to check', async () => {
    const desk = await startDesk(TEXT, WORDS);
    desk.judge({ ratingId: 'true' });
    desk.sit('ben');
    desk.mark();
    await desk.load(NEGATED);
    expect(desk.isInDoubt()).toBe(true);
    desk.answer('still-holds');
    expect(desk.isInDoubt()).toBe(false);
    desk.claim();
    expect(desk.standing()).toEqual([]);
  });

  test('when a step is taken back with words that were written about the version since in another tab', async () => {
    const desk = await startDesk(TEXT, WORDS);
    desk.judge({ ratingId: 'true' });
    await desk.load(NEGATED);
    const other = openDesk('other', desk.now(), desk.id);
    other.judge({ conclusion: 'They did die.' });
    desk.store.events.receive(differenceOf(desk.now(), other.now()));
    expect(desk.store.events.undo()).toBeNull();
    expect(desk.refused.at(-1)).toContain('has been edited since in another tab');
    other.store.events.undo();
    desk.store.events.receive(differenceOf(desk.now(), other.now()));
    expect(desk.store.events.undo()).not.toBeNull();
    expect(desk.quote()).toBe(WORDS);
    expect(desk.standing()).toEqual(['ada']);
  });

  test('when somebody confirmed it before it was replaced from the history', async () => {
    const desk = await startDesk(TEXT, WORDS);
    desk.judge({ ratingId: 'true', conclusion: 'They died.' });
    desk.move('Thirteen soldiers');
    desk.judge({ conclusion: 'They were soldiers.' });
    desk.sit('cem');
    desk.answer('still-holds');
    expect(desk.standing()).toEqual(['ada']);
    desk.restore((version) => version.type === 'verdict' && version.conclusion === 'They died.');
    expect(desk.standing()).toEqual([]);
  });

  test('when more was written about it in another tool, for other words', async () => {
    const base = await startDesk(TEXT, WORDS);
    base.judge({ ratingId: 'true', conclusion: 'They died.' });
    const here = openDesk('here', base.now(), base.id);
    const there = openDesk('there', base.now(), base.id);
    here.judge({ conclusion: 'They did die.' });
    there.move('Thirteen soldiers');
    there.judge({ ratingId: 'false', conclusion: 'They were sailors.' });
    await here.importW3c(there.now());
    expect(here.quote()).toBe(WORDS);
    expect(here.verdictOf('ada')?.conclusion).toBe('They did die.\n\nThey were sailors.');
    expect(here.standing()).toEqual([]);
    here.move('Thirteen soldiers');
    expect(here.standing()).toEqual([]);
  });

  test('when the same words stand elsewhere in the text, and it is moved there', async () => {
    const text = 'They sent 13 soldiers and later 13 doctors. Nobody came back from there.';
    for (const isLater of [false, true]) {
      const desk = await startDesk(text, '13');
      desk.judge({ ratingId: 'true' });
      if (isLater) await desk.load(`On Friday: ${text}`);
      const second = articleOf(desk.now()).text.indexOf('13 doctors');
      desk.move('13 soldiers and later 13');
      desk.move('13', second);
      expect(desk.standing()).toEqual([]);
      expect(desk.isInDoubt()).toBe(true);
      desk.answer('detach');
      desk.attach('13', second);
      expect(desk.standing()).toEqual([]);
      desk.move('13 soldiers and later 13');
      desk.move('13');
      expect(desk.standing()).toEqual(['ada']);
    }
  });

  test('when a number loses its point with the boundary', async () => {
    const desk = await startDesk('It cost the country .5 million pounds a day.', '.5 million');
    desk.judge({ ratingId: 'true' });
    desk.move('5 million');
    expect(desk.standing()).toEqual([]);
  });

  test('when a sentence asks now what it said, or goes on where it ended', async () => {
    const desk = await startDesk('They are our friends. We know it.', 'They are our friends');
    desk.judge({ ratingId: 'true' });
    await desk.load('They are our friends? We know it.');
    expect(desk.standing()).toEqual([]);
    await desk.load('They are our friends no longer. We know it.');
    expect(desk.standing()).toEqual([]);
  });
});

test('a version that one tab takes back stays while another one has it under check', async () => {
  const base = await startDesk(TEXT, WORDS);
  const [one, two, there] = ['one', 'two', 'there'].map((tab) => openDesk(tab, base.now(), base.id));
  if (!one || !two || !there) throw new Error('There are three.');
  await there.load(NEGATED);
  await two.merge(there.now(), 'file');
  two.store.events.undo();
  await one.merge(there.now(), 'file');
  for (const { added, updated, removed } of two.saved) {
    const changed = [...added, ...updated.map(({ after }) => after)];
    one.store.events.receive({ changed: changed.filter(({ type }) => type !== 'fact-check'), removed });
  }
  const article = articleOf(one.now());
  expect(article.text).toBe(NEGATED);
  expect(one.saved.at(-1)?.added).toEqual([article]);
});

describe('a mark that there is nothing to check', () => {
  test('is in doubt on other words, by a boundary or from the history, until somebody says it of these', async () => {
    const desk = await startDesk(TEXT, WORDS, 'not-checkable');
    const isSettled = (): boolean => createIsSettled(desk.now())(desk.first());
    expect(isSettled()).toBe(true);
    desk.move('Thirteen soldiers');
    expect(isSettled()).toBe(false);
    desk.claim();
    desk.restore((version) => version.type === 'claim' && version.checkability === 'not-checkable');
    expect(desk.first().checkability).toBe('not-checkable');
    expect(isSettled()).toBe(false);
    desk.answer('still-holds');
    expect(isSettled()).toBe(true);
    desk.move(WORDS);
    expect(isSettled()).toBe(false);
  });

  test('settles the words beside verdicts of people who are not here', async () => {
    const desk = await startDesk(TEXT, WORDS);
    for (const who of ['ada', 'ben']) {
      desk.sit(who);
      desk.judge({ ratingId: 'true' });
    }
    await desk.load(NEGATED);
    desk.sit('cem');
    desk.mark();
    expect(desk.isInDoubt()).toBe(false);
    expect(createIsSettled(desk.now())(desk.first())).toBe(true);
    desk.claim();
    expect(desk.standing()).toEqual([]);
  });
});

describe('a doubt ends by itself', () => {
  test('when the words become again those that were judged', async () => {
    const desk = await startDesk(TEXT, WORDS);
    desk.judge({ ratingId: 'true' });
    await desk.load(NEGATED);
    expect(desk.standing()).toEqual([]);
    await desk.load(TEXT);
    expect(desk.standing()).toEqual(['ada']);
    expect(desk.isInDoubt()).toBe(false);
  });

  test('not when the clock of somebody stands in another century', async () => {
    const desk = await startDesk(TEXT, WORDS);
    desk.judge({ ratingId: 'true' });
    const far = openDesk(
      'far',
      gatherFactCheck(
        desk.now().id,
        recordsOf(desk.now()).map((record) =>
          record.type === 'verdict' ? { ...record, decidedAt: '2100-01-01T00:00:00Z' } : record,
        ),
      ),
      desk.id,
    );
    await far.load(NEGATED);
    expect(far.standing()).toEqual([]);
    far.sit('ben');
    far.judge({ ratingId: 'false' });
    expect(far.standing()).toEqual(['ben']);
  });
});
