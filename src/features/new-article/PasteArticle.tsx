import { ArrowLeft } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { Id } from '../../domain/record.ts';
import { detectLanguage } from '../../ingest/language.ts';
import { keepsLayout } from '../../ingest/pasted-body.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { htmlForWholeField } from '../../ui/html-for-whole-field.ts';
import { listLanguageChoices } from './language-choices.ts';
import styles from './PasteArticle.module.css';
import { articleOfDraft, editPasteDraft, forgetPasteDraft, usePasteDraft } from './paste-draft.ts';
import { useStart } from './use-start.ts';
import { useAskBeforeUnload } from '../../ui/use-ask-before-unload.ts';

interface PasteArticleProps {
  readonly homeAddress: string;
  readonly onStarted: (id: Id) => void;
}

/** The page where a text becomes an article. Nothing is stored before "Start checking"; what is typed outlives the page. */
export function PasteArticle({ homeAddress, onStarted }: PasteArticleProps): ReactNode {
  const draft = usePasteDraft();
  const started = useStart(forgetPasteDraft, onStarted);
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const pasted = useRef<string | null>(null);
  const detected = useDetectedLanguage(draft.text);
  const problem = started.problem;

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (problem !== null) field.current?.focus();
  }, [problem]);
  useAskBeforeUnload(draft.text !== '');

  function submit(): void {
    started.start(articleOfDraft(draft));
  }

  return (
    <main className={styles['page']}>
      <a className={styles['back']} href={homeAddress}>
        <ArrowLeft aria-hidden="true" />
        All fact checks
      </a>
      <h1 className={styles['name']}>Paste an article</h1>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className={styles['text']}>
          <TextField
            label="Article text"
            rows={12}
            inputRef={field}
            value={draft.text}
            lang={draft.language ?? (detected === 'und' ? undefined : detected)}
            placeholder="Paste or write the whole text here, with its headings."
            hint={
              keepsLayout(draft)
                ? 'Headings, lists and links are kept.'
                : describeLostLayout(draft.html !== null)
            }
            error={problem}
            onPaste={(event) => {
              pasted.current = htmlForWholeField(event);
            }}
            onChange={(text) => {
              const markup = pasted.current;
              pasted.current = null;
              started.reset();
              editPasteDraft(markup === null ? { text } : { text, html: { markup, shownAs: text } });
            }}
          />
        </div>
        <div className={styles['details']}>
          <TextField
            label="Title"
            hint="Taken from the text when left empty."
            value={draft.title}
            maxLength={500}
            onChange={(title) => editPasteDraft({ title })}
          />
          <SelectField
            label="Language"
            value={draft.language ?? ''}
            options={listLanguageChoices(detected)}
            onChange={(language) => editPasteDraft({ language: language === '' ? null : language })}
          />
        </div>
        <div className={styles['end']}>
          <p className={styles['promise']}>
            {started.isPending ? (
              <span className={styles['waiting']} role="status">
                Finding the sentences…
              </span>
            ) : (
              'Nothing is stored before you start, and nothing ever leaves this browser by itself.'
            )}
          </p>
          <Button look="primary" type="submit" aria-disabled={started.isPending}>
            Start checking
          </Button>
        </div>
      </form>
    </main>
  );
}

function describeLostLayout(hadHtml: boolean): string | undefined {
  return hadHtml
    ? 'The text was edited after it was pasted, so its headings, lists and links are found anew from the text alone.'
    : undefined;
}

/** The language of what is in the field, found without holding up the typing. */
function useDetectedLanguage(text: string): string {
  const later = useDeferredValue(text);
  return useMemo(() => (later.trim() === '' ? 'und' : detectLanguage(later)), [later]);
}
