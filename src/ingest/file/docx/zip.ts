/** One file in a ZIP archive. Offsets and sizes in bytes. */
export interface ZipEntry {
  /** Where its local header stands. */
  readonly offset: number;
  readonly packedSize: number;
  /** What the archive says of it, which may be a lie. */
  readonly size: number;
  readonly crc32: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
}

export type Unpacked =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: 'damaged' | 'encrypted' | 'too-large' };

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;

/** The end record has 22 bytes and a comment of up to 65,535 behind it. */
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

/** Bytes that are given to the decompressor at a time: what comes out of them is at most a thousand times as much. */
const SLICE = 16_384;

/** The files in a ZIP archive by name (APPNOTE 6.3, without ZIP64); null when it is none or is damaged. */
export function listZipEntries(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  const entries = new Map<string, ZipEntry>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return null;
    entries.set(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)), {
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc32: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
}

/**
 * The bytes of an entry. Unpacking stops at `most` bytes, whatever the archive says of the size. `onProgress` is told a
 * share from 0 to 1.
 */
export async function unpackEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  most: number,
  onProgress?: (share: number) => void,
): Promise<Unpacked> {
  if (entry.isEncrypted) return { ok: false, reason: 'encrypted' };
  const packed = findPacked(bytes, entry);
  if (packed === null) return { ok: false, reason: 'damaged' };
  const unpacked = await unpack(packed, entry.method, most, onProgress);
  if (!unpacked.ok) return unpacked;
  const isWhole = unpacked.bytes.length === entry.size && digestCrc32(unpacked.bytes) === entry.crc32;
  return isWhole ? unpacked : { ok: false, reason: 'damaged' };
}

function findEnd(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return null;
}

function findPacked(bytes: Uint8Array, { offset, packedSize }: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) return null;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return start + packedSize <= bytes.length ? bytes.subarray(start, start + packedSize) : null;
}

async function unpack(
  packed: Uint8Array,
  method: number,
  most: number,
  onProgress: ((share: number) => void) | undefined,
): Promise<Unpacked> {
  if (method === 0)
    return packed.length <= most ? { ok: true, bytes: packed } : { ok: false, reason: 'too-large' };
  if (method !== 8) return { ok: false, reason: 'damaged' };
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = streamOf(packed, onProgress).pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- a stream is read piece by piece
      const { done, value } = await reader.read();
      if (done) break;
      pieces.push(value);
      size += value.length;
      if (size > most) {
        // oxlint-disable-next-line no-await-in-loop -- the last round
        await reader.cancel();
        return { ok: false, reason: 'too-large' };
      }
    }
  } catch {
    return { ok: false, reason: 'damaged' };
  }
  return { ok: true, bytes: joinPieces(pieces, size) };
}

function streamOf(
  bytes: Uint8Array,
  onProgress: ((share: number) => void) | undefined,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.slice(at, at + SLICE));
      else controller.close();
      onProgress?.(Math.min(1, at / bytes.length));
      at += SLICE;
    },
  });
}

function joinPieces(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** CRC-32 as in ZIP and gzip (polynomial 0xEDB88320). */
function digestCrc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});
