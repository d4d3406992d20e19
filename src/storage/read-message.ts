import * as v from 'valibot';
import type { Texts } from './local-shelf.ts';

const messageSchema = v.array(v.strictTuple([v.string(), v.string()]));

/** Reads what came over the channel between tabs; what is not of ours is an empty message. */
export function readMessage(message: unknown): Texts {
  const read = v.safeParse(messageSchema, message);
  return new Map(read.success ? read.output : []);
}
