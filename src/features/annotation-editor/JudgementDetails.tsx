import type { ReactNode } from 'react';
import { CONFIDENCES, type Confidence } from '../../domain/verdict.ts';
import { message, say, type Message } from '../../messages/say.ts';
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
          label={say('Confidence')}
          layout="bar"
          canBeEmpty
          choices={CONFIDENCES.map((value) => ({ value, label: say(CONFIDENCE_WORDS[value]) }))}
          value={verdict?.confidence ?? null}
          onChange={(confidence) => judge({ confidence })}
        />
      </div>
      <div className={styles['wide']}>
        <TextField
          label={say('Suggested wording')}
          rows={1}
          placeholder={say('What the article should say instead')}
          step={step}
          value={verdict?.suggestedWording ?? ''}
          onChange={(suggestedWording, run) => judge({ suggestedWording }, run)}
        />
      </div>
      <div className={styles['wide']}>
        <TextField
          label={say(message('Unknown', 'what could not be found out'))}
          rows={1}
          placeholder={say('What could not be found out')}
          step={step}
          value={verdict?.unknowns ?? ''}
          onChange={(unknowns, run) => judge({ unknowns }, run)}
        />
      </div>
    </div>
  );
}

const CONFIDENCE_WORDS: Readonly<Record<Confidence, Message>> = {
  low: message('Low'),
  medium: message('Medium'),
  high: message('High'),
};
