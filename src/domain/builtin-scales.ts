import { inData } from '../messages/say.ts';
import type { Clock } from './clock.ts';
import type { RatingScale } from './rating-scale.ts';

type ScaleWords = Pick<RatingScale, 'id' | 'version' | 'name' | 'ratings'>;

export const DEFAULT_SCALE_ID = 'linecheck';

/** The scales that come with Linecheck. A fact check keeps its own copy, so that its file explains itself. */
export const BUILTIN_SCALES: readonly ScaleWords[] = [
  {
    id: DEFAULT_SCALE_ID,
    version: 1,
    name: 'Linecheck',
    ratings: [
      {
        id: 'true',
        label: inData('True'),
        shortcut: '1',
        ordinal: 5,
        definition: inData('The evidence bears the claim out, and nothing that matters is left out.'),
        colour: 'true',
        mark: 'T',
      },
      {
        id: 'mostly-true',
        label: inData('Mostly true'),
        shortcut: '2',
        ordinal: 4,
        definition: inData('The claim holds in substance; a detail is off or needs a word of explanation.'),
        colour: 'mostly-true',
        mark: 'T−',
      },
      {
        id: 'half-true',
        label: inData('Half true'),
        shortcut: '3',
        ordinal: 3,
        definition: inData('Part of the claim holds and part of it does not, or weighty context is missing.'),
        colour: 'half',
        mark: '½',
      },
      {
        id: 'mostly-false',
        label: inData('Mostly false'),
        shortcut: '4',
        ordinal: 2,
        definition: inData('A grain of truth is there, but the claim as a whole gives the wrong picture.'),
        colour: 'mostly-false',
        mark: 'F−',
      },
      {
        id: 'false',
        label: inData('False'),
        shortcut: '5',
        ordinal: 1,
        definition: inData('The evidence contradicts the claim.'),
        colour: 'false',
        mark: 'F',
      },
      {
        id: 'misleading',
        label: inData('Misleading'),
        shortcut: '6',
        ordinal: null,
        definition: inData(
          'The words may be correct one by one, but they lead the reader to a wrong conclusion.',
        ),
        colour: 'misleading',
        mark: '!',
      },
      {
        id: 'unproven',
        label: inData('Unproven'),
        shortcut: '7',
        ordinal: null,
        definition: inData('No evidence that we could find settles it either way.'),
        colour: 'unproven',
        mark: '?',
      },
    ],
  },
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
  const words = BUILTIN_SCALES.find((scale) => scale.id === id);
  if (!words) throw new Error(`“${id}” is not a built-in rating scale.`);
  return {
    type: 'rating-scale',
    ...words,
    rev: clock.nextRev(),
    updatedAt: clock.instant(),
    updatedBy: null,
  };
}
