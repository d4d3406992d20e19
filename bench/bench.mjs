// Measures the app in a browser, prints what came out and writes it to test-results/bench.json.
//   npm run bench -- [--pages N] [--sizes 100,1000] [--seed S]
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '5' },
    sizes: { type: 'string', default: '100,1000' },
    seed: { type: 'string', default: '1' },
  },
});

const { module } = /** @type {{ module: typeof import('./bench.ts') }} */ (
  await runnerImport('./bench/bench.ts', { configFile: false })
);
const result = await module.runBench({
  pages: wholeNumber('pages', values.pages),
  sizes: values.sizes.split(',').map((size) => wholeNumber('sizes', size)),
  seed: wholeNumber('seed', values.seed),
});
mkdirSync('test-results', { recursive: true });
writeFileSync('test-results/bench.json', `${JSON.stringify(result, null, 2)}\n`);

/** @param {import('./statistics.ts').Spread} spread */
const say = ({ median, lowest, highest }) =>
  `${median.toFixed(1)} (${lowest.toFixed(1)} to ${highest.toFixed(1)})`;

console.log(`\nOne edit until Saved, milliseconds, Chromium ${result.browser}`);
console.log('annotations   edit                       transaction alone');
for (const { annotations, edit, transaction } of result.editUntilSaved)
  console.log(`${String(annotations).padEnd(14)}${say(edit).padEnd(27)}${say(transaction)}`);
const [first, last] = [result.editUntilSaved.at(0), result.editUntilSaved.at(-1)];
if (first && last && first !== last)
  console.log(
    `${last.annotations} to ${first.annotations}: ${(last.edit.median / first.edit.median).toFixed(2)}`,
  );

/**
 * @param {string} name
 * @param {string} text
 */
function wholeNumber(name, text) {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--${name} takes whole numbers from 1, not “${text}”.`);
  return Number(text);
}
