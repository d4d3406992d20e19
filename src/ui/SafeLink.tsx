import type { ReactNode } from 'react';
import { linkTarget } from '../domain/link.ts';

interface SafeLinkProps {
  readonly address: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A link for an address from a person or a file; words without a link when the address must not become one. */
export function SafeLink({ address, children, className }: SafeLinkProps): ReactNode {
  const target = linkTarget(address);
  if (target === null) return <span className={className}>{children}</span>;
  return (
    <a className={className} href={target} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}
