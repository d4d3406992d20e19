import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestText } from '../../domain/article.ts';
import { isEmptyChange } from '../../domain/change.ts';
import { gatherFactCheck, recordsOf, type AnyRecord, type FactCheck } from '../../domain/fact-check.ts';
import { importAnnotations } from '../../domain/import-annotations.ts';
import { createTestClock } from '../../domain/testing/arbitrary-changes.ts';
import { arbitraryFactCheck } from '../../domain/testing/arbitrary-fact-check.ts';
import { FORMATS } from '../../exchange/formats.ts';
import { CONTEXT } from '../../exchange/testing/at-once.ts';
import { sampleFactCheck } from '../../exchange/testing/sample-fact-check.ts';
import { readImport, type ReadImport } from './read-import.ts';
import { nothingRemoved } from './testing/nothing-removed.ts';
import { parseHere } from './testing/parse-here.ts';

const hand = { clock: createTestClock('again'), by: 'ada' };

function read(text: string, factCheck: FactCheck): Promise<ReadImport> {
  return readImport(new File([text], 'own'), factCheck, {
    parse: parseHere,
    signal: new AbortController().signal,
    onShare: () => undefined,
    hand,
    removed: nothingRemoved,
  });
}

/** With the digest of its text, by which a file of ours is known as one about it, and as UTF-8 can hold it. */
async function digested(factCheck: FactCheck): Promise<FactCheck> {
  const wellFormed = JSON.parse(
    JSON.stringify(recordsOf(factCheck)).replaceAll(/\\u(?=d[89a-f])[0-9a-f]{4}/g, '-'),
  ) as readonly AnyRecord[];
  const records = await Promise.all(
    wellFormed.map(async (record) =>
      record.type === 'article' ? { ...record, sha256: await digestText(record.text) } : record,
    ),
  );
  return gatherFactCheck(factCheck.id, records);
}

/** All formats that we write and read, but for our own file, which is merged. */
const BOTH_WAYS = FORMATS.filter(({ id, out, back }) => out && back && id !== 'linecheck-json').map(
  ({ id }) => id,
);

describe.each(BOTH_WAYS)('our own file in the format %s', (id) => {
  async function findNews(factCheck: FactCheck): Promise<readonly unknown[]> {
    const writer = await FORMATS.find((format) => format.id === id)?.out?.load();
    const options = Object.fromEntries(
      (writer?.options?.(factCheck, {}) ?? []).map((option) => [option.id, option.initial]),
    );
    const written = await writer?.serialise(factCheck, { ...CONTEXT, options });
    if (!written?.ok) return [];
    const news: unknown[] = [];
    for (const { text, fileName } of written.files) {
      if (fileName.endsWith('.xml')) continue;
      const found = await read(text, factCheck);
      if (found.kind === 'annotations') {
        const change = importAnnotations(factCheck, found, hand);
        if (found.arrivals.length > 0 || !isEmptyChange(change))
          news.push(
            found.arrivals.map(({ item }) => item.place),
            ...change.added,
            ...change.updated.map(({ after }) => after),
          );
      } else if (found.kind === 'sources') news.push(...found.trial.change.added);
      else if (found.kind !== 'unreadable' || !found.problem.includes('none of the kinds')) news.push(found);
    }
    return news;
  }

  test('brings nothing to the fact check that it was made of', async () => {
    expect(await findNews(await sampleFactCheck())).toEqual([]);
    await fc.assert(
      fc.asyncProperty(arbitraryFactCheck(), async (factCheck) => {
        expect(await findNews(await digested(factCheck))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
