import { NOTHING_REMOVED } from '../../../domain/bring-back.ts';
import type { Reading } from '../reading.ts';

/** Of a fact check from which nobody has removed anything. */
export const nothingRemoved: Reading['removed'] = () =>
  Promise.resolve({ staying: NOTHING_REMOVED, returning: NOTHING_REMOVED });
