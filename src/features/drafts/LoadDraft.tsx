import { FolderOpen } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { isSameDraft } from '../../domain/carry-over.ts';
import { articleOf } from '../../domain/fact-check.ts';
import { readArticleFile } from '../../ingest/file/read-article-file.ts';
import { makeArticle, type NewArticle } from '../../ingest/make-article.ts';
import { titleOfNewDraft } from '../../ingest/title.ts';
import { bodyOfPasted, keepsLayout } from '../../ingest/pasted-body.ts';
import { say } from '../../messages/say.ts';
import { useFactCheckStore, useNotify } from '../../stores/desk-context.ts';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/commands.ts';
import { TextField } from '../../ui/Field.tsx';
import { htmlForWholeField } from '../../ui/html-for-whole-field.ts';
import { sayBreakage } from '../../queries/say-breakage.ts';
import { draftInHand, useDraftInHand } from './draft-in-hand.ts';
import styles from './Drafts.module.css';

interface LoadDraftProps {
  /** Now, as a UTC instant. */
  readonly now: () => string;
  readonly onCancel: () => void;
}

/** Where the text of the new version comes from: it is pasted, or a file is opened. Leaving the page stops the reading. */
export function LoadDraft({ now, onCancel }: LoadDraftProps): ReactNode {
  const store = useFactCheckStore();
  const { id } = store.getState().factCheck;
  const inHand = useDraftInHand(id);
  const pasted = useRef<string | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const running = useRef<AbortController | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [reading, setReading] = useState<Reading | null>(null);
  const notify = useNotify();
  const hand = draftInHand(id);
  useEffect(() => () => running.current?.abort(), []);

  async function take(input: NewArticle, signal: AbortSignal): Promise<void> {
    const { factCheck } = store.getState();
    const older = articleOf(factCheck);
    const { byline, publisher, url, publishedAt, language } = older;
    const made = await makeArticle(
      {
        language,
        ...(byline === undefined ? {} : { byline }),
        ...(publisher === undefined ? {} : { publisher }),
        ...(url === undefined ? {} : { url }),
        ...(publishedAt === undefined ? {} : { publishedAt }),
        ...input,
        retrievedAt: now(),
      },
      {
        signal,
        onProgress: (share) => {
          if (!signal.aborted) setReading({ stage: 'sentences', name: null, share });
        },
      },
    );
    if (signal.aborted) return;
    if (!made.ok) setProblem(made.problem);
    else if (isSameDraft(factCheck, made.article))
      setProblem(say('This is the version that is under check already, to the last letter.'));
    else {
      const { article } = made;
      const title = input.title?.trim() ? article.title : titleOfNewDraft(older, article);
      hand.setState({ text: article.text, html: null, made: { ...article, title }, given: new Map() });
    }
  }

  /** What should not have gone wrong is told in the same place. */
  async function attempt(name: string | null, task: (signal: AbortSignal) => Promise<void>): Promise<void> {
    if (running.current !== null) return;
    const stopping = new AbortController();
    running.current = stopping;
    setReading({ stage: 'text', name, share: null });
    setProblem(null);
    try {
      await task(stopping.signal);
    } catch (error) {
      if (!stopping.signal.aborted) setProblem(sayBreakage(error));
    }
    if (stopping.signal.aborted) return;
    running.current = null;
    setReading(null);
  }

  async function open(chosen: File, signal: AbortSignal): Promise<void> {
    const { name } = chosen;
    const read = await readArticleFile(chosen, {
      signal,
      onProgress: (share) => {
        if (!signal.aborted) setReading({ stage: 'text', name, share });
      },
    });
    if (signal.aborted) return;
    if (!read.ok) {
      setProblem(say('“{name}” can’t be used. {problem}', { name, problem: read.problem }));
      return;
    }
    for (const note of read.draft.notes) notify(note);
    await take(read.draft.article, signal);
  }

  function compare(): void {
    void attempt(null, (signal) => take(bodyOfPasted(inHand), signal));
  }

  function cancel(): void {
    if (running.current === null) {
      onCancel();
      return;
    }
    running.current.abort();
    running.current = null;
    setReading(null);
  }

  useCommands(() => [
    ...(reading === null
      ? [
          { id: 'compare', run: compare },
          { id: 'open-file', run: () => file.current?.click() },
        ]
      : []),
    { id: 'cancel-version', run: cancel },
  ]);

  return (
    <>
      <h1 className={styles['name']}>{say('Load a new version')}</h1>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          compare();
        }}
      >
        <div className={styles['text']}>
          <TextField
            label={say('Text of the new version')}
            rows={12}
            value={inHand.text}
            error={problem}
            hint={say(
              keepsLayout(inHand)
                ? 'It is compared with the present version, sentence by sentence. Nothing changes before you say so. Headings, lists and links are kept.'
                : 'It is compared with the present version, sentence by sentence. Nothing changes before you say so.',
            )}
            placeholder={say('Paste the whole text here, with its headings.')}
            onPaste={(event) => {
              pasted.current = htmlForWholeField(event);
            }}
            onChange={(typed) => {
              const markup = pasted.current;
              pasted.current = null;
              setProblem(null);
              hand.setState({
                text: typed,
                ...(markup === null ? {} : { html: { markup, shownAs: typed } }),
              });
            }}
          />
        </div>
        {reading ? <ReadingProgress {...reading} /> : null}
        <div className={styles['end']}>
          <Button isIdle={reading !== null} onClick={() => reading ?? file.current?.click()}>
            <FolderOpen aria-hidden="true" />
            {say('Open a file')}
          </Button>
          <input
            ref={file}
            type="file"
            hidden
            aria-label={say('File with the new version')}
            onChange={({ currentTarget }) => {
              const chosen = currentTarget.files?.[0];
              currentTarget.value = '';
              if (chosen) void attempt(chosen.name, (signal) => open(chosen, signal));
            }}
          />
          <span className={styles['gap']} />
          <Button onClick={cancel}>{say('Cancel')}</Button>
          <Button look="primary" type="submit" isIdle={reading !== null}>
            {say('Compare')}
          </Button>
        </div>
      </form>
    </>
  );
}

/** Something that is being read. */
interface Reading {
  /** Its letters are read first, then its sentences are found. */
  readonly stage: 'text' | 'sentences';
  /** Of the file; null for what was pasted. */
  readonly name: string | null;
  /** From 0 to 1; null where it is not known. */
  readonly share: number | null;
}

function ReadingProgress({ stage, name, share }: Reading): ReactNode {
  const reading = name === null ? say('Reading the new version…') : say('Reading {name}…', { name });
  const words = stage === 'sentences' ? say('Finding the sentences…') : reading;
  return (
    <div className={styles['reading']}>
      <p role="status" dir="auto">
        {words}
      </p>
      <progress aria-label={words} {...(share === null ? {} : { value: share })} />
    </div>
  );
}
