import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { PasteArticle } from '../features/new-article/PasteArticle.tsx';
import { useCommands } from '../ui/commands.ts';
import { hrefOf, ROUTES } from './addresses.ts';

/** Where an article is pasted. Going back from the desk leads to the library, not to an empty form. */
export function PasteScreen(): ReactNode {
  const [, navigate] = useLocation();
  useCommands(() => [{ id: 'library', run: () => navigate(ROUTES.library) }]);
  return (
    <PasteArticle
      homeAddress={hrefOf(ROUTES.library)}
      onProposed={() => navigate(ROUTES.preview, { replace: true })}
    />
  );
}
