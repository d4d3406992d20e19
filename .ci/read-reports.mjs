// What the JSON reports of the test runners say, in one shape.
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/**
 * How many tests ended how, and for each failed one its title and the first lines of its message, which hold what came instead.
 *
 * @typedef {{ passed: number, failed: number, skipped: number, failures: readonly string[] }} Outcome
 */
/** @typedef {{ fullName: string, status: string, failureMessages: readonly string[] }} VitestTest */
/** @typedef {{ name: string, status: string, message: string, assertionResults: readonly VitestTest[] }} VitestFile */
/** @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, testResults: readonly VitestFile[] }} VitestReport */
/** @typedef {{ status: string, results: readonly { error?: { message?: string } }[] }} PlaywrightTest */
/** @typedef {{ title: string, file: string, line: number, tests: readonly PlaywrightTest[] }} PlaywrightSpec */
/** @typedef {{ specs?: readonly PlaywrightSpec[], suites?: readonly PlaywrightSuite[] }} PlaywrightSuite */
/** @typedef {{ suites: readonly PlaywrightSuite[], stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} PlaywrightReport */

/**
 * @param {string} file a report of Vitest's reporter `json`
 * @returns {Outcome}
 */
export function readUnitReport(file) {
  const report = /** @type {VitestReport} */ (JSON.parse(readFileSync(file, 'utf8')));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests,
    failures: report.testResults.flatMap(({ name, status, message, assertionResults }) => {
      const failed = assertionResults.filter((test) => test.status === 'failed');
      // A file that could not be loaded has failed without a test.
      if (status === 'failed' && failed.length === 0) return [sayFailure(name, message)];
      return failed.map(({ fullName, failureMessages }) => sayFailure(fullName, failureMessages[0]));
    }),
  };
}

/**
 * @param {string} file a report of Playwright's reporter `json`
 * @returns {Outcome}
 */
export function readEndToEndReport(file) {
  const { suites, stats } = /** @type {PlaywrightReport} */ (JSON.parse(readFileSync(file, 'utf8')));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    failures: suites
      .flatMap(specsIn)
      .flatMap(({ title, file: spec, line, tests }) =>
        tests
          .filter(({ status }) => status === 'unexpected' || status === 'flaky')
          .map(({ results }) =>
            sayFailure(`${spec}:${line} ${title}`, results.find(({ error }) => error)?.error?.message),
          ),
      ),
  };
}

/**
 * @param {PlaywrightSuite} suite
 * @returns {readonly PlaywrightSpec[]}
 */
function specsIn({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsIn)];
}

/**
 * @param {string} title
 * @param {string | undefined} message
 */
function sayFailure(title, message = 'no message') {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return [title, ...lines.slice(0, 12).map((line) => `       ${line.slice(0, 300)}`)].join('\n');
}
