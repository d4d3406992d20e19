import { ArrowLeft } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { detectLanguage } from '../../ingest/language.ts';
import { keepsLayout } from '../../ingest/pasted-body.ts';
import { say } from '../../messages/say.ts';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/commands.ts';
import { TextField } from '../../ui/Field.tsx';
import { htmlForWholeField } from '../../ui/html-for-whole-field.ts';
import { useAskBeforeUnload } from '../../ui/use-ask-before-unload.ts';
import styles from './PasteArticle.module.css';
import { editPasteDraft, usePasteDraft } from './paste-draft.ts';
import { useReading } from './use-reading.ts';

interface PasteArticleProps {
  readonly homeAddress: string;
  /** The article lies before the person now, to be looked at. */
  readonly onProposed: () => void;
}

/** The page where a text is put in to become an article. What is typed outlives the page; nothing of it is stored. */
export function PasteArticle({ homeAddress, onProposed }: PasteArticleProps): ReactNode {
  const draft = usePasteDraft();
  const reading = useReading(onProposed);
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const pasted = useRef<string | null>(null);
  const detected = useDetectedLanguage(draft.text);
  const { problem } = reading;

  const read = (): void => {
    if (!reading.isReading) reading.read(draft);
  };
  useCommands(() => [{ id: 'continue', run: read }]);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (problem !== null) field.current?.focus();
  }, [problem]);
  useAskBeforeUnload(draft.text !== '');

  return (
    <main className={styles['page']}>
      <a className={styles['back']} href={homeAddress}>
        <ArrowLeft aria-hidden="true" />
        {say('All fact checks')}
      </a>
      <h1 className={styles['name']}>{say('Paste an article')}</h1>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          read();
        }}
      >
        <div className={styles['text']}>
          <TextField
            label={say('Article text')}
            rows={12}
            inputRef={field}
            value={draft.text}
            lang={detected === 'und' ? undefined : detected}
            placeholder={say('Paste or write the whole text here, with its headings.')}
            hint={
              keepsLayout(draft)
                ? say('Headings, lists and links are kept.')
                : describeLostLayout(draft.html !== null)
            }
            error={problem}
            onPaste={(event) => {
              pasted.current = htmlForWholeField(event);
            }}
            onChange={(text) => {
              const markup = pasted.current;
              pasted.current = null;
              reading.stop();
              editPasteDraft(markup === null ? { text } : { text, html: { markup, shownAs: text } });
            }}
          />
        </div>
        <div className={styles['end']}>
          <p className={styles['promise']}>
            {reading.isReading ? (
              <span className={styles['waiting']} role="status">
                {say('Reading the text…')}
              </span>
            ) : (
              say('Next you see what will be kept of it. Nothing ever leaves this browser by itself.')
            )}
          </p>
          {reading.isReading ? (
            <span className={styles['waiting']}>
              <Button onClick={reading.stop}>{say('Cancel')}</Button>
            </span>
          ) : null}
          <Button look="primary" type="submit" isIdle={reading.isReading}>
            {say('Continue')}
          </Button>
        </div>
      </form>
    </main>
  );
}

function describeLostLayout(hadHtml: boolean): string | undefined {
  return hadHtml
    ? say(
        'The text was edited after it was pasted, so its headings, lists and links are found anew from the text alone.',
      )
    : undefined;
}

/** The language of what is in the field, found without holding up the typing. */
function useDetectedLanguage(text: string): string {
  const later = useDeferredValue(text);
  return useMemo(() => (later.trim() === '' ? 'und' : detectLanguage(later)), [later]);
}
