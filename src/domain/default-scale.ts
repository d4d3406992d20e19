import { inData } from '../messages/say.ts';
import type { Clock } from './clock.ts';
import type { RatingScale } from './rating-scale.ts';

/** A scale that comes with Linecheck. */
export type BuiltinScale = Pick<RatingScale, 'id' | 'version' | 'name' | 'ratings'>;

/** The scale of a new fact check. The others are in `builtin-scales.ts`: whoever only opens an article does not wait for them. */
export const DEFAULT_SCALE: BuiltinScale = {
  id: 'linecheck',
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
};

/** A fact check's own copy of a built-in scale. */
export function copyScale(scale: BuiltinScale, clock: Clock): RatingScale {
  return {
    type: 'rating-scale',
    ...scale,
    rev: clock.nextRev(),
    updatedAt: clock.instant(),
    updatedBy: null,
  };
}
