import compile from 'icu-minify/compile';

/** What is wrong with the translation of an English message (both ICU), in words; nothing when it can be said. */
export function checkTranslation(language: string, english: string, translation: string): readonly string[] {
  const [asked, given] = [read(english), read(translation)];
  if (typeof given === 'string') return [`no ICU message: ${given}`];
  if (typeof asked === 'string') return [`its English is no ICU message: ${asked}`];
  return [
    ...difference(asked.parts, given.parts, 'lacks'),
    ...difference(given.parts, asked.parts, 'has more than the English'),
    ...given.plurals.flatMap((categories) => checkPlural(language, categories)),
    ...(translation.includes("'") ? ["has a straight ', which ICU takes for a quote: write ’"] : []),
    ...(edges(english) === edges(translation) ? [] : ['begins or ends with other spaces than the English']),
    ...(translation.trim() === '' ? ['is empty'] : []),
  ];
}

/** The arguments and tags of a message, each as a word such as "{n} as a number", and the forms of its plurals. */
interface Read {
  readonly parts: ReadonlySet<string>;
  readonly plurals: readonly (readonly string[])[];
}

function read(text: string): Read | string {
  try {
    const parts = new Set<string>();
    const plurals: (readonly string[])[] = [];
    collect(compile(text), parts, plurals);
    return { parts, plurals };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** As `icu-minify` numbers the kinds of what is in braces. */
const [SELECT, PLURAL, ORDINAL, NUMBER] = [1, 2, 3, 4];

function collect(nodes: unknown, parts: Set<string>, plurals: (readonly string[])[]): void {
  if (!Array.isArray(nodes)) return;
  for (const node of nodes as readonly unknown[]) {
    if (!Array.isArray(node)) continue;
    const [name, kind, options] = node as readonly unknown[];
    if (kind === undefined) parts.add(`{${String(name)}}`);
    else if (typeof kind !== 'number' || kind === 0) {
      parts.add(`<${String(name)}>`);
      collect(node.slice(1), parts, plurals);
    } else {
      const forms =
        kind === SELECT || kind === PLURAL || kind === ORDINAL ? Object.entries(options as object) : [];
      parts.add(`{${String(name)}} ${describe(kind, forms)}`);
      if (kind === PLURAL) plurals.push(forms.map(([form]) => form));
      for (const [, branch] of forms) collect(branch, parts, plurals);
    }
  }
}

/** A number may be written out or choose a form, as the language wants it. */
function describe(kind: number, forms: readonly (readonly [string, unknown])[]): string {
  if (kind === SELECT)
    return `as a choice of ${forms
      .map(([form]) => form)
      .toSorted()
      .join(', ')}`;
  if (kind === PLURAL || kind === NUMBER) return 'as a number';
  return `of kind ${kind}`;
}

function difference(from: ReadonlySet<string>, others: ReadonlySet<string>, what: string): readonly string[] {
  return [...from].filter((part) => !others.has(part)).map((part) => `${what} ${part}`);
}

/** Forms for millions in French and Spanish, which "other" serves as well. */
const MAY_LACK = new Set(['es many', 'fr many']);

function checkPlural(language: string, forms: readonly string[]): readonly string[] {
  const asked = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return [
    ...asked
      .filter((form) => !forms.includes(form) && !MAY_LACK.has(`${language} ${form}`))
      .map((form) => `a plural lacks the form "${form}"`),
    ...forms
      .filter((form) => !form.startsWith('=') && !asked.some((one) => one === form))
      .map((form) => `a plural has the form "${form}", which the language does not have`),
  ];
}

function edges(text: string): string {
  return `${/^\s/.test(text)} ${/\s$/.test(text)}`;
}
