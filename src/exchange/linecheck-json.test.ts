import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findGaps, gatherFactCheck, headOf, recordsOf, type FactCheck } from '../domain/fact-check.ts';
import { LAST_CREDIBLE_TIME } from '../domain/record.ts';
import { selectAnnotations } from '../domain/select-annotations.ts';
import { arbitraryFactCheck } from '../domain/testing/arbitrary-fact-check.ts';
import type { ParseResult } from './format.ts';
import { serialiseFactCheck } from './linecheck-json.ts';
import { CONTEXT, readText, writeOwn } from './testing/at-once.ts';

type Json = Record<string, unknown>;

/** A generated fact check in which no table is empty, with annotations to leave out. */
const FULL = fc
  .sample(arbitraryFactCheck(), { numRuns: 100, seed: 7 })
  .find(({ tables }) => Object.values(tables).every(({ size }) => size > 0) && tables.annotation.size > 2);

function sample(): FactCheck {
  if (!FULL) throw new Error('No such sample.');
  return FULL;
}

/** The sample without its first annotations. */
function sampleWithout(leftOut: number): FactCheck {
  const ids = [...sample().tables.annotation.keys()];
  return selectAnnotations(sample(), new Set(ids.slice(leftOut)));
}

describe('a round trip', () => {
  test('gives back an equal fact check, unknown fields included, with nothing lost and nothing to say', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryFactCheck(), async (factCheck) => {
        const {
          files: [{ text }],
          loss,
        } = await serialiseFactCheck(factCheck, CONTEXT);
        expect(loss).toEqual([]);
        expect(await readText(text)).toEqual({ ok: true, kind: 'fact-check', factCheck, problems: [] });
      }),
    );
  });

  test('gives back the same file, byte by byte', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryFactCheck(), async (factCheck) => {
        const text = await writeOwn(factCheck);
        expect(await writeOwn(open(await readText(text)))).toBe(text);
      }),
    );
  });

  test('does not depend on the order in which records and their fields came about', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryFactCheck(), async (factCheck) => {
        const reversed = gatherFactCheck(factCheck.id, recordsOf(factCheck).toReversed().map(reverseFields));
        expect(await writeOwn(reversed)).toBe(await writeOwn(factCheck));
      }),
    );
  });

  test('survives line endings of Windows, a byte order mark and a minifier', async () => {
    const factCheck = sample();
    const text = await writeOwn(factCheck);
    for (const changed of [
      `\ufeff${text}`,
      text.replaceAll('\n', '\r\n'),
      JSON.stringify(JSON.parse(text)),
      `${text}\n\n`,
    ]) {
      expect(await readText(changed)).toEqual({ ok: true, kind: 'fact-check', factCheck, problems: [] });
    }
  });

  test('survives encoding as UTF-8, lone surrogates included', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryFactCheck(), async (factCheck) => {
        const bytes = new TextEncoder().encode(await writeOwn(factCheck));
        expect(open(await readText(new TextDecoder().decode(bytes)))).toEqual(factCheck);
      }),
    );
  });
});

describe('the file', () => {
  test('says what it is, and holds annotations in the order of the text', async () => {
    const factCheck = sample();
    const file = JSON.parse(await writeOwn(factCheck)) as Json;
    expect(Object.keys(file)).toEqual([
      '$schema',
      'format',
      'version',
      'exportedAt',
      'generator',
      'integrity',
      'factCheck',
    ]);
    expect(file).toMatchObject({
      $schema: 'urn:linecheck:schema:fact-check:1',
      format: 'linecheck-fact-check',
      version: '1.7',
      exportedAt: CONTEXT.exportedAt,
    });
    const { annotations } = file['factCheck'] as {
      annotations: { targets: { position: { start: number } }[] }[];
    };
    const starts = annotations.map(({ targets }) =>
      Math.min(...targets.map(({ position }) => position.start)),
    );
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  test.each([
    [1, '1 annotation of the fact check was left out.'],
    [2, '2 annotations of the fact check were left out.'],
  ])(
    'says that it holds a selection when %d were left out, also when it is opened',
    async (leftOut, words) => {
      const text = await writeOwn(sampleWithout(leftOut));
      expect(JSON.parse(text)).toMatchObject({ selection: { leftOut } });
      expect(await readText(text)).toEqual({
        ok: true,
        kind: 'fact-check',
        factCheck: sampleWithout(leftOut),
        problems: [`The file holds a selection: ${words}`],
      });
    },
  );

  test('says so still when it was opened as a fact check of its own and is written again, in every format', async () => {
    const opened = open(await readText(await writeOwn(sampleWithout(2))));
    const again = await serialiseFactCheck(opened, CONTEXT);
    expect(again.files[0].fileName).toContain('-selection.');
    expect(again.loss).toEqual([
      '2 annotations of the whole fact check are not in the file: it holds a selection.',
    ]);
    expect(again.files[0].text).toBe(await writeOwn(sampleWithout(2)));
  });

  test.each([
    [
      'as files before version 1.4 said it',
      { leftOut: 12 },
      12,
      '12 annotations of the fact check were left out.',
    ],
    [
      'in a way that nobody understands',
      { leftOut: 'many' },
      1,
      'some annotations of the fact check are not in it.',
    ],
  ])('stays a selection when it says so %s', async (_, selection, unnamed, words) => {
    const file = JSON.parse(await writeOwn(sample())) as Json;
    const read = await readText(JSON.stringify({ ...file, selection }));
    expect(headOf(open(read)).leftOut).toEqual({ annotations: [], unnamed });
    expect(read).toMatchObject({ problems: [`The file holds a selection: ${words}`] });
    expect(JSON.parse(await writeOwn(open(read)))).toMatchObject({ selection: { leftOut: unnamed } });
  });

  test('leaves out, and names, what points nowhere, so that it can always be opened again', async () => {
    const factCheck = sample();
    const orphaned = gatherFactCheck(
      factCheck.id,
      recordsOf(factCheck).filter(({ type }) => type !== 'source'),
    );
    const {
      files: [{ text }],
      loss,
    } = await serialiseFactCheck(orphaned, CONTEXT);
    expect(loss).toHaveLength(factCheck.tables.evidence.size);
    expect(loss[0]).toMatch(/names a source that is not here\. It is not in the file\.$/);
    const read = open(await readText(text));
    expect(read.tables.evidence.size).toBe(0);
    expect(read.tables.annotation).toEqual(factCheck.tables.annotation);
  });
});

describe('a file that is not what it should be', () => {
  test.each([
    ['', 'The file is empty.'],
    [' \n', 'The file is empty.'],
    ['Dear editor,', 'This is not a JSON file.'],
    ['%PDF-1.7', 'This is not a JSON file.'],
    ['<!doctype html>', 'This is not a JSON file.'],
    ['{"a": 1', 'The file breaks off in line 1: it was cut short when it was saved, sent or downloaded.'],
    ['{\n  "a": 1\n  "b": 2\n}', 'The file is not valid JSON: in line 3, column 3, a comma or } is missing.'],
    ['{}', 'This is a JSON file, but not a fact check from Linecheck.'],
    ['[]', 'This is a JSON file, but not a fact check from Linecheck.'],
    ['null', 'This is a JSON file, but not a fact check from Linecheck.'],
    ['"linecheck-fact-check"', 'This is a JSON file, but not a fact check from Linecheck.'],
    [
      '{"format":"linecheck-fact-check","version":"2.0"}',
      'This file was made by a newer Linecheck (version 2 of the format; this Linecheck reads version 1). Open it with the newer one.',
    ],
  ])('%j gets the sentence %s', async (text, problem) => {
    expect(await readText(text)).toMatchObject({ ok: false, problem });
  });

  test.each(['1', '0.9', '', 'x', '1.0.0', null, 1, { toString: 1 }])(
    'with the version %j is refused',
    async (version) => {
      expect(problemOf(await readText(await edit(sample(), (file) => ({ ...file, version }))))).toContain(
        'does not say which version',
      );
    },
  );

  test('of a newer minor version is read; what no record holds is named', async () => {
    const factCheck = sample();
    const text = await edit(factCheck, (file) => ({
      ...file,
      version: '1.8',
      signature: '…',
      factCheck: { ...(file['factCheck'] as Json), moods: [] },
    }));
    expect(await readText(text)).toEqual({
      ok: true,
      kind: 'fact-check',
      factCheck,
      problems: [
        'The file was made by a newer Linecheck. What this one does not know in a record is kept as it is.',
        'This Linecheck does not know “signature” and does not take it over.',
        'This Linecheck does not know “factCheck.moods” and does not take it over.',
      ],
    });
  });

  test('and is enormous is refused by its size, before it is read', async () => {
    expect(await readText(' '.repeat(200_000_001))).toMatchObject({
      ok: false,
      problem: 'The file holds 200 million characters; up to 200 million can be opened.',
    });
  });

  test.each([
    ['arrays', '['.repeat(1_000_000) + ']'.repeat(1_000_000)],
    ['objects', `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`],
    ['arrays that never close', '['.repeat(1_000_000)],
  ])('and is nested a million levels deep, %s, is refused', async (_name, text) => {
    expect(problemOf(await readText(text))).not.toBe('');
  });

  test.each([
    ['__proto__', 'factCheck.annotations[0].claim'],
    ['constructor', 'factCheck.annotations[0].claim'],
    ['prototype', 'factCheck.annotations[0].claim'],
    ['\\u005f_proto__', 'factCheck.annotations[0].claim'],
  ])('and has the name %s is read without what has it, and says where', async (name, place) => {
    const text = (await writeOwn(sample())).replace(
      '"statement":',
      `"${name}": {"isAdmin": true}, "statement":`,
    );
    const read = await readText(text);
    expect(open(read).tables.annotation.size).toBe(sample().tables.annotation.size - 1);
    expect(problemsOf(read)).toContain(`at ${place} is not allowed`);
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
  });

  test.each([
    'javascript:alert(1)',
    ' JAVA\tSCRIPT:alert(1)',
    'data:text/html,<script>',
    'file:///etc/passwd',
  ])('and has the address %j is read without it, and says which field', async (url) => {
    const text = await editRecord(sample(), 'sources', (source) => ({ ...source, url }));
    const read = await readText(text);
    expect([...open(read).tables.source.values()].map((source) => source.url)).not.toContain(url);
    expect(problemsOf(read)).toContain(
      'factCheck.sources[0] cannot be read (source: url: is not a web address (http, https, doi or urn)). It is left out.',
    );
  });

  test('and has HTML in its fields is read: words are words', async () => {
    const html = '<img src=x onerror=alert(1)></script><script>alert(1)</script>';
    const text = await editRecord(sample(), 'annotations', (record) => ({
      ...record,
      reason: html,
      tags: [html],
    }));
    const [annotation] = open(await readText(text)).tables.annotation.values();
    expect([annotation, ...open(await readText(text)).tables.annotation.values()]).toContainEqual(
      expect.objectContaining({ reason: html, tags: [html] }),
    );
  });

  test.each([
    ['annotations', 'annotation'],
    ['verdicts', 'verdict'],
    ['sources', 'source'],
    ['evidence', 'evidence'],
    ['reviewers', 'reviewer'],
  ] as const)('and has one bad record among its %s keeps the others, and names it', async (section, type) => {
    const factCheck = sample();
    const text = await editRecord(factCheck, section, (record) => ({ ...record, updatedAt: 'yesterday' }));
    const read = await readText(text);
    expect(open(read).tables[type].size).toBe(factCheck.tables[type].size - 1);
    expect(findGaps(open(read))).toEqual([]);
    expect(problemsOf(read)).toContain(`factCheck.${section}[0] cannot be read (${type}: updatedAt: `);
  });

  test.each(['articles', 'ratingScales'])(
    'and has one bad record among its %s, without which there is nothing to show, is refused with the place',
    async (section) => {
      const text = await editRecord(sample(), section, (record) => ({ ...record, updatedAt: 'yesterday' }));
      const problem = problemOf(await readText(text));
      expect(problem).toContain(`factCheck.${section}[0] cannot be read`);
      expect(problem).toContain('updatedAt');
      expect(problem).toContain('Nothing was taken over from it.');
    },
  );

  test.each(['articles', 'ratingScales', 'annotations', 'verdicts', 'sources', 'evidence', 'reviewers'])(
    'and has one of its %s twice is read with the first, and says so',
    async (section) => {
      const text = await edit(sample(), (file) => {
        const sections = file['factCheck'] as Record<string, unknown[]>;
        const list = sections[section] ?? [];
        return { ...file, factCheck: { ...sections, [section]: [...list, list[0]] } };
      });
      const read = await readText(text);
      expect(problemsOf(read)).toMatch(/factCheck\.\w+\[\d+\] has the id “.*” of an earlier one/);
      expect(recordsOf(open(read))).toHaveLength(recordsOf(sample()).length);
    },
  );

  test.each(['annotations', 'sources'])(
    'and lacks its %s is read without what belongs to them',
    async (section) => {
      const text = await edit(sample(), (file) => ({
        ...file,
        factCheck: { ...(file['factCheck'] as Json), [section]: [] },
      }));
      const read = await readText(text);
      expect(findGaps(open(read))).toEqual([]);
      expect(problemsOf(read)).toMatch(/that is not here\. It is left out\./);
    },
  );

  test.each(['articles', 'ratingScales'])('and lacks its %s is refused', async (section) => {
    const text = await edit(sample(), (file) => ({
      ...file,
      factCheck: { ...(file['factCheck'] as Json), [section]: [] },
    }));
    expect(problemOf(await readText(text))).toMatch(/missing|not here/);
  });

  test('and has a record in the wrong list is read without it', async () => {
    const text = await edit(sample(), (file) => {
      const sections = file['factCheck'] as Record<string, unknown[]>;
      return {
        ...file,
        factCheck: { ...sections, reviewers: sections['sources'], sources: sections['reviewers'] },
      };
    });
    expect(problemsOf(await readText(text))).toContain(
      'factCheck.reviewers[0] is of type “source” instead of “reviewer”',
    );
  });

  test('and whose article is not the text that was checked is read, and says so', async () => {
    const text = await editRecord(sample(), 'articles', (article) => ({
      ...article,
      title: 'Kabul',
      sha256: '0'.repeat(64),
    }));
    const read = await readText(text);
    expect(read.ok && read.problems).toContain(
      'The text of the article “Kabul” is not the one that was checked: its SHA-256 digest differs.',
    );
  });

  test('and whose quotes stand elsewhere is read as it is', async () => {
    const text = await editRecord(sample(), 'annotations', (annotation) => {
      const [target, ...others] = annotation['targets'] as { quote: object }[];
      const quote = { ...target?.quote, exact: 'our enemies' };
      return { ...annotation, targets: [{ ...target, quote }, ...others] };
    });
    const read = await readText(text);
    const annotations =
      read.ok && read.kind === 'fact-check' ? [...read.factCheck.tables.annotation.values()] : [];
    expect(annotations.map(({ targets }) => targets[0]?.quote.exact)).toContain('our enemies');
  });

  test('and claims a time after every credible clock is set back, and says so', async () => {
    const text = await editRecord(sample(), 'sources', (source) => ({
      ...source,
      rev: [8.9e15, 'z'],
      base: [8.8e15, 'z'],
    }));
    const read = await readText(text);
    expect(read.ok ? read.problems : []).toEqual([
      'The clock of the file is set far in the future; its revisions were set back.',
    ]);
    const revs = [...open(read).tables.source.values()].map(({ rev }) => rev);
    expect(revs).toContainEqual([LAST_CREDIBLE_TIME, 'z']);
  });

  test('and uses a rating that its scale does not have is read, and says so', async () => {
    const text = await editRecord(sample(), 'verdicts', (verdict) => ({
      ...verdict,
      ratingId: 'no-such-rating',
    }));
    const read = await readText(text);
    expect(read.ok ? read.problems[0] : '').toMatch(
      /^Verdict \S+ has a rating that its rating scale does not have\.$/,
    );
  });
});

test('a file that was changed since it was written is read, and says so', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryFactCheck(), async (factCheck) => {
      const file = JSON.parse(await writeOwn(factCheck)) as { factCheck: { head: Json } };
      file.factCheck.head['title'] = `${String(file.factCheck.head['title'])}!`;
      const read = await readText(JSON.stringify(file));
      expect(headOf(open(read)).title).toBe(file.factCheck.head['title']);
      expect(read.ok && read.problems).toEqual([expect.stringMatching(/its digest differs/)]);
    }),
  );
});

describe('a file that was damaged on its way', () => {
  test(
    'is read so far as it can be shown, and never makes the program fall over',
    { timeout: 30_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryFactCheck(), arbitraryDamage(), async (factCheck, damage) => {
          const read = await readText(damage(await writeOwn(factCheck)));
          const sound = read.ok
            ? headOf(open(read)).id === open(read).id && findGaps(open(read)).length === 0
            : read.problem.length < 1000;
          expect(sound).toBe(true);
        }),
        { numRuns: 300 },
      );
    },
  );

  test('by cutting it short is always refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryFactCheck(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (factCheck, part) => {
          const text = await writeOwn(factCheck);
          const cut = text.slice(0, Math.floor(part * (text.trimEnd().length - 1)));
          expect((await readText(cut)).ok).toBe(false);
        },
      ),
    );
  });
});

/** Flipped bits, cuts, repeats, and values of a wrong type in any place. */
function arbitraryDamage(): fc.Arbitrary<(text: string) => string> {
  const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  const flip = fc.tuple(place, fc.nat({ max: 7 })).map(([at, bit]) => (text: string): string => {
    const bytes = new TextEncoder().encode(text);
    const i = Math.floor(at * bytes.length);
    bytes[i] = (bytes[i] ?? 0) ^ (1 << bit);
    return new TextDecoder().decode(bytes);
  });
  const remove = fc.tuple(place, place).map(([a, b]) => (text: string): string => {
    const [from, to] = [a, b].map((part) => Math.floor(part * text.length)).toSorted((x, y) => x - y);
    return text.slice(0, from) + text.slice(to);
  });
  const mistype = fc.tuple(fc.nat(), fc.jsonValue()).map(([at, value]) => (text: string): string => {
    const colons = [...text.matchAll(/: (?:"[^"]*"|\d+|null)(?=[,\n ])/g)];
    const hit = colons[at % colons.length];
    if (!hit) return text;
    return `${text.slice(0, hit.index)}: ${JSON.stringify(value)}${text.slice(hit.index + hit[0].length)}`;
  });
  return fc
    .array(fc.oneof(flip, remove, mistype, mistype), { minLength: 1, maxLength: 4 })
    .map((steps) => (text) => steps.reduce((damaged, step) => step(damaged), text));
}

async function edit(factCheck: FactCheck, change: (file: Json) => Json): Promise<string> {
  const { integrity: _, ...file } = JSON.parse(await writeOwn(factCheck)) as Json;
  return JSON.stringify(change(file));
}

/** Changes the first record of a section. */
function editRecord(factCheck: FactCheck, section: string, change: (record: Json) => Json): Promise<string> {
  return edit(factCheck, (file) => {
    const sections = file['factCheck'] as Record<string, Json[]>;
    const [first = {}, ...others] = sections[section] ?? [];
    return { ...file, factCheck: { ...sections, [section]: [change(first), ...others] } };
  });
}

function open(read: ParseResult): FactCheck {
  if (!read.ok) throw new Error(read.problem);
  if (read.kind !== 'fact-check') throw new Error(`It is read as ${read.kind}.`);
  return read.factCheck;
}

function problemsOf(read: ParseResult): string {
  return read.ok && read.kind === 'fact-check' ? read.problems.join('\n') : '';
}

function problemOf(read: ParseResult): string {
  return read.ok ? '' : read.problem;
}

function reverseFields<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(reverseFields) as T;
  const fields = Object.entries(value).map(([name, field]) => [name, reverseFields(field)] as const);
  return Object.fromEntries(fields.toReversed()) as T;
}
