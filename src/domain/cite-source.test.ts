import { describe, expect, test } from 'vitest';
import { applyChange, invertChange, isEmptyChange } from './change.ts';
import {
  citeSource,
  editEvidence,
  editSource,
  findDuplicates,
  mergeSources,
  removeEvidence,
  removeSource,
  type SourceEdit,
} from './cite-source.ts';
import { recordsOf } from './fact-check.ts';
import { evidenceOf, usesOf } from './lookup.ts';
import type { Id } from './record.ts';
import { createSmallDesk } from './testing/small-fact-check.ts';

function createLibrary() {
  const desk = createSmallDesk();
  return {
    ...desk,
    cite: (source: Id | SourceEdit, ids: { evidence: Id; source: Id }): void => {
      desk.apply((now, hand) =>
        citeSource(now, { annotationId: 'first', source, stance: 'supports', ids }, hand),
      );
    },
    source: (id: Id) => desk.factCheck().tables.source.get(id),
  };
}

describe('citeSource', () => {
  test('adds a new source with its evidence, and cites one that is here without a second copy', () => {
    const { cite, factCheck, source } = createLibrary();
    cite({ title: 'The list', url: 'https://example.org' }, { evidence: 'e1', source: 's1' });
    cite('s1', { evidence: 'e2', source: 'unused' });
    expect(source('s1')).toMatchObject({ title: 'The list', kind: 'webpage', authors: [], accessedAt: null });
    expect(factCheck().tables.source.size).toBe(1);
    expect(usesOf(factCheck(), 's1').map(({ id }) => id)).toEqual(['e1', 'e2']);
    expect(evidenceOf(factCheck(), 'first').map(({ id }) => id)).toEqual(['e1', 'e2']);
  });
});

describe('editSource', () => {
  test('removes an optional field that is emptied', () => {
    const { cite, apply, source } = createLibrary();
    cite(
      { title: 'S', url: 'https://example.org', tier: 'primary', note: 'n' },
      { evidence: 'e', source: 's' },
    );
    apply((now, hand) => editSource(now, 's', { url: '', tier: null, title: '' }, hand));
    expect(source('s')).not.toHaveProperty('url');
    expect(source('s')).not.toHaveProperty('tier');
    expect(source('s')).toMatchObject({ title: '', note: 'n' });
  });

  test.each(['javascript:alert(1)', ' da\tta:text/html,x', 'file:///etc/passwd'])(
    'never takes over the address %j: the old one stays, and the rest of the edit is done',
    (url) => {
      const { cite, apply, source } = createLibrary();
      cite({ title: 'S', url: 'https://example.org' }, { evidence: 'e', source: 's' });
      apply((now, hand) => editSource(now, 's', { url, title: 'T' }, hand));
      expect(source('s')).toMatchObject({ url: 'https://example.org', title: 'T' });
      cite({ title: 'new', url }, { evidence: 'e2', source: 's2' });
      expect(source('s2')).not.toHaveProperty('url');
    },
  );
});

describe('editEvidence and removeEvidence', () => {
  test('edit the link and leave the source', () => {
    const { cite, apply, factCheck } = createLibrary();
    cite({ title: 'S' }, { evidence: 'e', source: 's' });
    apply((now, hand) => editEvidence(now, 'e', { stance: 'refutes', quote: 'no', locator: 'p. 4' }, hand));
    apply((now, hand) => editEvidence(now, 'e', { locator: '' }, hand));
    expect(factCheck().tables.evidence.get('e')).toMatchObject({ stance: 'refutes', quote: 'no' });
    expect(factCheck().tables.evidence.get('e')).not.toHaveProperty('locator');
    apply((now, hand) => removeEvidence(now, 'e', hand));
    expect([factCheck().tables.evidence.size, factCheck().tables.source.size]).toEqual([0, 1]);
  });
});

describe('removeSource', () => {
  test('takes all evidence from it along, and an undo brings both back', () => {
    const { cite, apply, factCheck, hand } = createLibrary();
    cite({ title: 'S' }, { evidence: 'e1', source: 's' });
    cite('s', { evidence: 'e2', source: 'unused' });
    const before = recordsOf(factCheck()).length;
    const change = apply((now, by) => removeSource(now, 's', by));
    expect([factCheck().tables.evidence.size, factCheck().tables.source.size]).toEqual([0, 0]);
    const undone = applyChange(factCheck(), invertChange(change, factCheck(), hand));
    expect(recordsOf(undone)).toHaveLength(before);
  });
});

describe('mergeSources', () => {
  test('keeps one source, which takes over what only the other says, and moves its evidence', () => {
    const { cite, apply, factCheck, source } = createLibrary();
    cite({ title: 'Kept', note: 'mine' }, { evidence: 'e1', source: 'kept' });
    cite(
      { title: 'Other', note: 'theirs', authors: ['A'], publisher: 'P', accessedAt: '2026-01-01T00:00:00Z' },
      { evidence: 'e2', source: 'other' },
    );
    apply((now, hand) => mergeSources(now, 'kept', 'other', hand));
    expect(source('other')).toBeUndefined();
    expect(source('kept')).toMatchObject({
      title: 'Kept',
      note: 'mine',
      authors: ['A'],
      publisher: 'P',
      accessedAt: '2026-01-01T00:00:00Z',
    });
    expect(usesOf(factCheck(), 'kept').map(({ id }) => id)).toEqual(['e1', 'e2']);
  });

  test.each([
    ['s', 's'],
    ['s', 'gone'],
    ['gone', 's'],
  ])('of %s and %s is nothing', (kept, duplicate) => {
    const { cite, apply } = createLibrary();
    cite({ title: 'S' }, { evidence: 'e', source: 's' });
    expect(isEmptyChange(apply((now, hand) => mergeSources(now, kept, duplicate, hand)))).toBe(true);
  });
});

describe('findDuplicates', () => {
  test.each<[SourceEdit, SourceEdit, boolean]>([
    [{ url: 'https://www.example.org/a/' }, { url: 'http://Example.org/a' }, true],
    [{ url: 'https://example.org/a#' }, { url: 'https://example.org/a' }, true],
    [{ url: 'https://example.org/a' }, { url: 'https://example.org/b' }, false],
    [{ url: 'https://video.example/watch?v=AbC' }, { url: 'https://video.example/watch?v=aBc' }, false],
    [{ title: 'The List ' }, { title: 'the list' }, true],
    [{ title: '' }, { title: '' }, false],
    [{ title: 'T', url: 'https://example.org/a' }, { title: 'T' }, false],
    [{ title: 'T', url: 'doi:10.1/x' }, { title: 'T', url: 'https://dx.doi.org/10.1/x' }, true],
    [{ title: 'T', url: 'doi:10.1/x' }, { title: 'T', url: 'doi:10.1/y' }, false],
    [{ title: 'T', authors: ['A'] }, { title: 'T', authors: ['B'] }, false],
    [{ title: 'T', publishedAt: '2019' }, { title: 'T', publishedAt: '2020' }, false],
    [{ title: 'T', publishedAt: '2019' }, { title: 'T', publishedAt: '2019-04', authors: ['A'] }, true],
  ])('of %j and %j: %s', (a, b, areDuplicates) => {
    const { cite, factCheck } = createLibrary();
    cite(a, { evidence: 'e1', source: 'a' });
    cite(b, { evidence: 'e2', source: 'b' });
    expect(findDuplicates(factCheck(), 'a').map(({ id }) => id)).toEqual(areDuplicates ? ['b'] : []);
  });
});
