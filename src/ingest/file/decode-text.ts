import { say } from '../../messages/say.ts';
import { guessEncoding } from './guess-encoding.ts';
import { guessWideOrder } from './guess-wide-order.ts';

/** A file as text. `encoding` is the name by the Encoding standard (WHATWG), in lower case. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  /** How the encoding is known: the bytes prove it, the file names it, or it was guessed from the letters. */
  readonly certainty: 'proven' | 'declared' | 'guessed';
}

/** Units of the beginning in which HTML and XML name their encoding; browsers look at 1024 bytes. */
const HEAD = 4096;

const BYTE_ORDER_MARKS = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

/**
 * The text of a file in whatever encoding: by its byte order mark; UTF-16 when its zeros and letters show it; UTF-8 when
 * every byte fits; what the file says of itself (`<meta charset>`, XML declaration); else what makes the most plausible
 * letters. Bytes that mean nothing become U+FFFD. Linear.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const mark = BYTE_ORDER_MARKS.find((one) => one.bytes.every((byte, index) => bytes[index] === byte));
  if (mark) return { ...mark, text: decode(bytes, mark.encoding), certainty: 'proven' };
  const wide = findWideOrder(bytes);
  if (wide !== null) return { text: decode(bytes, wide), encoding: wide, certainty: 'proven' };
  const guessedWide = guessWideOrder(bytes);
  if (guessedWide !== null)
    return { text: decode(bytes, guessedWide), encoding: guessedWide, certainty: 'guessed' };
  const proven = decodeWhole(bytes, 'utf-8');
  if (proven !== null) return { text: proven, encoding: 'utf-8', certainty: 'proven' };
  const declared = readDeclaration(bytes);
  const text = declared && decodeWhole(bytes, declared);
  if (declared !== null && text !== null) return { text, encoding: declared, certainty: 'declared' };
  const guess = guessEncoding(bytes);
  return { text: decode(bytes, guess), encoding: guess, certainty: 'guessed' };
}

/** The sentence about an encoding that was guessed. */
export function sayGuess(encoding: string): string {
  const name = encoding === 'utf-8' ? say('UTF-8, with bytes that mean nothing') : encoding;
  return say(
    'The file does not say how its letters are encoded. They were read as {name}: look whether the words are right.',
    { name },
  );
}

/** UTF-16 without a mark: half of the bytes of most texts are zero then, all on one side. */
function findWideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, HEAD) & ~1;
  const zeros = [0, 0];
  for (let index = 0; index < length; index += 1) {
    if (bytes[index] === 0) zeros[index & 1] = (zeros[index & 1] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (odd > length / 8 && even === 0) return 'utf-16le';
  return even > length / 8 && odd === 0 ? 'utf-16be' : null;
}

function readDeclaration(bytes: Uint8Array): string | null {
  const head = decode(bytes.subarray(0, HEAD), 'windows-1252');
  const label =
    /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:.-]{2,40})/.exec(head)?.[1];
  if (label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label);
    // A page that can be read as far as its `meta` is not in UTF-16, whatever it says (HTML standard).
    return encoding.startsWith('utf-16') ? null : encoding;
  } catch {
    return null;
  }
}

/** The text where every byte means something in the encoding, else null. */
function decodeWhole(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}
