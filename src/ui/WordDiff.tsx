import { Fragment, type ReactNode } from 'react';
import { say } from '../messages/say.ts';

interface WordDiffProps {
  readonly words: readonly { readonly kind: 'kept' | 'removed' | 'added'; readonly text: string }[];
}

/** A word diff for eyes and ears: screen readers do not tell ins and del by themselves. */
export function WordDiff({ words }: WordDiffProps): ReactNode {
  let at = 0;
  return words.map(({ kind, text }) => {
    const key = (at += text.length);
    if (kind === 'kept') return <span key={key}>{text}</span>;
    const [Element, said] =
      kind === 'added' ? (['ins', say('added')] as const) : (['del', say('removed')] as const);
    const trimmed = text.trimEnd();
    return (
      <Fragment key={`${kind}${key}`}>
        <Element>
          <span className="visually-hidden">({said}: </span>
          {trimmed === '' ? text : trimmed}
          <span className="visually-hidden">)</span>
        </Element>
        {trimmed === '' ? '' : text.slice(trimmed.length)}
      </Fragment>
    );
  });
}
