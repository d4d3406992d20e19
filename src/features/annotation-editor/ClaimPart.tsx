import type { ReactNode } from 'react';
import { quoteOf, type Claim, type Claimant } from '../../domain/annotation.ts';
import { message, say, type Message } from '../../messages/say.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import styles from './EditorPart.module.css';
import type { Editing } from './use-editing.ts';

/** What is checked, in words that stand alone; who said it, and when. */
export function ClaimPart({ editing }: { readonly editing: Editing }): ReactNode {
  const { annotation, step, edit, takeAway } = editing;
  const { claim } = annotation;
  const claimant: Claimant = claim.claimant ?? { name: '' };
  const quote = quoteOf(annotation);

  return (
    <div className={styles['part']}>
      <div className={styles['wide']}>
        <TextField
          label={say('Claim')}
          rows={2}
          step={step}
          value={claim.statement}
          onChange={(statement, run) => edit({ claim: { statement } }, run)}
        />
        {claim.statement === quote ? null : (
          <Button
            look="quiet"
            className={styles['aside']}
            onClick={() =>
              takeAway.edit({ claim: { statement: quote } }, say('The claim is the quoted words again'))
            }
          >
            {say('Reset to the quoted words')}
          </Button>
        )}
      </div>
      <TextField
        label={say('Claimant')}
        step={step}
        value={claimant.name}
        onChange={(name, run) => edit({ claim: { claimant: { ...claimant, name } } }, run)}
      />
      <TextField
        label={say('Role')}
        step={step}
        value={claimant.role ?? ''}
        onChange={(role, run) => edit({ claim: { claimant: { ...claimant, role } } }, run)}
      />
      {claim.claimant ? (
        <SelectField
          label={say('Claimant is')}
          value={claimant.kind ?? ''}
          options={CLAIMANT_OPTIONS.map(({ value, label }) => ({ value, label: say(label) }))}
          step={step}
          onChange={(kind, run) => edit({ claim: { claimant: withKind(claimant, kind) } }, run)}
        />
      ) : null}
      <TextField
        label={say(message('Said', 'when the claimant said it'))}
        placeholder={say('2021-08-26, or in words')}
        step={step}
        value={claim.saidAt ?? ''}
        onChange={(saidAt, run) => edit({ claim: { saidAt } }, run)}
      />
      <div className={styles['wide']}>
        <ChoiceGroup<Claim['kind']>
          label={say('Question')}
          layout="bar"
          choices={QUESTIONS.map(({ value, label, title }) => ({
            value,
            label: say(label),
            title: say(title),
          }))}
          value={claim.kind}
          onChange={(kind) => edit({ claim: { kind: kind ?? claim.kind } })}
        />
      </div>
    </div>
  );
}

const CLAIMANT_OPTIONS: readonly {
  readonly value: NonNullable<Claimant['kind']> | '';
  readonly label: Message;
}[] = [
  { value: '', label: message('Not said') },
  { value: 'person', label: message('A person') },
  { value: 'organisation', label: message('An organisation') },
];

const QUESTIONS = [
  {
    value: 'substance',
    label: message('Is it so?'),
    title: message('Checked is whether the thing is as the claim says.'),
  },
  {
    value: 'attribution',
    label: message('Did they say it?'),
    title: message('Checked is whether the claimant said these words.'),
  },
] as const;

function withKind({ name, role }: Claimant, kind: NonNullable<Claimant['kind']> | ''): Claimant {
  return { name, ...(role === undefined ? {} : { role }), ...(kind === '' ? {} : { kind }) };
}
