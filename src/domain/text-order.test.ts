import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareInText, type Annotation } from './annotation.ts';
import { applyChange } from './change.ts';
import type { FactCheck } from './fact-check.ts';
import { arbitraryFactCheck } from './testing/arbitrary-fact-check.ts';
import { annotationsInText } from './text-order.ts';

const steps = fc.array(fc.record({ isRemoved: fc.boolean(), at: fc.nat(), looks: fc.boolean() }), {
  maxLength: 12,
});

test('after any edits the order is that in which all would be put now', () => {
  fc.assert(
    fc.property(arbitraryFactCheck(), steps, (opened, edits) => {
      const all = [...opened.tables.annotation.values()];
      let factCheck = opened;
      for (const { isRemoved, at, looks } of edits) {
        const one = all[at % all.length];
        if (one) factCheck = isRemoved ? without(factCheck, one) : withFirstTarget(factCheck, one);
        // Whoever did not look after each edit goes on from an older one.
        if (looks) annotationsInText(factCheck);
      }
      expect(annotationsInText(factCheck)).toEqual(sorted(factCheck));
      expect(annotationsInText(opened)).toEqual(sorted(opened));
      expect(annotationsInText(factCheck)).toEqual(sorted(factCheck));
      expect(annotationsInText(factCheck)).toBe(annotationsInText(factCheck));
    }),
  );
});

function sorted({ tables }: FactCheck): readonly Annotation[] {
  return [...tables.annotation.values()].toSorted(compareInText);
}

function without(factCheck: FactCheck, { id }: Annotation): FactCheck {
  const there = factCheck.tables.annotation.get(id);
  return there ? applyChange(factCheck, { added: [], updated: [], removed: [there] }) : factCheck;
}

function withFirstTarget(factCheck: FactCheck, one: Annotation): FactCheck {
  const written = { ...one, targets: one.targets.toReversed().slice(0, 1) };
  return applyChange(factCheck, { added: [written], updated: [], removed: [] });
}
