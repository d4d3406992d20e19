import { Component, type ReactNode } from 'react';
import { say } from '../messages/say.ts';
import { Button } from './Button.tsx';
import { EmptyState } from './EmptyState.tsx';
import { PartMissing } from './later.ts';
import styles from './ErrorBoundary.module.css';

interface ErrorBoundaryProps {
  /** What broke, as a sentence. */
  readonly problem: string;
  /** What else can be done about it, as buttons: the way to take the work along. */
  readonly rescue?: ReactNode;
  /** For what lies over the rest, such as a dialog, or is too small for a sentence: that lies over the rest, and can go. */
  readonly isFloating?: boolean;
  /** What lay over the rest is closed. */
  readonly onLeave?: () => void;
  readonly children: ReactNode;
}

interface Broken {
  readonly error: Error | null;
  /** Whoever has read it goes on without the part. */
  readonly isClosed: boolean;
}

/**
 * Keeps a broken part from taking the rest with it. What was saved stays saved, and all else goes on working. A part that
 * has only not come is asked for anew.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, Broken> {
  override state: Broken = { error: null, isClosed: false };
  #before: HTMLElement | null = null;

  static getDerivedStateFromError(error: Error): Broken {
    return { error, isClosed: false };
  }

  override componentDidCatch(): void {
    this.#before = document.activeElement as HTMLElement | null;
  }

  /** The buttons go, and the focus is where it was before them. */
  #go(error: Error | null): void {
    this.setState({ error, isClosed: error !== null }, () => this.#before?.focus());
  }

  override render(): ReactNode {
    const { error, isClosed } = this.state;
    const { problem, rescue, isFloating = false, onLeave, children } = this.props;
    if (!error) return children;
    if (isClosed) return null;
    const leave = (): void => {
      onLeave?.();
      this.#go(onLeave ? null : error);
    };
    return (
      <div role="alert" className={isFloating ? styles['floating'] : undefined}>
        <EmptyState
          title={
            error instanceof PartMissing
              ? say('A part of Linecheck has not come. Your work is kept. Try again, or reload.')
              : problem
          }
        >
          <p>{say('What says “Saved” is saved, and the rest of the page goes on working.')}</p>
          <p>
            <small lang="en">{error.message}</small>
          </p>
          <p className={styles['actions']}>
            <Button look="primary" onClick={() => this.#go(null)}>
              {say('Try again')}
            </Button>
            {isFloating ? <Button onClick={leave}>{say('Close')}</Button> : null}
            <Button onClick={() => location.reload()}>{say('Load the page again')}</Button>
            {rescue}
          </p>
        </EmptyState>
      </div>
    );
  }
}
