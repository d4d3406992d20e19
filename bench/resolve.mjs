// Prints how long 10,000 targets take to be found in an edited text of a megabyte, and how many were found where they are.
import { runnerImport } from 'vite';

const { module } = /** @type {{ module: typeof import('./resolve.ts') }} */ (
  await runnerImport('./bench/resolve.ts', { configFile: false })
);
const measure = await module.measureResolve();
const { targets, units, ours, alone } = measure;

/** @param {number} milliseconds */
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

console.log(`${targets} targets into a text of ${units} units of which 2 % were edited
all of them             ${seconds(ours)}
longest task            ${measure.longestTask.toFixed(0)} ms, of which ${measure.longestWork.toFixed(0)} ms of work
approx-string-match     ${seconds(alone)}, reckoned from ${measure.measuredAlone} of them: ${(alone / ours).toFixed(1)} times as long
right                   ${measure.right} (${((measure.right / targets) * 100).toFixed(2)} %)
asked of a person       ${measure.asked}
proposed elsewhere      ${measure.proposedElsewhere}
silently wrong          ${measure.silentlyWrong}`);
