import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Library } from '../features/library/Library.tsx';
import { deskPath, hrefOf, samplePath } from './addresses.ts';

/** The start page. */
export function LibraryScreen(): ReactNode {
  const [, navigate] = useLocation();
  return (
    <Library
      addressOf={(id) => hrefOf(deskPath(id))}
      sampleAddressOf={(sample) => hrefOf(samplePath(sample))}
      onOpen={(id) => navigate(deskPath(id))}
    />
  );
}
