import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChange, isEmptyChange } from '../../domain/change.ts';
import { editSource, mergeSources, removeSource } from '../../domain/cite-source.ts';
import type { FactCheck } from '../../domain/fact-check.ts';
import { importSources, type SourceImport } from '../../domain/import-sources.ts';
import { startFactCheck } from '../../domain/start-fact-check.ts';
import { createTestClock } from '../../domain/testing/arbitrary-changes.ts';
import type { Clock } from '../../domain/clock.ts';
import { FORMATS } from '../../exchange/formats.ts';
import { CONTEXT } from '../../exchange/testing/at-once.ts';
import { sampleFactCheck } from '../../exchange/testing/sample-fact-check.ts';
import { importAnnotations } from '../../domain/import-annotations.ts';
import { paragraphDraft } from '../../domain/testing/paragraph-draft.ts';
import { nothingRemoved } from './testing/nothing-removed.ts';
import { parseHere } from './testing/parse-here.ts';
import { readImport } from './read-import.ts';
import { sortRemoved } from './reading.ts';

const hand = { clock: createTestClock('import'), by: 'ada' };
const BIB =
  '@book{moby, title = {Mobby Dick}, author = {Melville, Herman}, year = {1851}, publisher = {Harper}}\n@book{dick, title = {Moby Dick}, author = {Melville, Herman}, year = {1851}, publisher = {Harper}}';
const CSL = JSON.stringify([
  { id: 'moby', type: 'webpage', title: 'Whales', URL: 'https://example.org/wales' },
]);

async function importInto(
  text: string,
  factCheck: FactCheck,
): Promise<{ readonly after: FactCheck; readonly added: number }> {
  const found = await readImport(new File([text], 'x'), factCheck, {
    parse: parseHere,
    signal: new AbortController().signal,
    onShare: () => undefined,
    hand,
    removed: nothingRemoved,
  });
  if (found.kind !== 'sources') throw new Error(found.kind);
  const { change, added } = importSources(factCheck, found.list.sources, hand);
  return { after: applyChange(factCheck, change), added };
}

const blank = (): FactCheck =>
  startFactCheck(paragraphDraft('A whale.', { sentences: [{ start: 0, end: 8 }] }), hand);

test('a BibTeX file that comes again adds no source whose title was corrected here', async () => {
  const { after } = await importInto(BIB, blank());
  const id = [...after.tables.source.values()].find(({ title }) => title === 'Mobby Dick')?.id ?? '';
  const mended = applyChange(after, editSource(after, id, { title: 'Moby Dick; or, The Whale' }, hand));
  expect((await importInto(BIB, mended)).added).toBe(0);
});

test('nor one that was merged into another here', async () => {
  const { after } = await importInto(BIB, blank());
  const id = (wanted: string) =>
    [...after.tables.source.values()].find(({ title }) => title === wanted)?.id ?? '';
  const merged = applyChange(after, mergeSources(after, id('Moby Dick'), id('Mobby Dick'), hand));
  expect(merged.tables.source.size).toBe(1);
  expect((await importInto(BIB, merged)).added).toBe(0);
});

test('a CSL-JSON file that comes again adds no source whose address was corrected here', async () => {
  const { after } = await importInto(CSL, blank());
  const [source] = after.tables.source.values();
  const mended = applyChange(
    after,
    editSource(after, source?.id ?? '', { url: 'https://example.org/whales' }, hand),
  );
  expect((await importInto(CSL, mended)).added).toBe(0);
});

test('a source that was removed here stays so when its list comes again, and comes back as it was when somebody wants it', async () => {
  const { after } = await importInto(CSL, blank());
  const [imported] = after.tables.source.values();
  const mended = applyChange(after, editSource(after, imported?.id ?? '', { note: 'Looked up.' }, hand));
  const [source] = mended.tables.source.values();
  if (!source) throw new Error('There is none.');
  const emptied = applyChange(mended, removeSource(mended, source.id, hand));
  const read = async (returns: boolean): Promise<SourceImport> => {
    const found = await readImport(new File([CSL], 'x'), emptied, {
      parse: parseHere,
      signal: new AbortController().signal,
      onShare: () => undefined,
      hand,
      removed: () => Promise.resolve(sortRemoved({ annotations: [], sources: [source] }, () => returns)),
    });
    if (found.kind !== 'sources') throw new Error(found.kind);
    return found.trial;
  };
  expect(await read(false)).toMatchObject({ added: 0, staysRemoved: 1, alreadyHere: 0 });
  const { change, ...counts } = await read(true);
  expect(counts).toMatchObject({ added: 1, staysRemoved: 0 });
  expect(change.added).toMatchObject([{ id: source.id, title: 'Whales', note: 'Looked up.' }]);
});

const TITLES = ['Whales', 'Whales & co.', 'Boats', 'Moby Dick', ''];
const URLS = ['https://example.org/whales', 'https://example.org/boats', 'doi:10.1000/182'];

const SOURCES = fc.array(
  fc.record(
    {
      id: fc.stringMatching(/^[a-z]{1,8}$/),
      type: fc.constant('webpage'),
      title: fc.constantFrom(...TITLES.slice(0, -1)),
      URL: fc.constantFrom(...URLS),
      publisher: fc.constantFrom('Harper', 'Penguin'),
    },
    { requiredKeys: ['id', 'type', 'title'] },
  ),
  { minLength: 1, maxLength: 6 },
);

const EDITS = fc.array(
  fc.oneof(
    fc.record({ one: fc.nat(), title: fc.constantFrom('Corrected', ...TITLES) }),
    fc.record({ one: fc.nat(), url: fc.constantFrom('https://example.org/corrected', '') }),
    fc.record({ one: fc.nat(), publisher: fc.constantFrom('Corrected', '') }),
    fc.record({ one: fc.nat(), into: fc.nat() }),
  ),
  { maxLength: 5 },
);

test('whatever is edited and merged in between, the same list of sources brings nothing a second time', async () => {
  await fc.assert(
    fc.asyncProperty(SOURCES, EDITS, async (sources, edits) => {
      const text = JSON.stringify(sources);
      let { after } = await importInto(text, blank());
      for (const { one, ...edit } of edits) {
        const ids = [...after.tables.source.keys()];
        const idAt = (i: number): string => ids[i % ids.length] ?? '';
        const change =
          'into' in edit
            ? mergeSources(after, idAt(edit.into), idAt(one), hand)
            : editSource(after, idAt(one), edit, hand);
        after = applyChange(after, change);
      }
      expect((await importInto(text, after)).added).toBe(0);
    }),
    { numRuns: 60 },
  );
});

test.each(['w3c', 'csv', 'csl-json', 'bibtex'])(
  'nor does our own file in the format %s when its sources were corrected since it was written',
  async (id) => {
    const factCheck = await sampleFactCheck();
    const writer = await FORMATS.find((format) => format.id === id)?.out?.load();
    const written = await writer?.serialise(factCheck, CONTEXT);
    if (!written?.ok) throw new Error(id);
    const clock: Clock = { ...hand.clock, instant: () => '2026-12-31T12:00:00.000Z' };
    let after = factCheck;
    for (const source of factCheck.tables.source.values())
      if (source.title !== '')
        after = applyChange(
          after,
          editSource(
            after,
            source.id,
            { title: `${source.title}, corrected`, url: `https://example.org/${source.id}` },
            { ...hand, clock },
          ),
        );
    for (const { text, fileName } of written.files) {
      if (fileName.endsWith('.xml')) continue;
      const found = await readImport(new File([text], 'x'), after, {
        parse: parseHere,
        signal: new AbortController().signal,
        onShare: () => undefined,
        hand,
        removed: nothingRemoved,
      });
      const change =
        found.kind === 'sources'
          ? found.trial.change
          : found.kind === 'annotations'
            ? importAnnotations(after, found, hand)
            : null;
      expect(change && isEmptyChange(change)).toBe(true);
    }
  },
);
