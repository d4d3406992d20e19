import type { ReactElement } from 'react';

/** For the `<key>` of a sentence: what is written on a key. */
export function asKey(words: string): ReactElement {
  return <kbd key={words}>{words}</kbd>;
}

/** For a name in a sentence that may be in another script. */
export function asName(words: string): ReactElement {
  return <bdi key={words}>{words}</bdi>;
}

/** For the name that a sentence is about. */
export function asStrongName(words: string): ReactElement {
  return (
    <strong key={words} dir="auto">
      {words}
    </strong>
  );
}
