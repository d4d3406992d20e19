import { GitFork } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { message, say } from '../../messages/say.ts';
import { useConflicts } from '../../queries/conflicts.ts';
import { useFactCheck, useNotify } from '../../stores/desk-context.ts';
import { IconButton } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/commands.ts';

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
      notify(say('The same record was edited in two places at once. Both versions are kept.'), {
        label: say(message('Look', 'at both versions')),
        run: () => look.current(),
      });
    told.current = number;
  }, [number, notify]);

  useCommands(() => (number === 0 ? [] : [{ id: 'conflicts', run: onLook }]));

  if (number === 0) return null;
  return (
    <IconButton
      label={say('{n, plural, one {# conflict} other {# conflicts}}: compare the versions', { n: number })}
      icon={<GitFork />}
      onClick={onLook}
    />
  );
}
