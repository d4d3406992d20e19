import type { ParseBytes } from '../ask-parse-worker.ts';
import { createPace } from '../../../stores/pace.ts';
import { parseBytes } from '../parse-bytes.ts';
import { putTogether, takeApart } from '../parsed-parts.ts';

/** As a worker answers: in parts, and copied. */
export const parseHere: ParseBytes = async (bytes, { signal, onShare }) => {
  const { frame, parts } = takeApart(await parseBytes(bytes, createPace(onShare, signal)));
  return putTogether(structuredClone(frame), structuredClone(parts).flat());
};
