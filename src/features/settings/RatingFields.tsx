import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ScaleProblems } from '../../domain/check-scale.ts';
import { RATING_COLOURS, type Rating } from '../../domain/rating-scale.ts';
import { message, say, type Message } from '../../messages/say.ts';
import { IconButton } from '../../ui/Button.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { RatingBadge } from '../../ui/RatingBadge.tsx';
import styles from './Scales.module.css';

/** A rating as it is being written: its number as typed. */
export type DraftRating = Omit<Rating, 'ordinal'> & { readonly ordinal: string };

const COLOUR_WORDS: Readonly<Record<Rating['colour'], Message>> = {
  true: message('Blue'),
  'mostly-true': message('Teal'),
  half: message('Yellow'),
  'mostly-false': message('Amber'),
  false: message('Red'),
  misleading: message('Purple'),
  unproven: message('Grey'),
};

interface RatingFieldsProps {
  readonly rating: DraftRating;
  readonly index: number;
  readonly isLast: boolean;
  /** Null while nobody has tried to save. */
  readonly problems: ScaleProblems | null;
  readonly onChange: (edit: Partial<DraftRating>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One rating of a scale that is being written, as it will look and in its fields. */
export function RatingFields(props: RatingFieldsProps): ReactNode {
  const { rating, index, isLast, problems, onChange, onMove, onRemove } = props;
  const { label, mark, shortcut, ordinal, definition, colour } = rating;
  const name = label.trim() || say('rating {n, number}', { n: index + 1 });
  const isNumber = ordinal.trim() === '' || !Number.isNaN(Number(ordinal.replace(',', '.')));
  return (
    <li>
      <fieldset className={styles['rating']} aria-label={say('Rating {n, number}', { n: index + 1 })}>
        <div className={styles['head']} data-colour={colour}>
          <RatingBadge mark={mark || '·'} />
          <span className={styles['place']}>{say('Rating {n, number}', { n: index + 1 })}</span>
          <IconButton
            label={say('Move {name} up', { name })}
            icon={<ArrowUp />}
            isIdle={index === 0}
            onClick={() => onMove(-1)}
          />
          <IconButton
            label={say('Move {name} down', { name })}
            icon={<ArrowDown />}
            isIdle={isLast}
            onClick={() => onMove(1)}
          />
          <IconButton label={say('Remove {name}', { name })} icon={<Trash2 />} onClick={onRemove} />
        </div>
        <div className={styles['fields']}>
          <div className={styles['word']}>
            <TextField
              label={say(message('Word', 'name of a rating'))}
              value={label}
              maxLength={60}
              error={problems?.label.get(index) ?? null}
              onChange={(text) => onChange({ label: text })}
            />
          </div>
          <TextField
            label={say(message('Mark', 'sign of a rating'))}
            value={mark}
            maxLength={8}
            error={problems?.mark.get(index) ?? null}
            onChange={(text) => onChange({ mark: text })}
          />
          <TextField
            label={say(message('Key', 'on the keyboard'))}
            value={shortcut}
            maxLength={8}
            error={problems?.shortcut.get(index) ?? null}
            onChange={(text) => onChange({ shortcut: text })}
          />
          <SelectField
            label={say('Colour')}
            value={colour}
            options={RATING_COLOURS.map((value) => ({ value, label: say(COLOUR_WORDS[value]) }))}
            onChange={(chosen) => onChange({ colour: chosen })}
          />
          <TextField
            label={say('Truth, as a number')}
            placeholder={say(message('none', 'no number'))}
            inputMode="decimal"
            value={ordinal}
            error={isNumber ? null : say('A number, higher for truer, or nothing.')}
            onChange={(text) => onChange({ ordinal: text })}
          />
          <div className={styles['wide']}>
            <TextField
              label={say('What it means')}
              rows={1}
              value={definition}
              onChange={(text) => onChange({ definition: text })}
            />
          </div>
        </div>
      </fieldset>
    </li>
  );
}
