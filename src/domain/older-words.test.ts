import { describe, expect, test } from 'vitest';
import { moveBoundaries } from './move-boundaries.ts';
import { applyChange } from './change.ts';
import { isInDoubt } from './doubt.ts';
import { gatherFactCheck, recordsOf } from './fact-check.ts';
import { tellOlderWords } from './older-words.ts';
import { targetAt } from './testing/arbitrary-fact-check.ts';
import { CHANGED, NEW_TEXT, savedByOlder, standingIn } from './testing/saved-by-older.ts';
import { createSmallDesk } from './testing/small-fact-check.ts';

describe('of what older versions saved', () => {
  test('a verdict is in doubt when the drafts tell that it is older than its words, and nothing else does', () => {
    const opened = tellOlderWords(savedByOlder({}));
    expect(standingIn(opened)).toEqual(['ada']);
    const annotation = opened.tables.annotation.get('first');
    expect(annotation && isInDoubt(opened, annotation)).toBe(true);
  });

  test('a verdict that somebody said to hold still stands, if it was for them to say', () => {
    const carried = {
      articleId: 'newer',
      decision: 'still-holds',
      at: '2026-02-01T01:00:00Z',
      by: 'cem',
    } as const;
    expect(standingIn(tellOlderWords(savedByOlder({ carried }, ['ben'])))).toEqual(['ben']);
    expect(standingIn(tellOlderWords(savedByOlder({ carried })))).toEqual(['ada']);
    expect(standingIn(tellOlderWords(savedByOlder({ carried: { ...carried, by: 'ben' } })))).toEqual([
      'ada',
      'ben',
    ]);
  });

  test.each(['2026-02-01T00:00:00Z', '2026-01-01T00:00:00Z'])(
    'a doubt that was left open at %s is one, and a verdict of later than that stands',
    (at) => {
      const carried = { articleId: 'newer', decision: 'undecided', at, by: 'ben' } as const;
      const targets = [{ ...CHANGED, judgedIn: 'a-2' }];
      const opened = tellOlderWords(savedByOlder({ carried, targets }));
      expect(standingIn(opened)).toEqual(at > '2026-01-31' ? ['ada'] : ['ada', 'ben']);
    },
  );

  test('no verdict stands on words that its annotation is moved to; moved back one alone stands again, of several nobody knows', () => {
    const carried = {
      articleId: 'newer',
      decision: 'undecided',
      at: '2026-02-01T00:00:00Z',
      by: 'ben',
    } as const;
    const opened = savedByOlder({ carried, targets: [{ ...CHANGED, judgedIn: 'a-2' }] });
    const { hand } = createSmallDesk();
    const moved = applyChange(opened, moveBoundaries(opened, 'first', [targetAt(NEW_TEXT, 0, 17)], hand));
    expect(standingIn(moved)).toEqual([]);
    const back = applyChange(moved, moveBoundaries(moved, 'first', [CHANGED], hand));
    expect(standingIn(back)).toEqual([]);
    const sole = savedByOlder({}, ['ada']);
    const away = applyChange(sole, moveBoundaries(sole, 'first', [targetAt(NEW_TEXT, 0, 17)], hand));
    expect(standingIn(away)).toEqual([]);
    expect(standingIn(applyChange(away, moveBoundaries(away, 'first', [CHANGED], hand)))).toEqual(['ada']);
  });

  test('a verdict decided in 2100 is on none, since no clock has been there', () => {
    const carried = {
      articleId: 'newer',
      decision: 'undecided',
      at: '2026-02-01T00:00:00Z',
      by: 'ben',
    } as const;
    const opened = savedByOlder({ carried });
    const ahead = gatherFactCheck(
      opened.id,
      recordsOf(opened).map((record) =>
        record.type === 'verdict' ? { ...record, decidedAt: '2100-01-01T00:00:00Z' } : record,
      ),
    );
    expect(standingIn(ahead)).toEqual([]);
  });
});
