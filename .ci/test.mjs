// Runs every check, the quick ones first and all of them whatever fails, and ends with the counts:
// "N passed, N failed" of the unit and end-to-end tests, where a check without tests that fails is one failure.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ script: string, report?: string, count?: (file: string) => Counts }} Step */
/** @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number }} VitestReport */
/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} PlaywrightReport */

/** @type {readonly Step[]} */
const steps = [
  { script: 'types' },
  { script: 'lint' },
  { script: 'format:check' },
  { script: 'deadcode' },
  { script: 'unit', report: 'test-results/unit.json', count: countUnit },
  { script: 'e2e', report: 'test-results/e2e.json', count: countEndToEnd },
];

const results = steps.map((step) => ({ ...step, ...runStep(step) }));

console.log('');
for (const { script, hasPassed, seconds, counts } of results) {
  const tests = counts === null ? '' : `  ${sayCounts(counts)}`;
  console.log(
    `${hasPassed ? 'ok    ' : 'FAILED'} ${script.padEnd(14)}${seconds.toFixed(0).padStart(4)} s${tests}`,
  );
}

const total = results.reduce(
  (sum, { counts, hasPassed }) => ({
    passed: sum.passed + (counts?.passed ?? 0),
    // A run that broke off without naming a failed test is a failure all the same.
    failed: sum.failed + Math.max(counts?.failed ?? 0, hasPassed ? 0 : 1),
    skipped: sum.skipped + (counts?.skipped ?? 0),
  }),
  { passed: 0, failed: 0, skipped: 0 },
);

console.log(`\n${sayCounts(total)}`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/** @param {Step} step */
function runStep({ script, report, count }) {
  if (report !== undefined) rmSync(report, { force: true });
  console.log(`\n> ${script}`);
  const start = performance.now();
  const isWindows = process.platform === 'win32';
  const { status } = spawnSync('npm', ['run', '--silent', script], {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: isWindows,
  });
  const counts = report === undefined || count === undefined ? null : readCounts(report, count);
  // Tests that never ran have not passed, whatever the exit code says.
  const hasPassed = status === 0 && (report === undefined || (counts !== null && counts.passed > 0));
  return { hasPassed, counts, seconds: (performance.now() - start) / 1000 };
}

/**
 * @param {string} file
 * @param {(file: string) => Counts} count
 */
function readCounts(file, count) {
  try {
    return count(file);
  } catch {
    console.log(`${file} could not be read: the tests broke off.`);
    return null;
  }
}

/** @param {string} file */
function countUnit(file) {
  const report = /** @type {VitestReport} */ (JSON.parse(readFileSync(file, 'utf8')));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests,
  };
}

/** @param {string} file */
function countEndToEnd(file) {
  const { stats } = /** @type {PlaywrightReport} */ (JSON.parse(readFileSync(file, 'utf8')));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

/** @param {Counts} counts */
function sayCounts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
