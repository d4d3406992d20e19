import { answerPage } from '../../ingest/answer-page.ts';
import { parseBytes } from './parse-bytes.ts';
import { takeApart, type ParsedFrame } from './parsed-parts.ts';

/** Milliseconds between two words about how far it is. */
const BETWEEN = 50;

answerPage(async (bytes: Uint8Array, onProgress, onPart): Promise<ParsedFrame> => {
  let told = performance.now();
  const read = await parseBytes(bytes, (share) => {
    if (performance.now() - told >= BETWEEN) {
      told = performance.now();
      onProgress(share);
    }
    return Promise.resolve();
  });
  const { frame, parts } = takeApart(read);
  parts.forEach(onPart);
  return frame;
});
