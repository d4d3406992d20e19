// Where a stock Firefox is: the tests of the core journeys in it drive the one of the system.
import { homedir } from 'node:os';
import path from 'node:path';
import { canRun } from './can-run.mjs';

export const NO_FIREFOX =
  'No Firefox was found. Install one, or say where it is: LINECHECK_FIREFOX=/path/to/firefox npm run e2e:firefox.';

/** @returns {string | null} the path in LINECHECK_FIREFOX and no other, else the first that the system has */
export function findFirefox() {
  const chosen = process.env['LINECHECK_FIREFOX'];
  const places = chosen ? [path.resolve(chosen)] : systemPlaces();
  return places.find(canRun) ?? null;
}

/** @returns {readonly string[]} */
function systemPlaces() {
  const { env, platform } = process;
  if (platform === 'darwin')
    return ['/Applications', path.join(homedir(), 'Applications')].map((folder) =>
      path.join(folder, 'Firefox.app/Contents/MacOS/firefox'),
    );
  if (platform === 'win32')
    return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)']]
      .filter((folder) => folder !== undefined)
      .map((folder) => path.join(folder, 'Mozilla Firefox/firefox.exe'));
  return (env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .flatMap((folder) => ['firefox', 'firefox-esr'].map((name) => path.join(folder, name)));
}
