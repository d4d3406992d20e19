import type { BrowserContext } from '@playwright/test';

/** A message as the build compiles it (icu-minify): text, arguments in arrays, and numbers for their kinds. */
type Compiled = string | number | readonly Compiled[] | { readonly [form: string]: Compiled };

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DISGUISED = 'áƀçđéƒĝĥíĵķļɱñóþʠŕšţúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶĻṀÑÓÞɊŔŠŢÚṼŴẊÝŽ';

/** Words as the disguised interface says them: not one of their letters is plain, and they can be read all the same. */
export function disguise(words: string): string {
  return words.replaceAll(/[a-zA-Z]/g, (letter) => DISGUISED[PLAIN.indexOf(letter)] ?? letter);
}

/**
 * Lets a page that speaks German say all its messages disguised, so that a plain letter tells of words that are no message.
 * German is long: where its words have room, most languages' have.
 */
export async function disguiseGerman(context: BrowserContext): Promise<void> {
  await context.route(/\/assets\/de-[\w-]+\.js$/, async (route) => {
    const response = await route.fetch();
    const source = `data:text/javascript,${encodeURIComponent(await response.text())}`;
    const { default: catalogue } = (await import(source)) as { readonly default: Record<string, Compiled> };
    const disguised = Object.fromEntries(
      Object.entries(catalogue).map(([key, message]) => [key, disguiseMessage(message)]),
    );
    await route.fulfill({ response, body: `export default ${JSON.stringify(disguised)}` });
  });
}

function disguiseMessage(message: Compiled): Compiled {
  if (typeof message === 'string') return disguise(message);
  return Array.isArray(message) ? message.map(disguisePart) : message;
}

/** `["name"]`, `["name", kind, forms]` or `["tag", …what is in it]`, where 0 stands for the number of a plural. */
function disguisePart(part: Compiled): Compiled {
  if (!Array.isArray(part)) return disguiseMessage(part);
  const parts: readonly Compiled[] = part;
  const [name = '', kind, ...rest] = parts;
  if (kind === undefined) return parts;
  if (typeof kind !== 'number' || kind === 0) return [name, ...[kind, ...rest].map(disguisePart)];
  return [name, kind, ...rest.map(disguiseForms)];
}

function disguiseForms(forms: Compiled): Compiled {
  if (typeof forms !== 'object' || Array.isArray(forms)) return forms;
  return Object.fromEntries(Object.entries(forms).map(([form, branch]) => [form, disguiseMessage(branch)]));
}
