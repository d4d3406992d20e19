import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  articleOf,
  findGaps,
  gatherFactCheck,
  headOf,
  parseRecord,
  recordsOf,
  RECORD_TYPES,
  scaleOf,
  type AnyRecord,
  type FactCheck,
} from './fact-check.ts';
import { arbitraryFactCheck, arbitraryRecord } from './testing/arbitrary-fact-check.ts';

/** A fact check without the records that the rule names. */
function without(factCheck: FactCheck, isGone: (record: AnyRecord) => boolean): FactCheck {
  return gatherFactCheck(
    factCheck.id,
    recordsOf(factCheck).filter((record) => !isGone(record)),
  );
}

/** The first generated fact check, of many, in which the table is not empty. */
function sampleWith(...types: readonly (keyof FactCheck['tables'])[]): FactCheck {
  const samples = fc.sample(arbitraryFactCheck(), { numRuns: 50, seed: 42 });
  const found = samples.find(({ tables }) => types.every((type) => tables[type].size > 0));
  if (!found) throw new Error('No such sample.');
  return found;
}

describe('parseRecord', () => {
  test('reads every valid record as it is, fields of newer versions included', () => {
    fc.assert(
      fc.property(arbitraryRecord(), (record) => {
        expect(parseRecord(record)).toEqual({ ok: true, record });
      }),
    );
  });

  test('answers anything at all without throwing', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...RECORD_TYPES), (data, type) => {
        expect(parseRecord(data).ok).toBe(false);
        expect(parseRecord({ type, id: data, rev: data, text: data }).ok).toBe(false);
      }),
    );
  });

  test('refuses a record when any one of its required fields is gone, and names it', () => {
    fc.assert(
      fc.property(arbitraryRecord(), (record) => {
        for (const field of ['id', 'rev', 'updatedAt', 'updatedBy'] as const) {
          const { [field]: _gone, ...rest } = record;
          const read = parseRecord(rest);
          expect(read.ok ? '' : read.problem).toContain(field);
        }
      }),
    );
  });

  test.each([
    [undefined, 'What has no type is not a type of record.'],
    [null, 'What has no type is not a type of record.'],
    ['annotation', 'What has no type is not a type of record.'],
    [{ type: { toString: 1 } }, 'What has no type is not a type of record.'],
    [{ type: 'toString' }, '“toString” is not a type of record.'],
    [{ type: '__proto__' }, '“__proto__” is not a type of record.'],
  ])('says of %j: %s', (data, problem) => {
    expect(parseRecord(data)).toEqual({ ok: false, problem });
  });

  test.each([
    ['updatedAt', '2026-13-01T00:00:00Z'],
    ['updatedAt', '2026-02-30T00:00:00Z'],
    ['updatedAt', '2025-02-29T00:00:00Z'],
    ['updatedAt', '2026-01-01T24:00:00Z'],
    ['updatedAt', '2026-01-01T00:00:60Z'],
    ['updatedAt', '2026-01-01 00:00:00Z'],
    ['updatedAt', '2026-01-01T00:00:00+01:00'],
    ['rev', [-1, 'a']],
    ['rev', [1.5, 'a']],
    ['rev', [Number.POSITIVE_INFINITY, 'a']],
    ['rev', [2 ** 53, 'a']],
    ['rev', [1]],
    ['id', ''],
    ['id', 'a/b'],
    ['id', 'a'.repeat(65)],
    ['id', '../x'],
  ])('refuses %s: %j', (field, value) => {
    const reviewer = { type: 'reviewer', id: 'r', name: 'R', rev: [1, 'a'], updatedBy: null };
    const read = parseRecord({ ...reviewer, updatedAt: '2024-02-29T23:59:59.999Z', [field]: value });
    expect(read.ok ? '' : read.problem).toContain(`reviewer: ${field}`);
    expect(parseRecord({ ...reviewer, updatedAt: '2024-02-29T23:59:59.999Z' }).ok).toBe(true);
  });

  test('refuses an ordinal without end, which no file could hold', () => {
    const factCheck = sampleWith('rating-scale');
    const scale = scaleOf(factCheck);
    const ratings = scale.ratings.map((rating) => ({ ...rating, ordinal: Number.POSITIVE_INFINITY }));
    expect(parseRecord({ ...scale, ratings }).ok).toBe(false);
  });

  test.each([
    [
      'blocks',
      [
        { kind: 'paragraph', start: 0, end: 2 },
        { kind: 'paragraph', start: 1, end: 3 },
      ],
    ],
    ['sentences', [{ start: 2, end: 1 }]],
    ['sentences', [{ start: 0, end: 1_000_000 }]],
    ['links', [{ start: -1, end: 1, href: 'https://example.org' }]],
    ['links', [{ start: 0, end: 1, href: 'javascript:alert(1)' }]],
  ])('refuses an article whose %s are %j', (field, ranges) => {
    expect(parseRecord({ ...articleOf(sampleWith('article')), [field]: ranges }).ok).toBe(false);
  });
});

describe('findGaps', () => {
  test('finds none in a fact check that holds together', () => {
    fc.assert(
      fc.property(arbitraryFactCheck(), (factCheck) => {
        expect(findGaps(factCheck)).toEqual([]);
      }),
    );
  });

  test.each(['fact-check', 'article', 'rating-scale'] as const)(
    'calls it fatal when the %s is gone',
    (type) => {
      const gaps = findGaps(without(sampleWith('article'), (record) => record.type === type));
      expect(gaps.some(({ fatal }) => fatal)).toBe(true);
    },
  );

  test('names each verdict and each piece of evidence whose annotation is gone, none of it fatal', () => {
    const factCheck = sampleWith('verdict', 'evidence');
    const gaps = findGaps(without(factCheck, ({ type }) => type === 'annotation'));
    const { verdict, evidence } = factCheck.tables;
    expect(new Set(gaps.map(({ record }) => record))).toEqual(
      new Set([...verdict.keys(), ...evidence.keys()]),
    );
    expect(gaps.some(({ fatal }) => fatal)).toBe(false);
  });

  test('names each piece of evidence whose source is gone', () => {
    const factCheck = sampleWith('evidence');
    const gaps = findGaps(without(factCheck, ({ type }) => type === 'source'));
    expect(gaps.map(({ record }) => record)).toEqual([...factCheck.tables.evidence.keys()]);
  });

  test('leaves out no annotation whose words are not in the article', () => {
    const factCheck = sampleWith('annotation');
    const article = { ...articleOf(factCheck), text: '', blocks: [], sentences: [], links: [] };
    const cut = gatherFactCheck(factCheck.id, [...recordsOf(factCheck), article]);
    expect(findGaps(cut)).toEqual([]);
  });
});

describe('gatherFactCheck and recordsOf', () => {
  test('are each other’s reverse, with the head and the article first', () => {
    fc.assert(
      fc.property(arbitraryFactCheck(), (factCheck) => {
        const records = recordsOf(factCheck);
        expect(records.slice(0, 2).map(({ type }) => type)).toEqual(['fact-check', 'article']);
        expect(gatherFactCheck(factCheck.id, records)).toEqual(factCheck);
      }),
    );
  });

  test('keep the later of two records with one id', () => {
    const factCheck = sampleWith('article');
    const renamed = { ...headOf(factCheck), title: 'later' };
    expect(headOf(gatherFactCheck(factCheck.id, [...recordsOf(factCheck), renamed])).title).toBe('later');
  });

  test('make a fact check that throws when it is asked for a head, article or scale that it lacks', () => {
    const empty = gatherFactCheck('x', []);
    expect(() => headOf(empty)).toThrow('no head');
    const headOnly = without(sampleWith('article'), ({ type }) => type !== 'fact-check');
    expect(() => articleOf(headOnly)).toThrow('no article');
    expect(() => scaleOf(headOnly)).toThrow('no rating scale');
  });
});
