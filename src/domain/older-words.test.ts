import { describe, expect, test } from 'vitest';
import type { Annotation } from './annotation.ts';
import { moveBoundaries } from './move-boundaries.ts';
import { applyChange } from './change.ts';
import { isInDoubt, isVerdictInDoubt } from './doubt.ts';
import { articleOf, gatherFactCheck, headOf, recordsOf, type FactCheck } from './fact-check.ts';
import { giveVerdict } from './give-verdict.ts';
import { verdictsOf } from './lookup.ts';
import { tellOlderWords } from './older-words.ts';
import type { Id } from './record.ts';
import { targetAt } from './testing/arbitrary-fact-check.ts';
import { createSmallDesk, FIRST } from './testing/small-fact-check.ts';

const NEW_TEXT = 'Fourteen soldiers died. The senator said so.';
const CHANGED = targetAt(NEW_TEXT, 0, 23);

/**
 * As version 1.1 saved it: Ada and Ben judged a first draft, Ada the second one as well, and no verdict says on which
 * words. `said` is what the annotation says about it besides its place.
 */
function savedByOlder(said: Partial<Annotation>, judges: readonly Id[] = ['ada', 'ben']): FactCheck {
  const { factCheck, hand, apply } = createSmallDesk();
  for (const reviewerId of judges)
    apply((now) =>
      giveVerdict(
        now,
        { annotationId: 'first', reviewerId, newId: `v-${reviewerId}` },
        { ratingId: 'true' },
        hand,
      ),
    );
  const article = articleOf(factCheck());
  const later = '2026-02-01T00:00:00Z';
  const newer = { ...article, id: 'newer', text: NEW_TEXT, replaces: article.id, retrievedAt: later };
  const records = recordsOf(factCheck()).map((record) => {
    if (record.type === 'fact-check') return { ...headOf(factCheck()), articleId: 'newer' };
    if (record.type === 'annotation') {
      const earlier = [{ articleId: article.id, targets: [FIRST] }];
      return { ...record, articleId: 'newer', targets: [CHANGED], earlier, ...said };
    }
    if (record.type !== 'verdict') return record;
    const { reading: _words, ...verdict } = record;
    return record.reviewerId === 'ada' ? { ...verdict, decidedAt: '2026-02-02T00:00:00Z' } : verdict;
  });
  return gatherFactCheck(factCheck().id, [...records, newer]);
}

function standingIn(factCheck: FactCheck): readonly Id[] {
  const annotation = factCheck.tables.annotation.get('first');
  if (!annotation) throw new Error('It is gone.');
  return verdictsOf(factCheck, 'first')
    .filter((verdict) => !isVerdictInDoubt(annotation, verdict))
    .map(({ reviewerId }) => reviewerId);
}

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
