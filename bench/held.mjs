// Prints how long the page is held up, in milliseconds, by what works on many annotations at once.
//   npm run bench:held -- [--annotations N] [--groups desk,export,merge,draft,library,import,text] [--seed S]
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const { values } = parseArgs({
  options: {
    annotations: { type: 'string', default: '10000' },
    groups: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});

const { module } = /** @type {{ module: typeof import('./held.ts') }} */ (
  await runnerImport('./bench/held.ts', { configFile: false })
);
const { GROUPS, measureHeld } = module;
const asked = values.groups?.split(',') ?? GROUPS;
const unknown = asked.filter((group) => !GROUPS.some((known) => known === group));
if (unknown.length > 0) throw new Error(`--groups takes ${GROUPS.join(', ')}, not “${unknown.join(', ')}”.`);

console.log('| what | longest task | beyond 50 ms | long tasks | until saved |');
console.log('| --- | ---: | ---: | ---: | ---: |');
await measureHeld({
  annotations: Number(values.annotations),
  seed: Number(values.seed),
  groups: new Set(GROUPS.filter((group) => asked.includes(group))),
  told: ({ act, longest, beyond, tasks, whole }) => {
    const figures = [longest, beyond, tasks, whole].map((figure) => figure.toFixed(0));
    console.log(`| ${act} | ${figures.join(' | ')} |`);
  },
});
