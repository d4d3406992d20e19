import { BookOpen } from 'lucide-react';
import { memo, type KeyboardEvent, type ReactNode, type RefCallback } from 'react';
import type { AnchorState } from '../../anchoring/resolve.ts';
import { quoteOf, type Annotation, type WorkStatus } from '../../domain/annotation.ts';
import type { AnnotationOutline } from '../../domain/annotation-outline.ts';
import type { Id } from '../../domain/record.ts';
import { formatNumber } from '../../messages/formats.ts';
import { message, say, type Message } from '../../messages/say.ts';
import { RatingBadge } from '../../ui/RatingBadge.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import styles from './AnnotationRow.module.css';

export interface AnnotationRowProps extends AnnotationOutline, Partial<RowPlace> {
  readonly anchor: AnchorState;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly onOpen: (id: Id) => void;
  readonly onFocus: (id: Id) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void;
  /** What else can be done with it; the same at every rendering. */
  readonly children?: ReactNode;
}

/** Where it stands in a list of which only a part is drawn; one by one, so that a row that stays is not drawn again. */
export interface RowPlace {
  readonly measure: RefCallback<HTMLElement>;
  readonly index: number;
  /** Of the whole list. */
  readonly count: number;
  /** Pixels from the beginning of the list. */
  readonly top: number;
}

/**
 * One annotation in the list. All its properties are stable, so a change draws only the rows that it touches.
 */
export const AnnotationRow = memo(function AnnotationRow(props: AnnotationRowProps): ReactNode {
  const { annotation, verdict, word, colour, mark, conclusion, sources, index, top } = props;
  useLanguage();
  const notes = [anchorInWords(props.anchor, props.doubt), statusInWords(annotation, verdict !== '')].filter(
    (note) => note !== null,
  );
  return (
    <li
      ref={props.measure}
      className={styles['row']}
      style={top === undefined ? undefined : { insetBlockStart: top }}
      aria-setsize={props.count}
      aria-posinset={index === undefined ? undefined : index + 1}
      data-index={index}
      data-annotation={annotation.id}
      data-verdict={verdict}
      data-sources={sources}
      data-anchor={props.anchor}
      data-colour={colour}
    >
      <button
        type="button"
        className={styles['open']}
        tabIndex={props.isTabStop ? 0 : -1}
        aria-current={props.isSelected ? 'true' : undefined}
        onClick={() => props.onOpen(annotation.id)}
        onFocus={() => props.onFocus(annotation.id)}
        onKeyDown={props.onKeyDown}
      >
        <RatingBadge mark={mark} />
        <span className={styles['facts']}>
          <strong className={styles['word']}>{word}</strong>
          {notes.map((note) => (
            <span key={note} className={styles['note']}>
              {note}
            </span>
          ))}
          {sources === 0 ? null : (
            <span className={styles['sources']}>
              <BookOpen aria-hidden="true" />
              <span aria-hidden="true">{formatNumber(sources)}</span>
              <span className="visually-hidden">
                {say('{n, plural, one {# source} other {# sources}}', { n: sources })}
              </span>
            </span>
          )}
        </span>
        <q className={styles['quote']} lang={props.language} dir={props.direction}>
          {quoteOf(annotation)}
        </q>
        {conclusion === '' ? null : (
          <span className={styles['conclusion']} dir="auto">
            {conclusion}
          </span>
        )}
      </button>
      {props.children}
    </li>
  );
});

/** What the verdict does not say already: what is rated or not checkable is "checked" and an open claim "to check" without words. */
function statusInWords({ status, checkability }: Annotation, isRated: boolean): string | null {
  const isPlain =
    status === 'to-check'
      ? !isRated || checkability === 'not-checkable'
      : status === 'checked' && (isRated || checkability === 'not-checkable');
  return isPlain ? null : say(STATUS_WORDS[status]);
}

function anchorInWords(anchor: AnchorState, doubt: AnnotationOutline['doubt']): string | null {
  if (anchor === 'changed' && doubt === 'another') return say('Another verdict is on other words');
  if (anchor === 'changed' && doubt === 'around') return say('Words around it changed');
  const words = ANCHOR_WORDS[anchor];
  return words && say(words);
}

/** What a person must know about the place of the words in the present text. */
const ANCHOR_WORDS: Readonly<Record<AnchorState, Message | null>> = {
  exact: null,
  moved: message('Moved', 'the words of an annotation'),
  near: message('Written a little differently'),
  changed: message('Words changed'),
  ambiguous: message('Place unclear'),
  orphaned: message('Not in the text any more'),
};

const STATUS_WORDS: Readonly<Record<WorkStatus, Message>> = {
  'to-check': message('To check again'),
  researching: message('Researching'),
  checked: message('Checked'),
  approved: message('Approved'),
};
