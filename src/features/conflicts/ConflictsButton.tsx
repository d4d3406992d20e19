import { GitFork } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useConflicts } from '../../queries/conflicts.ts';
import { useFactCheck, useNotify } from '../../stores/desk-context.ts';
import { IconButton } from '../../ui/Button.tsx';
import { count } from '../../ui/count-words.ts';

/** There as long as there are conflicts; each new one is said once, with the way to look at it. */
export function ConflictsButton({ onLook }: { readonly onLook: () => void }): ReactNode {
  const id = useFactCheck((factCheck) => factCheck.id);
  const { data } = useConflicts(id);
  const notify = useNotify();
  const look = useRef(onLook);
  const told = useRef(0);
  const number = data?.length ?? 0;

  useEffect(() => {
    look.current = onLook;
  }, [onLook]);

  useEffect(() => {
    if (number > told.current)
      notify('The same record was edited in two places at once. Both versions are kept.', {
        label: 'Look',
        run: () => look.current(),
      });
    told.current = number;
  }, [number, notify]);

  if (number === 0) return null;
  return (
    <IconButton
      label={`${count(number, 'conflict')}: compare the versions`}
      icon={<GitFork />}
      onClick={onLook}
    />
  );
}
