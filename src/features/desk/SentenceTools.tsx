import { Combine, Ellipsis, Scissors } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { offsetOfCaret } from '../../anchoring/dom-offsets.ts';
import type { Article, Range } from '../../domain/article.ts';
import { canJoin, joinSentences, splitSentence } from '../../domain/correct-sentences.ts';
import { firstEndingAfter } from '../../domain/coverage.ts';
import { articleOf } from '../../domain/fact-check.ts';
import { say } from '../../messages/say.ts';
import { useFactCheck, useFactCheckEvents, useNotify, useSessionStore } from '../../stores/desk-context.ts';
import { useUndoNotice } from '../../stores/use-undo-notice.ts';
import { useKey } from '../../stores/use-key.ts';
import { useCommands } from '../../ui/commands.ts';
import { withKey } from '../../ui/name-key.ts';
import { Menu } from '../../ui/Menu.tsx';
import { SplitDialog } from './SplitDialog.tsx';

/**
 * Sentences are found by a machine, which may be wrong: a menu and two keys put that right. m joins the sentence under
 * the cursor with the next one, or those that are selected; s splits it.
 */
export function SentenceTools(): ReactNode {
  const article = useFactCheck(articleOf);
  const session = useSessionStore();
  const { carryOut } = useFactCheckEvents();
  const notify = useNotify();
  const notifyUndo = useUndoNotice();
  const [asked, setAsked] = useState<{ readonly sentence: Range; readonly at: number | null } | null>(null);
  useCursorKept(article);

  function join(): void {
    const { cursor, cursorFrom } = session.getState();
    const first = Math.min(cursor, cursorFrom);
    const last = Math.max(cursor, cursorFrom, first + 1);
    if (!canJoin(article, first, last)) {
      notify(
        last < article.sentences.length
          ? say('Sentences of two paragraphs can’t be joined.')
          : say('There is no next sentence to join this one with.'),
      );
      return;
    }
    session.events.moveCursor(first);
    carryOut((now, hand) => joinSentences(now, first, last, hand));
    notifyUndo(say('The sentences were joined.'));
  }

  function askWhere(): void {
    const { cursor, words } = session.getState();
    const sentence = article.sentences[cursor];
    if (!sentence) return;
    const at = words?.start ?? caret();
    const isInside = at !== null && sentence.start < at && at < sentence.end;
    setAsked({ sentence, at: isInside ? at : null });
  }

  function split(at: number): void {
    setAsked(null);
    session.events.selectWords(null);
    carryOut((now, hand) => splitSentence(now, at, hand));
    notifyUndo(say('The sentence was split.'));
  }

  const joinKey = useKey('join', 'm');
  const splitKey = useKey('split', 's');
  useCommands(() => [
    { id: 'join', keys: ['m'], run: join },
    { id: 'split', keys: ['s'], run: askWhere },
  ]);

  return (
    <>
      <Menu
        label={say('Correct the sentence')}
        icon={<Ellipsis />}
        items={[
          {
            label: withKey(say('Join with the next sentence'), joinKey),
            icon: <Combine aria-hidden="true" />,
            onSelect: join,
          },
          {
            label: withKey(say('Split this sentence'), splitKey),
            icon: <Scissors aria-hidden="true" />,
            onSelect: askWhere,
          },
        ]}
      />
      {asked ? (
        <SplitDialog article={article} {...asked} onSplit={split} onClose={() => setAsked(null)} />
      ) : null}
    </>
  );
}

/** Where the person has clicked last, when that is in the article. */
function caret(): number | null {
  const reader = document.querySelector('article');
  return reader && offsetOfCaret(getSelection(), reader);
}

/** When sentences are joined or split, here, by an undo or in another tab, the cursor stays on the same words. */
function useCursorKept({ id, sentences }: Article): void {
  const session = useSessionStore();
  const shown = useRef({ id, sentences });

  useEffect(() => {
    const before = shown.current;
    shown.current = { id, sentences };
    if (before.id !== id || before.sentences === sentences) return;
    const follow = (index: number): number =>
      Math.min(firstEndingAfter(sentences, before.sentences[index]?.start ?? 0), sentences.length - 1);
    const { cursor, cursorFrom } = session.getState();
    const { activeElement } = document;
    session.setState({ cursor: follow(cursor), cursorFrom: follow(cursorFrom) });
    // Moving the cursor takes the focus into the article, which is for those who were there.
    const isElsewhere =
      activeElement instanceof HTMLElement && activeElement !== document.body && !isSentence(activeElement);
    if (isElsewhere) activeElement.focus({ preventScroll: true });
  }, [session, id, sentences]);
}

function isSentence(element: Element): boolean {
  return element.matches('[data-sentence]');
}
