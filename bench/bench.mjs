// Measures the app in a browser beside pages of reference, writes bench/results.json and prints it as a Markdown table.
//   npm run bench -- [--pages N] [--sizes 10,100,1000,10000] [--rows open,edit,…] [--seed S] [--table]
// With --table it measures nothing and prints what was written last.
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
  },
});

const FILE = fileURLToPath(new URL('results.json', import.meta.url));

/** @param {string} file */
const load = (file) => runnerImport(file, { configFile: false });

if (!values.table) {
  const { runBench } = /** @type {typeof import('./bench.ts')} */ ((await load('./bench/bench.ts')).module);
  const { ROWS } = /** @type {typeof import('./results.ts')} */ ((await load('./bench/results.ts')).module);
  const asked = values.rows?.split(',') ?? ROWS;
  const unknown = asked.filter((row) => !ROWS.some((known) => known === row));
  if (unknown.length > 0) throw new Error(`--rows takes ${ROWS.join(', ')}, not “${unknown.join(', ')}”.`);
  const result = await runBench({
    pages: wholeNumber('pages', values.pages),
    sizes: values.sizes.split(',').map((size) => wholeNumber('sizes', size)),
    rows: new Set(ROWS.filter((row) => asked.includes(row))),
    seed: wholeNumber('seed', values.seed),
  });
  writeFileSync(FILE, `${JSON.stringify(result, null, 2)}\n`);
}
if (!existsSync(FILE)) throw new Error('Nothing was measured yet: npm run bench');
const { toMarkdown } = /** @type {typeof import('./table.ts')} */ ((await load('./bench/table.ts')).module);
console.log(
  toMarkdown(/** @type {import('./results.ts').BenchResult} */ (JSON.parse(readFileSync(FILE, 'utf8')))),
);

/**
 * @param {string} name
 * @param {string} text
 */
function wholeNumber(name, text) {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--${name} takes whole numbers from 1, not “${text}”.`);
  return Number(text);
}
