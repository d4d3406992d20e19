import type { ReactNode } from 'react';
import { quoteOf, type Claim, type Claimant } from '../../domain/annotation.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import styles from './EditorPart.module.css';
import type { Editing } from './use-editing.ts';

/** What is checked, in words that stand alone; who said it, and when. */
export function ClaimPart({ editing }: { readonly editing: Editing }): ReactNode {
  const { annotation, step, edit } = editing;
  const { claim } = annotation;
  const claimant: Claimant = claim.claimant ?? { name: '' };
  const quote = quoteOf(annotation);

  return (
    <div className={styles['part']}>
      <div className={styles['wide']}>
        <TextField
          label="Claim"
          rows={2}
          step={step}
          value={claim.statement}
          onChange={(statement, run) => edit({ claim: { statement } }, run)}
        />
        {claim.statement === quote ? null : (
          <Button
            look="quiet"
            className={styles['aside']}
            onClick={() => edit({ claim: { statement: quote } })}
          >
            Reset to the quoted words
          </Button>
        )}
      </div>
      <TextField
        label="Claimant"
        step={step}
        value={claimant.name}
        onChange={(name, run) => edit({ claim: { claimant: { ...claimant, name } } }, run)}
      />
      <TextField
        label="Role"
        step={step}
        value={claimant.role ?? ''}
        onChange={(role, run) => edit({ claim: { claimant: { ...claimant, role } } }, run)}
      />
      {claim.claimant ? (
        <SelectField
          label="Claimant is"
          value={claimant.kind ?? ''}
          options={CLAIMANT_OPTIONS}
          onChange={(kind) => edit({ claim: { claimant: withKind(claimant, kind) } })}
        />
      ) : null}
      <TextField
        label="Said"
        placeholder="2021-08-26, or in words"
        step={step}
        value={claim.saidAt ?? ''}
        onChange={(saidAt, run) => edit({ claim: { saidAt } }, run)}
      />
      <div className={styles['wide']}>
        <ChoiceGroup<Claim['kind']>
          label="Question"
          layout="bar"
          choices={QUESTIONS}
          value={claim.kind}
          onChange={(kind) => edit({ claim: { kind: kind ?? claim.kind } })}
        />
      </div>
    </div>
  );
}

const CLAIMANT_OPTIONS: readonly {
  readonly value: NonNullable<Claimant['kind']> | '';
  readonly label: string;
}[] = [
  { value: '', label: 'Not said' },
  { value: 'person', label: 'A person' },
  { value: 'organisation', label: 'An organisation' },
];

const QUESTIONS = [
  { value: 'substance', label: 'Is it so?', title: 'Checked is whether the thing is as the claim says.' },
  {
    value: 'attribution',
    label: 'Did they say it?',
    title: 'Checked is whether the claimant said these words.',
  },
] as const;

function withKind({ name, role }: Claimant, kind: NonNullable<Claimant['kind']> | ''): Claimant {
  return { name, ...(role === undefined ? {} : { role }), ...(kind === '' ? {} : { kind }) };
}
