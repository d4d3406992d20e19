const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
/** Stands for a lone surrogate after decoding, and for itself. */
const REPLACEMENT = '\ufffd';
const CHUNK = 0x1000;

/** UTF-16 units as a string, lone surrogates among them: in pieces, because each takes its room on the stack. */
export function decodeUnits(units: Uint16Array): string {
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += CHUNK) {
    const chunk = units.subarray(at, at + CHUNK);
    const quick = decoder.decode(chunk);
    parts.push(quick.includes(REPLACEMENT) ? String.fromCharCode(...chunk) : quick);
  }
  return parts.join('');
}
