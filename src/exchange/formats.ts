import type { Format, ParseResult } from './format.ts';
import { linecheckJson } from './linecheck-json.ts';

/** Every format, the one that loses nothing first. */
export const FORMATS: readonly Format[] = [linecheckJson];

export function findFormat(id: string): Format | undefined {
  return FORMATS.find((format) => format.id === id);
}

/**
 * Reads a file of any format that can be read, recognised by what is in it and never by its name. What no format
 * recognises is told in the words of our own.
 */
export async function parseFile(text: string): Promise<ParseResult> {
  const format = FORMATS.find(({ recognises }) => recognises?.(text));
  return (format?.parse ?? linecheckJson.parse)(text);
}
