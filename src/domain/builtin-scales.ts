import { inData } from '../messages/say.ts';
import type { Clock } from './clock.ts';
import { copyScale, DEFAULT_SCALE, type BuiltinScale } from './default-scale.ts';
import type { RatingScale } from './rating-scale.ts';

/** The scales that come with Linecheck. A fact check keeps its own copy, so that its file explains itself. */
export const BUILTIN_SCALES: readonly BuiltinScale[] = [
  DEFAULT_SCALE,
  {
    id: 'editorial',
    version: 1,
    name: inData('Editorial'),
    ratings: [
      {
        id: 'confirmed',
        label: inData('Confirmed'),
        shortcut: '1',
        ordinal: null,
        definition: inData('Checked against a source that can be relied on; stands as written.'),
        colour: 'true',
        mark: '✓',
      },
      {
        id: 'correct-as-suggested',
        label: inData('Correct as suggested'),
        shortcut: '2',
        ordinal: null,
        definition: inData('Wrong as written; the suggested wording puts it right.'),
        colour: 'false',
        mark: '✎',
      },
      {
        id: 'query-to-author',
        label: inData('Query to author'),
        shortcut: '3',
        ordinal: null,
        definition: inData('The author is asked for the source, or for what was meant.'),
        colour: 'misleading',
        mark: '?',
      },
      {
        id: 'cannot-confirm',
        label: inData('Cannot confirm'),
        shortcut: '4',
        ordinal: null,
        definition: inData('No source could be found; the editor decides whether it stays.'),
        colour: 'unproven',
        mark: '–',
      },
    ],
  },
  {
    id: 'averitec',
    version: 1,
    name: 'AVeriTeC',
    ratings: [
      {
        id: 'supported',
        label: 'Supported',
        shortcut: '1',
        ordinal: null,
        definition: inData('The evidence found supports the claim.'),
        colour: 'true',
        mark: 'S',
      },
      {
        id: 'refuted',
        label: 'Refuted',
        shortcut: '2',
        ordinal: null,
        definition: inData('The evidence found refutes the claim.'),
        colour: 'false',
        mark: 'R',
      },
      {
        id: 'not-enough-evidence',
        label: 'Not Enough Evidence',
        shortcut: '3',
        ordinal: null,
        definition: inData('The evidence found neither supports nor refutes the claim.'),
        colour: 'unproven',
        mark: 'N',
      },
      {
        id: 'conflicting',
        label: 'Conflicting Evidence/Cherrypicking',
        shortcut: '4',
        ordinal: null,
        definition: inData('Evidence points both ways, or the claim picks the part that suits it.'),
        colour: 'misleading',
        mark: 'C',
      },
    ],
  },
  {
    id: 'fever',
    version: 1,
    name: 'FEVER',
    ratings: [
      {
        id: 'supports',
        label: 'SUPPORTS',
        shortcut: '1',
        ordinal: null,
        definition: inData('The evidence supports the claim.'),
        colour: 'true',
        mark: 'S',
      },
      {
        id: 'refutes',
        label: 'REFUTES',
        shortcut: '2',
        ordinal: null,
        definition: inData('The evidence refutes the claim.'),
        colour: 'false',
        mark: 'R',
      },
      {
        id: 'not-enough-info',
        label: 'NOT ENOUGH INFO',
        shortcut: '3',
        ordinal: null,
        definition: inData('There is not enough information to decide.'),
        colour: 'unproven',
        mark: 'N',
      },
    ],
  },
];

/** A fact check's own copy of a built-in scale. Throws for an id that is none. */
export function copyBuiltinScale(id: string, clock: Clock): RatingScale {
  const scale = BUILTIN_SCALES.find((one) => one.id === id);
  if (!scale) throw new Error(`“${id}” is not a built-in rating scale.`);
  return copyScale(scale, clock);
}
