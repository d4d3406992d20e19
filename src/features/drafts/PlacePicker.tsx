import { useEffect, useRef, useState, type ReactNode } from 'react';
import { describeTarget } from '../../anchoring/describe.ts';
import { rangeOfSelection } from '../../anchoring/dom-offsets.ts';
import { snapToWords } from '../../anchoring/snap.ts';
import type { Target } from '../../domain/annotation.ts';
import { foldForSearch } from '../../domain/search-words.ts';
import type { Range } from '../../domain/article.ts';
import type { DraftArticle } from '../../domain/start-fact-check.ts';
import { say } from '../../messages/say.ts';
import { Button } from '../../ui/Button.tsx';
import { claimFocus } from '../../ui/claim-focus.ts';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import styles from './Drafts.module.css';

interface PlacePickerProps {
  readonly draft: DraftArticle;
  /** The words that have lost their place. */
  readonly quote: string;
  readonly onPick: (target: Target) => void;
  readonly onClose: () => void;
}

/** More sentences than this are not read through: more words find fewer. */
const MOST_SHOWN = 200;

/** Gives lost words a place: select words in the new version, or choose a sentence. */
export function PlacePicker({ draft, quote, onPick, onClose }: PlacePickerProps): ReactNode {
  const [wanted, setWanted] = useState('');
  const [words, setWords] = useState<Range | null>(null);
  const text = useRef<HTMLDivElement>(null);
  const sought = foldForSearch(wanted);
  const found = draft.sentences.filter(({ start, end }) =>
    foldForSearch(draft.text.slice(start, end)).includes(sought),
  );

  useEffect(() => {
    function follow(): void {
      const root = text.current;
      const selection = getSelection();
      if (!root || !selection?.anchorNode || !root.contains(selection.anchorNode)) return;
      const raw = rangeOfSelection(selection, root);
      setWords(raw && snapToWords(draft.text, raw, draft.language));
    }
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, [draft]);

  const pick = (range: Range): void => onPick(describeTarget(draft.text, range));
  return (
    <Dialog title={say('Where does it belong?')} onClose={onClose}>
      <p>
        <q dir={draft.direction} lang={draft.language}>
          {quote}
        </q>
      </p>
      <TextField
        label={say('Find a sentence')}
        type="search"
        value={wanted}
        inputRef={claimFocus}
        onChange={setWanted}
        hint={say('Choose a sentence, or select some of its words.')}
      />
      <div ref={text} className={styles['picker']} lang={draft.language} dir={draft.direction}>
        {found.slice(0, MOST_SHOWN).map(({ start, end }) => (
          <p key={start}>
            <span data-start={start}>{draft.text.slice(start, end)}</span>
            <Button
              look="quiet"
              aria-label={say('Choose: {words}', {
                words: draft.text.slice(start, Math.min(end, start + 80)),
              })}
              onClick={() => pick({ start, end })}
            >
              {say('Choose')}
            </Button>
          </p>
        ))}
        {found.length === 0 ? <p role="status">{say('No sentence has these words.')}</p> : null}
        {found.length > MOST_SHOWN ? (
          <p role="status">
            {say('There are {n, number} more. Type some words to find them.', {
              n: found.length - MOST_SHOWN,
            })}
          </p>
        ) : null}
      </div>
      <DialogActions>
        <Button onClick={onClose}>{say('Cancel')}</Button>
        <Button
          look="primary"
          isIdle={words === null}
          onClick={() => {
            if (words) pick(words);
          }}
        >
          {say('Use the selected words')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
