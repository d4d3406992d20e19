import type { ReactNode } from 'react';
import { CONFIDENCES, type Confidence } from '../../domain/verdict.ts';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { TextField } from '../../ui/Field.tsx';
import styles from './EditorPart.module.css';
import type { Editing } from './use-editing.ts';

/** What goes with a verdict: how sure one is, what should be printed, what could not be found out. */
export function JudgementDetails({ editing }: { readonly editing: Editing }): ReactNode {
  const { verdict, step, judge } = editing;
  return (
    <div className={styles['part']}>
      <div className={styles['wide']}>
        <ChoiceGroup<Confidence>
          label="Confidence"
          layout="bar"
          canBeEmpty
          choices={CONFIDENCES.map((value) => ({ value, label: CONFIDENCE_WORDS[value] }))}
          value={verdict?.confidence ?? null}
          onChange={(confidence) => judge({ confidence })}
        />
      </div>
      <div className={styles['wide']}>
        <TextField
          label="Suggested wording"
          rows={1}
          placeholder="What the article should say instead"
          step={step}
          value={verdict?.suggestedWording ?? ''}
          onChange={(suggestedWording, run) => judge({ suggestedWording }, run)}
        />
      </div>
      <div className={styles['wide']}>
        <TextField
          label="Unknown"
          rows={1}
          placeholder="What could not be found out"
          step={step}
          value={verdict?.unknowns ?? ''}
          onChange={(unknowns, run) => judge({ unknowns }, run)}
        />
      </div>
    </div>
  );
}

const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = { low: 'Low', medium: 'Medium', high: 'High' };
