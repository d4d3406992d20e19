import { Component, type ReactNode } from 'react';
import { say } from '../messages/say.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import styles from './ErrorBoundary.module.css';

interface ErrorBoundaryProps {
  /** What broke, as a sentence. */
  readonly problem: string;
  /** What else can be done about it, as buttons: the way to take the work along. */
  readonly rescue?: ReactNode;
  /** For what lies over the rest, such as a dialog: the sentence does, too. */
  readonly isFloating?: boolean;
  /** What lay over the rest is closed. */
  readonly onLeave?: () => void;
  readonly children: ReactNode;
}

/** Keeps a broken part from taking the rest with it. What was saved stays saved, and all else goes on working. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { readonly error: Error } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    const { problem, rescue, isFloating = false, onLeave, children } = this.props;
    if (!error) return children;
    const again = (): void => {
      onLeave?.();
      this.setState({ error: null });
    };
    return (
      <div role="alert" className={isFloating ? styles['floating'] : undefined}>
        <EmptyState title={problem}>
          <p>{say('What says “Saved” is saved, and the rest of the page goes on working.')}</p>
          <p>
            <small>{error.message}</small>
          </p>
          <p className={styles['actions']}>
            <Button look="primary" onClick={again}>
              {onLeave ? say('Close') : say('Try again')}
            </Button>
            <Button onClick={() => location.reload()}>{say('Load the page again')}</Button>
            {rescue}
          </p>
        </EmptyState>
      </div>
    );
  }
}
