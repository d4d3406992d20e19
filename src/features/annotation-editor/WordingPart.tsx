import type { ReactNode } from 'react';
import { diffWords } from '../../anchoring/difference.ts';
import { isVerdictInDoubt } from '../../domain/doubt.ts';
import { holdOnWording, judgedWordingOf } from '../../domain/judged-wording.ts';
import { say } from '../../messages/say.ts';
import { useFactCheck, useFactCheckEvents } from '../../stores/desk-context.ts';
import { Button } from '../../ui/Button.tsx';
import { WordDiff } from '../../ui/WordDiff.tsx';
import styles from './DoubtPart.module.css';
import type { Editing } from './use-editing.ts';

/** That somebody has worded the claim otherwise since one's own verdict. Nothing where nobody has. */
export function WordingPart({ editing }: { readonly editing: Editing }): ReactNode {
  const { annotation, verdict, whenReviewer } = editing;
  const { carryOut } = useFactCheckEvents();
  const wording = useFactCheck((now) => verdict && judgedWordingOf(now, annotation, verdict));
  if (!verdict || typeof wording !== 'string' || isVerdictInDoubt(annotation, verdict)) return null;
  return (
    <div className={styles['doubt']} role="note">
      <p>{say('Your verdict was given on another wording of the claim. Does it hold for this one, too?')}</p>
      <p className={styles['words']} dir="auto">
        <WordDiff words={diffWords(wording, annotation.claim.statement)} />
      </p>
      <div className={styles['answers']}>
        <Button
          onClick={() => whenReviewer(() => carryOut((now, hand) => holdOnWording(now, verdict.id, hand)))}
        >
          {say('Still holds')}
        </Button>
      </div>
    </div>
  );
}
