// Runs every check, the quick ones first and all of them whatever fails, and ends with the counts:
// "N passed, N failed" of the unit and end-to-end tests, where a check without tests that fails is one failure.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { findFirefox, NO_FIREFOX } from './find-firefox.mjs';
import { readEndToEndReport, readUnitReport } from './read-reports.mjs';

/** @typedef {import('./read-reports.mjs').Outcome} Outcome */
/** @typedef {{ script: string, report?: string, read?: (file: string) => Outcome }} Step */

/** @type {readonly Step[]} */
const steps = [
  { script: 'types' },
  { script: 'lint' },
  { script: 'format:check' },
  { script: 'deadcode' },
  { script: 'unit', report: 'test-results/unit.json', read: readUnitReport },
  { script: 'e2e', report: 'test-results/e2e.json', read: readEndToEndReport },
  ...(findFirefox() === null
    ? []
    : [{ script: 'e2e:firefox', report: 'test-results/firefox.json', read: readEndToEndReport }]),
];

const results = steps.map((step) => ({ ...step, ...runStep(step) }));

for (const { script, outcome } of results) {
  for (const failure of outcome?.failures ?? []) console.log(`\nFAILED ${script}: ${failure}`);
}

console.log('');
for (const { script, hasPassed, seconds, outcome } of results) {
  const tests = outcome === null ? '' : `  ${sayCounts(outcome)}`;
  console.log(
    `${hasPassed ? 'ok    ' : 'FAILED'} ${script.padEnd(14)}${seconds.toFixed(0).padStart(4)} s${tests}`,
  );
}

const total = results.reduce(
  (sum, { outcome, hasPassed }) => ({
    passed: sum.passed + (outcome?.passed ?? 0),
    // A run that broke off without naming a failed test is a failure all the same.
    failed: sum.failed + Math.max(outcome?.failed ?? 0, hasPassed ? 0 : 1),
    skipped: sum.skipped + (outcome?.skipped ?? 0),
  }),
  { passed: 0, failed: 0, skipped: 0 },
);

if (findFirefox() === null) console.log(`\nThe journeys in Firefox were left out. ${NO_FIREFOX}`);
console.log(`\n${sayCounts(total)}`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/** @param {Step} step */
function runStep({ script, report, read }) {
  if (report !== undefined) rmSync(report, { force: true });
  console.log(`\n> ${script}`);
  const start = performance.now();
  const isWindows = process.platform === 'win32';
  const { status } = spawnSync('npm', ['run', '--silent', script], {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: isWindows,
  });
  const outcome = report === undefined || read === undefined ? null : tryToRead(report, read);
  // Tests that never ran have not passed, whatever the exit code says.
  const hasPassed = status === 0 && (report === undefined || (outcome !== null && outcome.passed > 0));
  return { hasPassed, outcome, seconds: (performance.now() - start) / 1000 };
}

/**
 * @param {string} file
 * @param {(file: string) => Outcome} read
 */
function tryToRead(file, read) {
  try {
    return read(file);
  } catch {
    console.log(`${file} could not be read: the tests broke off.`);
    return null;
  }
}

/** @param {Pick<Outcome, 'passed' | 'failed' | 'skipped'>} counts */
function sayCounts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
