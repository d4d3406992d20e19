import { serialiseFactCheck } from '../src/exchange/linecheck-json.ts';
import { parseLinecheckJson } from '../src/exchange/parse-linecheck-json.ts';
import { readJson } from '../src/exchange/read-json.ts';
import { segment } from '../src/ingest/segment/segment.ts';
import { createEditedText, createRandom } from './edited-text.ts';
import { measureResolve } from './resolve.ts';
import type { NewCell } from './results.ts';
import { spreadOf } from './statistics.ts';

const RESOLVED = 10_000;

/** Our file of the workload, held against what the engine does alone with the same values. */
export async function measureJson(workload: string, annotations: number, rounds: number): Promise<NewCell[]> {
  const context = { exportedAt: '2026-01-01T00:00:00Z', leftOut: 0, pace: () => Promise.resolve() };
  const read = await parseLinecheckJson({ json: readJson(workload) }, context);
  if (!read.ok) throw new Error(read.problem);
  const { factCheck } = read;
  const write = async (): Promise<string> =>
    (await serialiseFactCheck(factCheck, context)).files[0]?.text ?? '';
  const text = await write();
  const value: unknown = JSON.parse(text);
  const times = { write: [], stringify: [], parse: [], parseAlone: [] } as Record<string, number[]>;
  for (let round = 0; round <= rounds; round += 1) {
    times['write']?.push(await timeOf(write));
    times['stringify']?.push(await timeOf(() => JSON.stringify(value)));
    times['parse']?.push(await timeOf(() => parseLinecheckJson({ json: readJson(text) }, context)));
    times['parseAlone']?.push(await timeOf((): unknown => JSON.parse(text)));
  }
  const cell = (thing: string, of: NewCell['of'], name: string): NewCell => ({
    row: 'json',
    thing,
    annotations,
    of,
    unit: 'ms',
    // The first round compiles.
    ...spreadOf((times[name] ?? []).slice(1)),
  });
  return [
    cell('serialise', 'app', 'write'),
    cell('serialise', 'native', 'stringify'),
    cell('parse', 'app', 'parse'),
    cell('parse', 'native', 'parseAlone'),
  ];
}

const SEGMENTED = 10_000_000;

/** Sentences of 10 MB, held against `Intl.Segmenter`, which is given a paragraph at a time. */
export async function measureSegment(seed: number, rounds: number): Promise<NewCell[]> {
  const { was, sentences } = createEditedText(SEGMENTED / 10, 0, createRandom(seed));
  const paragraphs: string[] = [];
  for (let i = 0; i < sentences.length; i += 6)
    paragraphs.push(was.slice(sentences[i]?.start, sentences[i + 5]?.end ?? was.length));
  const tenth = `${paragraphs.join('\n\n')}\n\n`;
  const text = tenth.repeat(10);
  const all = Array.from({ length: 10 }, () => paragraphs).flat();
  const intl = new Intl.Segmenter('en', { granularity: 'sentence' });
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    ours.push(await timeOf(() => segment(text, 'en')));
    theirs.push(
      await timeOf(() => {
        let count = 0;
        for (const paragraph of all) for (const _ of intl.segment(paragraph)) count += 1;
        return count;
      }),
    );
  }
  const cell = (of: NewCell['of'], times: readonly number[]): NewCell => ({
    row: 'segment',
    annotations: 0,
    of,
    unit: 'ms',
    ...spreadOf(times.slice(1)),
  });
  return [cell('app', ours), cell('native', theirs)];
}

/** 10,000 targets in a changed text; once, since the library alone takes minutes. */
export async function measureResolving(): Promise<NewCell[]> {
  const { ours, alone, right, silentlyWrong, targets } = await measureResolve();
  const base = { row: 'resolve', annotations: RESOLVED } as const;
  return [
    { ...base, of: 'app', unit: 's', ...spreadOf([ours / 1000]) },
    { ...base, of: 'native', unit: 's', ...spreadOf([alone / 1000]) },
    { ...base, of: 'app', unit: '%', thing: 'right', ...spreadOf([(right / targets) * 100]) },
    {
      ...base,
      of: 'app',
      unit: '%',
      thing: 'silently wrong',
      ...spreadOf([(silentlyWrong / targets) * 100]),
    },
  ];
}

async function timeOf(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
