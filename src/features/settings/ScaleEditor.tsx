import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { checkScale } from '../../domain/check-scale.ts';
import type { ScaleWords } from '../../domain/edit-scale.ts';
import { RATING_COLOURS } from '../../domain/rating-scale.ts';
import { quoted } from '../../messages/quoted.ts';
import { say } from '../../messages/say.ts';
import { useKeeping } from '../../queries/store-context.ts';
import { Button } from '../../ui/Button.tsx';
import { claimFocus } from '../../ui/claim-focus.ts';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { findKeyOwner } from '../../ui/name-command.ts';
import { RatingFields, type DraftRating } from './RatingFields.tsx';
import styles from './Scales.module.css';

interface ScaleEditorProps {
  readonly title: string;
  readonly words: ScaleWords;
  /** What becomes of verdicts that were given, as a sentence. */
  readonly about: string | null;
  readonly onSave: (words: ScaleWords) => void;
  readonly onClose: () => void;
}

/** Writes a scale of one's own. Nothing of it holds before it is saved, and nothing that was written is dropped unasked. */
export function ScaleEditor({ title, words, about, onSave, onClose }: ScaleEditorProps): ReactNode {
  const { clock } = useKeeping();
  const [name, setName] = useState(words.name);
  const [ratings, setRatings] = useState<readonly DraftRating[]>(() => words.ratings.map(draftOf));
  const [isTold, setTold] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [movedId, setMovedId] = useState<string | null>(null);

  const written = writtenWords(name, ratings);
  const problems = checkScale(written, takenBy);
  const isFine = problems.isFine && written.ratings.every(({ ordinal }) => !Number.isNaN(ordinal));
  const unchanged = writtenWords(words.name, words.ratings.map(draftOf));
  const isChanged = JSON.stringify(written) !== JSON.stringify(unchanged);

  function change(index: number, edit: Partial<DraftRating>): void {
    setRatings(ratings.map((rating, i) => (i === index ? { ...rating, ...edit } : rating)));
  }

  function move(index: number, by: -1 | 1): void {
    const moved = ratings[index];
    if (!moved || index + by < 0 || index + by >= ratings.length) return;
    setRatings(ratings.toSpliced(index, 1).toSpliced(index + by, 0, moved));
    setMovedId(
      say('{rating} is now number {n, number}', { rating: moved.label || say('Rating'), n: index + by + 1 }),
    );
  }

  return (
    <Dialog title={title} isWide onClose={() => (isChanged && !isLeaving ? setLeaving(true) : onClose())}>
      <form
        className={styles['editor']}
        onSubmit={(event) => {
          event.preventDefault();
          setTold(true);
          if (isFine) onSave(written);
        }}
      >
        <TextField
          label={say('Name of the scale')}
          value={name}
          maxLength={100}
          error={isTold ? problems.name : null}
          inputRef={claimFocus}
          onChange={setName}
        />
        <ol className={styles['ratings']}>
          {ratings.map((rating, index) => (
            <RatingFields
              key={rating.id}
              rating={rating}
              index={index}
              isLast={index === ratings.length - 1}
              problems={isTold ? problems : null}
              onChange={(edit) => change(index, edit)}
              onMove={(by) => move(index, by)}
              onRemove={() => setRatings(ratings.toSpliced(index, 1))}
            />
          ))}
        </ol>
        <p className="visually-hidden" role="status">
          {movedId}
        </p>
        <div>
          <Button
            onClick={() => setRatings([...ratings, { ...draftOf(nextRating(ratings)), id: clock.newId() }])}
          >
            <Plus aria-hidden="true" />
            {say('Add a rating')}
          </Button>
        </div>
        {about === null ? null : <p className={styles['about']}>{about}</p>}
        {isTold && !isFine ? (
          <p role="alert" className={styles['problem']}>
            {problems.ratings ?? say('Something is missing above, and said there. Nothing is saved yet.')}
          </p>
        ) : null}
        {isLeaving ? (
          <p role="alert" className={styles['problem']}>
            {say('What you have written here is not saved.')}{' '}
            <Button look="danger" onClick={onClose}>
              {say('Discard it')}
            </Button>
          </p>
        ) : null}
        <DialogActions>
          <Button onClick={() => (isChanged && !isLeaving ? setLeaving(true) : onClose())}>
            {say('Cancel')}
          </Button>
          <Button look="primary" type="submit">
            {say('Save the scale')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function writtenWords(name: string, ratings: readonly DraftRating[]): ScaleWords {
  return {
    name: name.trim(),
    ratings: ratings.map(({ ordinal, ...rating }) => ({
      ...rating,
      label: rating.label.trim(),
      mark: rating.mark.trim(),
      ordinal: ordinal.trim() === '' ? null : Number(ordinal.replace(',', '.')),
    })),
  };
}

function takenBy(key: string): string | null {
  const owner = findKeyOwner(key, 'rate');
  return owner && quoted(owner.name);
}

function draftOf(rating: ScaleWords['ratings'][number]): DraftRating {
  return { ...rating, ordinal: rating.ordinal === null ? '' : String(rating.ordinal) };
}

/** A new rating has a key and a colour that no other has, as long as there are any. */
function nextRating(ratings: readonly DraftRating[]): ScaleWords['ratings'][number] {
  const key = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].find((digit) =>
    ratings.every(({ shortcut }) => shortcut !== digit),
  );
  const colour = RATING_COLOURS.find((one) => ratings.every((rating) => rating.colour !== one));
  return {
    id: '',
    label: '',
    shortcut: key ?? '',
    ordinal: null,
    definition: '',
    colour: colour ?? 'unproven',
    mark: '',
  };
}
