import type { ReactNode } from 'react';
import styles from './RatingBadge.module.css';

interface RatingBadgeProps {
  readonly mark: string;
  /** Colour token; without one it takes that of the element around it. */
  readonly colour?: string;
}

/** The mark of a rating on its colour. It only repeats what a word beside it says, so screen readers pass it over. */
export function RatingBadge({ mark, colour }: RatingBadgeProps): ReactNode {
  return (
    <span className={styles['badge']} data-colour={colour} dir="auto" aria-hidden="true">
      {mark}
    </span>
  );
}
