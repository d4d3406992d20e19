import type { Page } from '@playwright/test';

/** In the place of a part that is loaded later stands one whose components throw. */
export async function plantBroken(
  page: Page,
  part: string,
  components: readonly string[] = [part],
): Promise<void> {
  await page.route(new RegExp(`/${part}-[^/]*\\.js$`), (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: components.map((name) => `export function ${name}() { throw new Error('planted'); }`).join('\n'),
    }),
  );
}

/** What the browser writes of it. A part that others share a file with comes without what it is looked for in, which breaks it just as well. */
export const PLANTED = /planted|reading 'Annotation(?:List|Editor)'/;
