import { ArrowLeft } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { carryCorrections } from '../../domain/carry-corrections.ts';
import { articleOf, headOf } from '../../domain/fact-check.ts';
import type { Id } from '../../domain/record.ts';
import { say } from '../../messages/say.ts';
import { useFactCheck, useNotify } from '../../stores/desk-context.ts';
import type { WhenReviewer } from '../../stores/fact-check-store.ts';
import { Button } from '../../ui/Button.tsx';
import { claimFocus } from '../../ui/claim-focus.ts';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { CompareDrafts } from './CompareDrafts.tsx';
import { putDown, useDraftInHand } from './draft-in-hand.ts';
import styles from './Drafts.module.css';
import { LoadDraft } from './LoadDraft.tsx';
import { useAskBeforeUnload } from '../../ui/use-ask-before-unload.ts';

interface NewDraftProps {
  readonly whenReviewer: WhenReviewer;
  readonly newId: () => Id;
  readonly now: () => string;
  readonly deskAddress: string;
  readonly onDone: () => void;
  /** Comes back to this screen. */
  readonly onReturn: () => void;
}

/** Brings in a new version of the article under check: its text, then the comparison with the present one. */
export function NewDraft(props: NewDraftProps): ReactNode {
  const { whenReviewer, newId, now, deskAddress, onDone, onReturn } = props;
  const id = useFactCheck((factCheck) => factCheck.id);
  const title = useFactCheck((factCheck) => headOf(factCheck).title);
  const older = useFactCheck(articleOf);
  const hand = useDraftInHand(id);
  // What is joined or split meanwhile, perhaps in another tab, goes along too.
  const draft = useMemo(() => hand.made && carryCorrections(older, hand.made), [older, hand.made]);
  const notify = useNotify();
  const [isAsking, setAsking] = useState(false);
  useAskBeforeUnload(hand.text !== '');

  function cancel(): void {
    if (hand.text === '') onDone();
    else setAsking(true);
  }

  function leave(): () => void {
    const takeUp = putDown(id);
    onDone();
    return takeUp;
  }

  function discard(): void {
    const takeUp = leave();
    notify(say('The new version was discarded.'), {
      label: say('Undo'),
      run: () => {
        takeUp();
        onReturn();
      },
    });
  }

  return (
    <main className={styles['page']} data-step={draft ? 'compare' : 'load'}>
      <a className={styles['back']} href={deskAddress}>
        <ArrowLeft aria-hidden="true" />
        <bdi>{title}</bdi>
      </a>
      {draft ? (
        <CompareDrafts
          draft={draft}
          whenReviewer={whenReviewer}
          newId={newId}
          onUsed={leave}
          onCancel={cancel}
        />
      ) : (
        <LoadDraft now={now} onCancel={cancel} />
      )}
      {isAsking ? (
        <Dialog title={say('Discard the new version?')} onClose={() => setAsking(false)}>
          <p>
            {say(
              'Its text and what you have decided about it are kept nowhere else. The fact check stays as it is.',
            )}
          </p>
          <DialogActions>
            <Button look="danger" onClick={discard}>
              {say('Discard')}
            </Button>
            <Button look="primary" ref={claimFocus} onClick={() => setAsking(false)}>
              {say('Go on comparing')}
            </Button>
          </DialogActions>
        </Dialog>
      ) : null}
    </main>
  );
}
