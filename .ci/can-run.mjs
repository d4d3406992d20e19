import { accessSync, constants } from 'node:fs';

/**
 * True for a file that is there and may be started.
 *
 * @param {string} file
 */
export function canRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
