// Completes package-lock.json after an npm install. Some tools come as one optional package for each system, and npm
// leaves out of the lock what the registry in use does not hold; then "npm ci" fails, on every system. The missing
// entries follow from what is there: the tool names the exact version, the package's name says for which system it is.
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * @typedef {{
 *   version?: string,
 *   dev?: boolean,
 *   optional?: boolean,
 *   os?: string[],
 *   cpu?: string[],
 *   libc?: string[],
 *   optionalDependencies?: Record<string, string>,
 * }} Entry
 */

const lockFile = new URL('../package-lock.json', import.meta.url);
const lock = /** @type {{ packages: Record<string, Entry> }} */ (JSON.parse(readFileSync(lockFile, 'utf8')));

const missing = Object.values(lock.packages).flatMap(({ dev, optionalDependencies = {} }) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !Object.keys(lock.packages).some((place) => place.endsWith(`node_modules/${name}`)))
    .map(([name, version]) => /** @type {const} */ ([`node_modules/${name}`, makeEntry(name, version, dev)])),
);

const packages = Object.entries(lock.packages)
  .concat(missing.map(([place, entry]) => [place, entry]))
  .toSorted(([a], [b]) => a.localeCompare(b, 'en'));
writeFileSync(lockFile, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
console.log(`${missing.length} packages for other systems added to package-lock.json.`);

/**
 * @param {string} name ends in system and processor: `@oxlint/binding-linux-arm64-musl`, `@oxlint-tsgolint/win32-x64`
 * @param {string} version
 * @param {boolean} [dev]
 * @returns {Entry}
 */
function makeEntry(name, version, dev) {
  const [, os, cpu, abi = ''] =
    /(android|darwin|freebsd|linux|openharmony|win32)-([a-z\d]+)(?:-([a-z]+))?$/.exec(name) ?? [];
  if (os === undefined || cpu === undefined) throw new Error(`No system can be read from the name ${name}.`);
  if (!/^\d+\.\d+\.\d+$/.test(version))
    throw new Error(`${name} is wanted as ${version}, which is no exact version.`);
  const libc =
    os !== 'linux'
      ? undefined
      : abi.startsWith('gnu')
        ? 'glibc'
        : abi.startsWith('musl')
          ? 'musl'
          : undefined;
  return {
    version,
    cpu: [cpu],
    ...(dev ? { dev } : {}),
    ...(libc ? { libc: [libc] } : {}),
    optional: true,
    os: [os],
  };
}
