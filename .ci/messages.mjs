// What translators need (src/messages/catalogues/README.md):
//   npm run messages -- missing LANGUAGE [--most N]   prints what is not translated yet, as JSON with empty translations
//   npm run messages -- merge LANGUAGE FILE…          puts filled-in JSON into the catalogue, sorted, and says what is wrong
//   npm run messages -- check LANGUAGE                says what keeps the language from being offered
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

/** @typedef {import('../src/messages/compile/catalogue-file.ts').CatalogueFile} CatalogueFile */

const { values, positionals } = parseArgs({ allowPositionals: true, options: { most: { type: 'string' } } });
const [task, language, ...files] = positionals;

const loaded = await runnerImport('./src/messages/compile/catalogue-file.ts', { configFile: false });
const { skeletonOf, mergeInto, checkCatalogue } =
  /** @type {typeof import('../src/messages/compile/catalogue-file.ts')} */ (loaded.module);

if (task === 'missing' && language) {
  console.log(JSON.stringify(skeletonOf(language, Number(values.most ?? Infinity)), null, 2));
} else if (task === 'merge' && language && files.length > 0) {
  for (const file of files)
    report(mergeInto(language, /** @type {CatalogueFile} */ (JSON.parse(readFileSync(file, 'utf8')))));
} else if (task === 'check' && language) {
  report(checkCatalogue(language));
} else {
  console.error('npm run messages -- missing LANGUAGE [--most N] | merge LANGUAGE FILE… | check LANGUAGE');
  process.exitCode = 2;
}

/** @param {readonly string[]} problems */
function report(problems) {
  for (const problem of problems) console.log(problem);
  console.log(problems.length === 0 ? 'All is well.' : `${problems.length} problems.`);
  if (problems.length > 0) process.exitCode = 1;
}
