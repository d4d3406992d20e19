import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { moveBoundary } from '../../anchoring/move-boundary.ts';
import { articleOf } from '../../domain/fact-check.ts';
import { moveBoundaries } from '../../domain/move-boundaries.ts';
import { message, say } from '../../messages/say.ts';
import { useFactCheck, useFactCheckEvents } from '../../stores/desk-context.ts';
import { IconButton } from '../../ui/Button.tsx';
import styles from './QuotePart.module.css';
import type { Editing } from './use-editing.ts';

type Edge = 'start' | 'end';
type Direction = 'back' | 'forward';

/** The words under check, and buttons that move where they start and end. */
export function QuotePart({ editing }: { readonly editing: Editing }): ReactNode {
  const { annotation, whenReviewer } = editing;
  const article = useFactCheck(articleOf);
  const { carryOut } = useFactCheckEvents();
  const isMovable = annotation.articleId === article.id;

  function move(edge: Edge, direction: Direction): void {
    const targets = moveBoundary(article, annotation.targets, edge, direction);
    whenReviewer(() =>
      carryOut(
        (factCheck, hand) => moveBoundaries(factCheck, annotation.id, targets, hand),
        `${annotation.id}/boundaries`,
      ),
    );
  }

  return (
    <div className={styles['part']}>
      <blockquote className={styles['quote']} lang={article.language} dir={article.direction}>
        {annotation.targets.map(({ quote, position }, i) => (
          <span key={`${position.start}-${position.end}`}>
            {i > 0 ? <span className={styles['gap']}> … </span> : null}
            {quote.exact}
          </span>
        ))}
      </blockquote>
      {isMovable ? (
        <div
          className={styles['boundaries']}
          role="group"
          aria-label={say('Boundaries')}
          dir={article.direction}
        >
          <EdgeButtons
            edge="start"
            name={say(message('Start', 'of the marked words'))}
            dir={article.direction}
            onMove={move}
          />
          <EdgeButtons
            edge="end"
            name={say(message('End', 'of the marked words'))}
            dir={article.direction}
            onMove={move}
          />
        </div>
      ) : null}
    </div>
  );
}

interface EdgeButtonsProps {
  readonly edge: Edge;
  readonly name: string;
  /** The arrows point the way the text runs. */
  readonly dir: 'ltr' | 'rtl';
  readonly onMove: (edge: Edge, direction: Direction) => void;
}

function EdgeButtons({ edge, name, dir, onMove }: EdgeButtonsProps): ReactNode {
  const [Back, Forward] = dir === 'ltr' ? [ChevronLeft, ChevronRight] : [ChevronRight, ChevronLeft];
  return (
    <span className={styles['edge']}>
      {name}
      <IconButton
        label={say('{name}: one word back', { name })}
        icon={<Back />}
        onClick={() => onMove(edge, 'back')}
      />
      <IconButton
        label={say('{name}: one word forward', { name })}
        icon={<Forward />}
        onClick={() => onMove(edge, 'forward')}
      />
    </span>
  );
}
