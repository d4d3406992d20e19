/**
 * CRC-32 (ISO-HDLC, the one of zip and PNG) of the UTF-16 code units, low byte first, as 8 lower-case hex digits.
 * Finds every damage of up to 32 bits in a row; it is no protection against intent.
 */
export function checksumOf(...texts: readonly string[]): string {
  return ((texts.reduce(goOn, 0xffffffff) ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}

function goOn(before: number, text: string): number {
  let crc = before;
  let i = 0;
  // Two units, which are four bytes, at a time ("slicing by 4").
  for (; i + 1 < text.length; i += 2) {
    crc ^= text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16);
    crc =
      (BY_3[crc & 0xff] ?? 0) ^
      (BY_2[(crc >>> 8) & 0xff] ?? 0) ^
      (BY_1[(crc >>> 16) & 0xff] ?? 0) ^
      (BY_0[crc >>> 24] ?? 0);
  }
  if (i < text.length) {
    const unit = text.charCodeAt(i);
    crc = (crc >>> 8) ^ (BY_0[(crc ^ unit) & 0xff] ?? 0);
    crc = (crc >>> 8) ^ (BY_0[(crc ^ (unit >>> 8)) & 0xff] ?? 0);
  }
  return crc;
}

const REVERSED_POLYNOMIAL = 0xedb88320;

/** What becomes of each byte, and of one that this many bytes of zero follow. */
const BY_0 = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ REVERSED_POLYNOMIAL : remainder >>> 1;
  }
  return remainder;
});
const BY_1 = followedByZero(BY_0);
const BY_2 = followedByZero(BY_1);
const BY_3 = followedByZero(BY_2);

function followedByZero(table: Uint32Array): Uint32Array {
  return table.map((remainder) => (remainder >>> 8) ^ (BY_0[remainder & 0xff] ?? 0));
}
