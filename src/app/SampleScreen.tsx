import type { ReactNode } from 'react';
import { Redirect } from 'wouter';
import { NotThere } from '../queries/fetched.ts';
import { useStartedSample } from '../queries/samples.ts';
import { useSession } from '../stores/desk-context.ts';
import { deskPath } from './addresses.ts';
import { say } from '../messages/say.ts';
import { LoadFailed, Loading } from './Waiting.tsx';

/** The address of a sample: starts a fact check of it, or takes up the one that was started, and goes there. */
export function SampleScreen({ sample }: { readonly sample: string }): ReactNode {
  const reviewerId = useSession(({ reviewer }) => reviewer?.id ?? null);
  const started = useStartedSample(sample, reviewerId);
  if (started.data !== undefined) return <Redirect to={deskPath(started.data)} replace />;
  if (started.error instanceof NotThere) return <LoadFailed problem={started.error.message} />;
  if (started.error)
    return <LoadFailed problem={started.error.message} onRetry={() => void started.refetch()} />;
  return (
    <Loading
      words={
        started.fetchStatus === 'paused'
          ? say('You are offline. Loading the sample article goes on when the network is back.')
          : say('Loading the sample article…')
      }
    />
  );
}
