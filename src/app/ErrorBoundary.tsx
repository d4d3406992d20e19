import { Component, type ReactNode } from 'react';
import { say } from '../messages/say.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

interface ErrorBoundaryProps {
  /** What broke, as a sentence. */
  readonly problem: string;
  readonly children: ReactNode;
}

/** Keeps a broken part from taking the rest with it. What was saved stays saved. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { readonly error: Error } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <div role="alert">
        <EmptyState title={this.props.problem}>
          <p>{say('What says “Saved” is saved. Loading the page again usually helps.')}</p>
          <p>
            <small>{error.message}</small>
          </p>
          <Button look="primary" onClick={() => location.reload()}>
            {say('Load again')}
          </Button>
        </EmptyState>
      </div>
    );
  }
}
