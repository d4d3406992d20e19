import { readFile } from 'node:fs/promises';
import type { DeskPage } from './pages/desk-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { expect, test } from './support/test.ts';

const DEAD = '13 American soldiers dead: 12 Marines and 1 Navy chaplain';

test('the whole job on the sample: six sentences, shared source, reload, export, import elsewhere', async ({
  page,
  openFreshProfile,
}, testInfo) => {
  const library = new LibraryPage(page);
  await library.goto();
  const desk = await library.openSample();
  const sentences = await desk.sentences();
  const dead = sentences.findIndex((sentence) => sentence.includes(DEAD));
  expect(dead).toBeGreaterThan(0);

  await test.step('two claims on one sentence', async () => {
    await desk.annotate(
      { text: '12 Marines' },
      {
        verdict: 'False',
        conclusion: 'Eleven of the dead were Marines.',
        claimant: 'The Practice Courier',
        sources: [
          {
            title: 'DoD identifies service members',
            url: 'https://www.defense.gov/News/Releases/2021/08/28/names',
            stance: 'refutes',
            quote: '11 Marines, one Sailor and one Soldier',
          },
        ],
      },
    );
    await desk.annotate(
      { text: '1 Navy chaplain' },
      {
        verdict: 'Mostly false',
        conclusion: 'He was a hospital corpsman.',
        sources: [{ title: 'DoD identifies service members', stance: 'context' }],
      },
    );
  });

  await test.step('verdicts on whole sentences, one left open, one not checkable', async () => {
    await desk.annotate({ sentence: 1 }, { verdict: 'True' });
    await desk.annotate(
      { sentence: 2 },
      { statement: 'Psaki said that the evacuation depended on the Taliban.' },
    );
    await desk.annotate({ sentence: 0 }, { notCheckable: true });
    await desk.annotate({ text: '104,000 people' }, { verdict: 'Unproven' });
    await desk.annotate(
      { sentence: sentences.length - 1 },
      { verdict: 'True', conclusion: 'All four said so.' },
    );
  });

  const expected = [
    { verdict: null, sources: 0 },
    { verdict: 'True', sources: 0 },
    { verdict: null, sources: 0 },
    { verdict: 'Unproven', sources: 0, quote: '104,000 people' },
    { verdict: 'False', sources: 1, quote: '12 Marines' },
    { verdict: 'Mostly false', sources: 1, quote: '1 Navy chaplain' },
    { verdict: 'True', sources: 0 },
  ];
  await expect.poll(() => desk.annotations()).toHaveLength(expected.length);
  const before = (await desk.annotations()).toSorted((a, b) => a.quote.localeCompare(b.quote));
  for (const one of expected.filter(({ quote }) => quote))
    expect(before).toContainEqual(expect.objectContaining(one));
  expect(await desk.coverage()).toEqual({
    checked: 4,
    open: 1,
    notCheckable: 1,
    untouched: sentences.length - 6,
  });

  await test.step('the source stands once, used twice with different stances', async () => {
    await desk.showPanel('Sources');
    const source = page.getByRole('region', { name: 'Sources' }).getByRole('listitem').first();
    await expect(source).toContainText('DoD identifies service members');
    await expect(source).toContainText('Refutes');
    await expect(source).toContainText('Context');
    await desk.showPanel('Annotations');
  });

  await test.step('all of it is there after a reload', async () => {
    await desk.whenSaved();
    await page.reload();
    await desk.whenOpen();
    await expect.poll(async () => sorted(await desk.annotations())).toEqual(before);
    await desk.openAnnotation(await indexOf(desk, '12 Marines'));
    await expect(desk.editor.field('Conclusion')).toHaveValue('Eleven of the dead were Marines.');
    await expect(desk.editor.field('Claimant')).toHaveValue('The Practice Courier');
    await desk.editor.close();
  });

  const file = testInfo.outputPath('briefing.linecheck.json');
  await desk.exportAs('Linecheck', file);

  await test.step('an import into another browser profile gives back an equal fact check', async () => {
    const other = await openFreshProfile();
    const otherLibrary = new LibraryPage(other);
    await otherLibrary.goto();
    const otherDesk = await otherLibrary.openFile(file);
    await expect.poll(async () => sorted(await otherDesk.annotations())).toEqual(before);
    expect(await otherDesk.coverage()).toEqual(await desk.coverage());

    const again = testInfo.outputPath('again.linecheck.json');
    await otherDesk.exportAs('Linecheck', again);
    expect(recordsIn(await readFile(again, 'utf8'))).toEqual(recordsIn(await readFile(file, 'utf8')));
  });
});

function sorted<T extends { readonly quote: string }>(annotations: readonly T[]): T[] {
  return annotations.toSorted((a, b) => a.quote.localeCompare(b.quote));
}

async function indexOf(desk: DeskPage, quote: string): Promise<number> {
  return (await desk.annotations()).findIndex((annotation) => annotation.quote === quote);
}

function recordsIn(json: string): unknown {
  const { factCheck } = JSON.parse(json) as { factCheck: unknown };
  return factCheck;
}
