// Kills a browser again and again after the page said "Saved" (e2e/crash.spec.ts), and ends with what was lost: nothing.
//   npm run test:crash -- [--kills N] [--seed S] [--control]
// With --control the page has no database, so that there must be losses, and the test fails if it sees none.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    control: { type: 'boolean', default: false },
  },
});

for (const name of /** @type {const} */ (['kills', 'seed'])) {
  if (!/^\d+$/.test(values[name])) throw new Error(`--${name} takes a whole number, not “${values[name]}”.`);
}

const cli = 'node_modules/@playwright/test/cli.js';
const parts = ['test', '--config', 'e2e', '--workers', '1', '[/\\\\]crash\\.spec\\.ts'];
const { status } = spawnSync(process.execPath, [cli, ...parts, '--output', 'test-results/crash'], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: {
    ...process.env,
    LINECHECK_KILLS: values.kills,
    LINECHECK_SEED: values.seed,
    LINECHECK_CRASH_CONTROL: values.control ? 'yes' : 'no',
  },
});
process.exitCode = status ?? 1;
