import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareInText, extentOf, quoteOf, type Annotation } from './annotation.ts';
import { arbitraryFactCheck } from './testing/arbitrary-fact-check.ts';

test('the order of reading is one order: whatever the order before, the order after is the same', () => {
  fc.assert(
    fc.property(arbitraryFactCheck({ annotations: 12 }), fc.infiniteStream(fc.nat()), ({ tables }, noise) => {
      const annotations = [...tables.annotation.values()];
      const shuffled = annotations
        .map((annotation) => [annotation, noise.next().value ?? 0] as const)
        .toSorted(([, a], [, b]) => a - b)
        .map(([annotation]) => annotation);
      expect(shuffled.toSorted(compareInText)).toEqual(annotations.toSorted(compareInText));
    }),
  );
});

test('an annotation inside another follows it', () => {
  fc.assert(
    fc.property(arbitraryFactCheck({ annotations: 12 }), ({ tables }) => {
      const ordered = [...tables.annotation.values()].toSorted(compareInText);
      for (const [i, outer] of ordered.entries()) {
        for (const inner of ordered.slice(0, i)) expect(isInside(inner, outer)).toBe(false);
      }
    }),
  );
});

test('the extent reaches from the first target to the last, in whatever order they stand', () => {
  fc.assert(
    fc.property(arbitraryFactCheck(), ({ tables }) => {
      for (const annotation of tables.annotation.values()) {
        const positions = annotation.targets.map(({ position }) => position);
        expect(extentOf(annotation)).toEqual({
          start: Math.min(...positions.map(({ start }) => start)),
          end: Math.max(...positions.map(({ end }) => end)),
        });
        expect(quoteOf(annotation).split(' … ').length).toBeGreaterThanOrEqual(positions.length);
      }
    }),
  );
});

/** True when the first lies within the second and is shorter. */
function isInside(first: Annotation, second: Annotation): boolean {
  const [inner, outer] = [extentOf(first), extentOf(second)];
  return (
    inner.start >= outer.start && inner.end <= outer.end && inner.end - inner.start < outer.end - outer.start
  );
}
