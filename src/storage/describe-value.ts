import { say } from '../messages/say.ts';
/**
 * A text that says what a value is which should have been a text: JSON as far as JSON goes, and the type with the content
 * for all else that a database takes (https://html.spec.whatwg.org/#structuredserialize), bytes in base64. Never rejects.
 */
export async function describeValue(value: unknown): Promise<string> {
  try {
    return JSON.stringify(await plain(value, []));
  } catch {
    // Its parts are more than a text can hold, or refuse to be looked at.
    return Object.prototype.toString.call(value);
  }
}

/** What is nested deeper than this is not followed. */
const DEEPEST = 200;

/** `within` are the objects that hold the value, from the outermost on. */
async function plain(value: unknown, within: readonly object[]): Promise<unknown> {
  if (typeof value === 'number' && !Number.isFinite(value)) return { type: 'number', value: String(value) };
  if (typeof value === 'bigint') return { type: 'bigint', value: String(value) };
  if (value === undefined) return { type: 'undefined' };
  if (typeof value !== 'object' || value === null) return value;

  const depth = within.indexOf(value);
  if (depth >= 0) return { type: 'circular', up: within.length - depth };
  if (within.length > DEEPEST) return { type: say('nested too deeply') };
  const holders = [...within, value];
  const all = (items: Iterable<unknown>): Promise<unknown[]> =>
    Promise.all(Array.from(items, (item) => plain(item, holders)));

  const type = Object.prototype.toString.call(value).slice('[object '.length, -1);
  if (Array.isArray(value)) return all(value);
  if (value instanceof Map) return { type, entries: await all(value) };
  if (value instanceof Set) return { type, values: await all(value) };
  if (value instanceof Date || value instanceof RegExp) return { type, value: String(value) };
  if (value instanceof Error) return { type: value.name, message: value.message };
  if (value instanceof ArrayBuffer) return { type, base64: base64Of(new Uint8Array(value)) };
  if (ArrayBuffer.isView(value))
    return { type, base64: base64Of(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
  if (value instanceof Blob) return { type, mediaType: value.type, ...(await contentOf(value)) };

  const [keys, values] = [Object.keys(value), await all(Object.values(value))];
  const fields = Object.fromEntries(keys.map((key, i) => [key, values[i]]));
  return type === 'Object' ? fields : { type, fields };
}

/** The bytes of a blob may be gone from the disk. */
async function contentOf(blob: Blob): Promise<{ readonly base64: string } | { readonly problem: string }> {
  try {
    return { base64: base64Of(new Uint8Array(await blob.arrayBuffer())) };
  } catch (error) {
    return { problem: String(error) };
  }
}

function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
