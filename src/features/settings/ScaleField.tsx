import type { ReactNode } from 'react';
import { chooseScale } from '../../domain/choose-scale.ts';
import { BUILTIN_SCALES, copyBuiltinScale } from '../../domain/builtin-scales.ts';
import { scaleOf } from '../../domain/fact-check.ts';
import { useKeeping } from '../../queries/store-context.ts';
import { useFactCheck, useFactCheckEvents } from '../../stores/desk-context.ts';
import { SelectField } from '../../ui/Field.tsx';

/** The scale of the open fact check: its own ones and those that come with Linecheck. */
export function ScaleField(): ReactNode {
  const own = useFactCheck(({ tables }) => tables['rating-scale']);
  const scale = useFactCheck(scaleOf);
  const { carryOut } = useFactCheckEvents();
  const { clock } = useKeeping();
  const others = BUILTIN_SCALES.filter(({ id }) => !own.has(id));
  const words = scale.ratings.map(({ label }) => label).join(', ');
  return (
    <SelectField
      label="Rating scale of this fact check"
      hint={`${words}. Verdicts that were given keep the scale that they were given on.`}
      value={scale.id}
      options={[...own.values(), ...others].map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id) => {
        const chosen = own.get(id) ?? copyBuiltinScale(id, clock);
        carryOut((now, hand) => chooseScale(now, chosen, hand));
      }}
    />
  );
}
