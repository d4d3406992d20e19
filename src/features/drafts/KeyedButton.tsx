import type { ComponentProps, ReactNode } from 'react';
import { useKey } from '../../stores/use-key.ts';
import { Button } from '../../ui/Button.tsx';
import { nameAbout } from '../../ui/name-about.ts';
import { ariaKey, nameKey } from '../../ui/name-key.ts';

interface KeyedButtonProps extends ComponentProps<typeof Button> {
  readonly words: string;
  /** What it is about, where several buttons have the same words. */
  readonly about?: string;
  /** The command whose key does the same. */
  readonly command: string;
  /** Its key as long as nobody changes it. */
  readonly usual: string;
  readonly icon?: ReactNode;
}

/** A button with the key in force beside its words, which is told as a key and is no part of its name. */
export function KeyedButton({ words, about, command, usual, icon, ...rest }: KeyedButtonProps): ReactNode {
  const key = useKey(command, usual);
  return (
    <Button {...rest} aria-keyshortcuts={ariaKey(key)}>
      {icon}
      {about === undefined ? (
        words
      ) : (
        <>
          <span aria-hidden="true">{words}</span>
          <span className="visually-hidden">{nameAbout(words, about)}</span>
        </>
      )}
      {key === '' ? null : <kbd aria-hidden="true">{nameKey(key)}</kbd>}
    </Button>
  );
}
