import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { listCuts } from '../../anchoring/list-cuts.ts';
import type { Article, Range } from '../../domain/article.ts';
import { findSplit } from '../../domain/correct-sentences.ts';
import { say } from '../../messages/say.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import styles from './SplitDialog.module.css';

interface SplitDialogProps {
  readonly article: Article;
  readonly sentence: Range;
  /** Where the person has pointed, by a selection or the caret: UTF-16 units of the text. */
  readonly at: number | null;
  readonly onSplit: (at: number) => void;
  readonly onClose: () => void;
}

/** Where a sentence is to be cut: the word with which the second one begins is clicked, or reached by arrow keys. */
export function SplitDialog({ article, sentence, at, onSplit, onClose }: SplitDialogProps): ReactNode {
  const { text, language, direction } = article;
  const cuts = listCuts(text, sentence, language).filter((cut) => findSplit(article, cut) !== null);
  const [chosen, choose] = useState(() => firstChoice(text, cuts, at));
  const field = useRef<HTMLDivElement>(null);
  const cut = cuts[chosen];
  const parts = cut === undefined ? null : findSplit(article, cut)?.parts;

  useEffect(() => field.current?.focus(), []);

  function onKeyDown(event: KeyboardEvent): void {
    const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const next = {
      [forward]: chosen + 1,
      ArrowUp: chosen + 1,
      [back]: chosen - 1,
      ArrowDown: chosen - 1,
      Home: 0,
      End: cuts.length - 1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    choose(Math.max(0, Math.min(cuts.length - 1, next)));
  }

  if (cut === undefined || !parts) {
    return (
      <Dialog title={say('Split this sentence')} onClose={onClose}>
        <p>{say('It has only one word, so there is nothing to split.')}</p>
        <DialogActions>
          <Button onClick={onClose}>{say('Close')}</Button>
        </DialogActions>
      </Dialog>
    );
  }
  const words = parts.map(({ start, end }) => text.slice(start, end));
  return (
    <Dialog title={say('Split this sentence')} onClose={onClose}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          onSplit(cut);
        }}
      >
        <p className={styles['hint']}>
          {say('Choose the word with which the second sentence begins: click it, or use the arrow keys.')}
        </p>
        <div
          ref={field}
          className={styles['parts']}
          role="slider"
          tabIndex={0}
          aria-label={say('Where the second sentence begins')}
          aria-valuemin={1}
          aria-valuemax={cuts.length}
          aria-valuenow={chosen + 1}
          aria-valuetext={words.join(' | ')}
          lang={language}
          dir={direction}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onSplit(cut);
            else onKeyDown(event);
          }}
          onClick={({ target }) => {
            const index = target instanceof HTMLElement ? target.dataset['cut'] : undefined;
            if (index !== undefined) choose(Number(index));
          }}
        >
          {parts.map((part) => (
            <p key={part.start} className={styles['part']}>
              {piecesOf(part, cuts).map(({ start, end, index }) => (
                <span key={start} data-cut={index}>
                  {text.slice(start, end)}
                </span>
              ))}
            </p>
          ))}
        </div>
        <DialogActions>
          <Button onClick={onClose}>{say('Cancel')}</Button>
          <Button look="primary" type="submit">
            {say('Split')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** The place that was pointed at, else after the first mark that could end a sentence, else the first one there is. */
function firstChoice(text: string, cuts: readonly number[], at: number | null): number {
  if (at !== null)
    return Math.max(
      0,
      cuts.findLastIndex((cut) => cut <= at),
    );
  return Math.max(
    0,
    cuts.findIndex((cut) => /[.!?…。！？؟।]\P{L}*$/u.test(text.slice(Math.max(0, cut - 6), cut))),
  );
}

interface CutPiece extends Range {
  /** Of the cut at which it begins; undefined for the first words of all, before which nothing can be cut. */
  readonly index: number | undefined;
}

function piecesOf({ start, end }: Range, cuts: readonly number[]): readonly CutPiece[] {
  const inside = cuts.flatMap((at, index) => (at >= start && at < end ? [{ at, index }] : []));
  const begins = inside[0]?.at === start ? inside : [{ at: start, index: undefined }, ...inside];
  return begins.map(({ at, index }, n) => ({ start: at, end: begins[n + 1]?.at ?? end, index }));
}
