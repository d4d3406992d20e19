// Measures the app in a browser beside pages of reference, writes bench/results.json and prints it as a Markdown table.
//   npm run bench -- [--pages N] [--sizes 10,100,1000,10000] [--rows open,edit,…] [--seed S] [--table] [--readme]
// What is not measured this time stays in the file as it was. With --table nothing is measured; with --readme the table is
// put into the README as well.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '5' },
    sizes: { type: 'string', default: '10,100,1000,10000' },
    rows: { type: 'string' },
    seed: { type: 'string', default: '1' },
    table: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
  },
});

const FILE = fileURLToPath(new URL('results.json', import.meta.url));
const README = fileURLToPath(new URL('../README.md', import.meta.url));
/** In the README, what is between the two. */
const [BEGIN, END] = ['<!-- bench: begin -->', '<!-- bench: end -->'];

/** @param {string} file */
const load = (file) => runnerImport(file, { configFile: false });

if (!values.table) {
  const { runBench } = /** @type {typeof import('./bench.ts')} */ ((await load('./bench/bench.ts')).module);
  const { ROWS, keepEarlier } = /** @type {typeof import('./results.ts')} */ (
    (await load('./bench/results.ts')).module
  );
  const asked = values.rows?.split(',') ?? ROWS;
  const unknown = asked.filter((row) => !ROWS.some((known) => known === row));
  if (unknown.length > 0) throw new Error(`--rows takes ${ROWS.join(', ')}, not “${unknown.join(', ')}”.`);
  const options = {
    pages: wholeNumber('pages', values.pages),
    sizes: values.sizes.split(',').map((size) => wholeNumber('sizes', size)),
    rows: new Set(ROWS.filter((row) => asked.includes(row))),
    seed: wholeNumber('seed', values.seed),
  };
  const measured = await runBench(options, (address) => import(address));
  const result = existsSync(FILE) ? keepEarlier(readResults(), measured) : measured;
  writeFileSync(FILE, `${JSON.stringify(result, null, 2)}\n`);
}
if (!existsSync(FILE)) throw new Error('Nothing was measured yet: npm run bench');
const { toMarkdown } = /** @type {typeof import('./table.ts')} */ ((await load('./bench/table.ts')).module);
const markdown = toMarkdown(readResults());
console.log(markdown);
if (values.readme) writeFileSync(README, putBetween(readFileSync(README, 'utf8'), markdown));

/** @returns {import('./results.ts').BenchResult} */
function readResults() {
  return /** @type {import('./results.ts').BenchResult} */ (JSON.parse(readFileSync(FILE, 'utf8')));
}

/**
 * @param {string} text
 * @param {string} table
 */
function putBetween(text, table) {
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`The README has no ${BEGIN} with ${END} behind it.`);
  return `${text.slice(0, begin + BEGIN.length)}\n\n${table}\n\n${text.slice(end)}`;
}

/**
 * @param {string} name
 * @param {string} text
 */
function wholeNumber(name, text) {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--${name} takes whole numbers from 1, not “${text}”.`);
  return Number(text);
}
