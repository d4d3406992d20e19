import { checksumOf } from '../checksum.ts';
import { SCHEMA } from '../written-value.ts';

/** A value as the next version of the app would write it: what this one wrote, made over, under a higher schema. */
export function newerText(
  key: string,
  text: string,
  make: (json: string) => string = (json) => json,
): string {
  const json = make(text.slice(text.indexOf('{')));
  const schema = SCHEMA + 1;
  return `${schema}|${checksumOf(`${key}|${schema}|${json}`)}|${json}`;
}
