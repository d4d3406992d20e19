import { FolderOpen } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { carryCorrections } from '../../domain/carry-corrections.ts';
import { isSameDraft } from '../../domain/carry-over.ts';
import { articleOf } from '../../domain/fact-check.ts';
import { readArticleFile } from '../../ingest/file/read-article-file.ts';
import { makeArticle, type NewArticle } from '../../ingest/make-article.ts';
import { bodyOfPasted, keepsLayout } from '../../ingest/pasted-body.ts';
import { useFactCheckStore, useNotify } from '../../stores/desk-context.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { htmlForWholeField } from '../../ui/html-for-whole-field.ts';
import { draftInHand, useDraftInHand } from './draft-in-hand.ts';
import styles from './Drafts.module.css';

interface LoadDraftProps {
  /** Now, as a UTC instant. */
  readonly now: () => string;
  readonly onCancel: () => void;
}

/** Where the text of the new version comes from: it is pasted, or a file is opened. */
export function LoadDraft({ now, onCancel }: LoadDraftProps): ReactNode {
  const store = useFactCheckStore();
  const { id } = store.getState().factCheck;
  const inHand = useDraftInHand(id);
  const pasted = useRef<string | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isReading, setReading] = useState(false);
  const notify = useNotify();
  const hand = draftInHand(id);

  async function take(input: NewArticle): Promise<void> {
    const { factCheck } = store.getState();
    const { byline, publisher, url, publishedAt, language } = articleOf(factCheck);
    const made = await makeArticle({
      language,
      ...(byline === undefined ? {} : { byline }),
      ...(publisher === undefined ? {} : { publisher }),
      ...(url === undefined ? {} : { url }),
      ...(publishedAt === undefined ? {} : { publishedAt }),
      ...input,
      retrievedAt: now(),
    });
    if (!made.ok) setProblem(made.problem);
    else if (isSameDraft(factCheck, made.article))
      setProblem('This is the version that is under check already, to the last letter.');
    else {
      const draft = carryCorrections(articleOf(factCheck), made.article);
      hand.setState({ text: draft.text, html: null, draft, decisions: new Map() });
    }
  }

  /** What should not have gone wrong is told in the same place. */
  async function attempt(task: () => Promise<void>): Promise<void> {
    setReading(true);
    setProblem(null);
    try {
      await task();
    } catch (error) {
      setProblem(`Something went wrong that should not have: ${String(error)}`);
    }
    setReading(false);
  }

  async function open(chosen: File): Promise<void> {
    const read = await readArticleFile(chosen);
    if (!read.ok) {
      setProblem(`“${chosen.name}” can’t be used. ${read.problem}`);
      return;
    }
    for (const note of read.draft.notes) notify(note);
    await take(read.draft.article);
  }

  return (
    <>
      <h1 className={styles['name']}>Load a new version</h1>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isReading) void attempt(() => take(bodyOfPasted(inHand)));
        }}
      >
        <div className={styles['text']}>
          <TextField
            label="Text of the new version"
            rows={12}
            value={inHand.text}
            error={problem}
            hint={`It is compared with the present version, sentence by sentence. Nothing changes before you say so.${
              keepsLayout(inHand) ? ' Headings, lists and links are kept.' : ''
            }`}
            placeholder="Paste the whole text here, with its headings."
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
        <div className={styles['end']}>
          <Button onClick={() => file.current?.click()}>
            <FolderOpen aria-hidden="true" />
            Open a file
          </Button>
          <input
            ref={file}
            type="file"
            hidden
            aria-label="File with the new version"
            onChange={({ currentTarget }) => {
              const chosen = currentTarget.files?.[0];
              currentTarget.value = '';
              if (chosen) void attempt(() => open(chosen));
            }}
          />
          {isReading ? <p role="status">Reading the new version…</p> : null}
          <span className={styles['gap']} />
          <Button onClick={onCancel}>Cancel</Button>
          <Button look="primary" type="submit" aria-disabled={isReading}>
            Compare
          </Button>
        </div>
      </form>
    </>
  );
}
