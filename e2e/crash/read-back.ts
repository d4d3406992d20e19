import { readFile, rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { DeskPage } from '../pages/desk-page.ts';
import type { FactCheckFile } from '../support/fact-check-file.ts';
import { conclusionOf, sourceOf, verdictOf } from './typist.ts';

/** What a fact check holds, field by field, as its exported file says. Fields without a value are left out. */
export async function readBack(
  page: Page,
  sentences: readonly string[],
  file: string,
): Promise<ReadonlyMap<string, string>> {
  const desk = new DeskPage(page);
  await desk.exportAs('Linecheck', file);
  const exported = JSON.parse(await readFile(file, 'utf8')) as FactCheckFile;
  await rm(file);
  return fieldsOf(exported, sentences);
}

function fieldsOf({ factCheck }: FactCheckFile, sentences: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const put = (field: string, value: string): void => {
    // A second one of what there can be one of is worth a finding: it is under a name that nobody has written to.
    fields.set(fields.has(field) ? `another ${field}` : field, value);
  };
  const labels = new Map(
    factCheck.ratingScales.flatMap(({ ratings }) =>
      (ratings as { readonly id: string; readonly label: string }[]).map(({ id, label }) => [id, label]),
    ),
  );
  const titles = new Map(factCheck.sources.map(({ id, title }) => [id, String(title)]));
  for (const { id, targets } of factCheck.annotations) {
    const [target] = targets as { readonly quote: { readonly exact: string } }[];
    const sentence = sentences.indexOf(target?.quote.exact ?? '');
    for (const { annotationId, ratingId, conclusion } of factCheck.verdicts) {
      if (annotationId !== id) continue;
      put(verdictOf(sentence), labels.get(String(ratingId)) ?? '');
      if (conclusion !== '') put(conclusionOf(sentence), String(conclusion));
    }
    for (const { annotationId, sourceId } of factCheck.evidence)
      if (annotationId === id) put(sourceOf(sentence, titles.get(sourceId) ?? 'without a title'), 'cited');
  }
  return fields;
}
