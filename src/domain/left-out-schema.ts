import * as v from 'valibot';
import { idSchema, type DeepReadonly } from './record.ts';

/** What a fact check that is a part does not hold of the whole that it was taken from. */
export const leftOutSchema = v.looseObject({
  annotations: v.array(idSchema),
  /** How many more there are that nobody has named: files before version 1.4 only counted them. */
  unnamed: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

export type LeftOut = DeepReadonly<v.InferOutput<typeof leftOutSchema>>;
