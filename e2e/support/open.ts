import type { Page } from '@playwright/test';
import { DeskPage } from '../pages/desk-page.ts';
import { LibraryPage, type FilePayload } from '../pages/library-page.ts';
import { planFile, type PlannedFactCheck } from './fact-check-file.ts';

/** The quick way to a desk, for journeys that are about something else: the address of a sample. */
export async function openSample(page: Page, sample = 'white-house-briefing'): Promise<DeskPage> {
  await page.goto(`./#/samples/${sample}`);
  const desk = new DeskPage(page);
  await desk.whenOpen();
  return desk;
}

/** The quick way to a desk with much on it: a file with a fact check. */
export async function openPlanned(page: Page, plan: PlannedFactCheck): Promise<DeskPage> {
  const library = new LibraryPage(page);
  await library.goto();
  return library.openFile(payload('planned.linecheck.json', JSON.stringify(planFile(plan))));
}

/** Opens the planned fact check in another tab of the same browser. */
export async function openInAnotherTab(page: Page): Promise<DeskPage> {
  const tab = await page.context().newPage();
  await tab.goto('./#/check/planned');
  const desk = new DeskPage(tab);
  await desk.whenOpen();
  return desk;
}

/** A file as the file chooser hands it over. */
export function payload(name: string, content: string | Buffer): FilePayload {
  return { name, mimeType: 'application/json', buffer: Buffer.from(content) };
}
