import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { Id } from '../../domain/record.ts';
import { directionOf } from '../../ingest/direction.ts';
import type { LaidOutText } from '../../ingest/laid-out-text.ts';
import { detectLanguage } from '../../ingest/language.ts';
import { layOut, type NewArticle } from '../../ingest/make-article.ts';
import { proposeTitle } from '../../ingest/propose-title.ts';
import { formatSeries } from '../../messages/format-series.ts';
import { say } from '../../messages/say.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/commands.ts';
import { useAskBeforeUnload } from '../../ui/use-ask-before-unload.ts';
import {
  editArticleDetails,
  forgetArticleDraft,
  forgetPastedDetails,
  type ArticleDraft,
} from './article-draft.ts';
import { ArticleDetailsFields } from './ArticleDetailsFields.tsx';
import styles from './ArticlePreview.module.css';
import { forgetPasteDraft } from './paste-draft.ts';
import { PreviewText } from './PreviewText.tsx';
import { useStart } from './use-start.ts';

interface ArticlePreviewProps {
  readonly draft: ArticleDraft;
  /** Where files are opened. */
  readonly homeAddress: string;
  /** Where a text is pasted. */
  readonly fieldAddress: string;
  readonly onStarted: (id: Id) => void;
}

const NOTHING: LaidOutText = { text: '', blocks: [], links: [] };

/** What will be kept of an article, before anything of it is: its words as they were read, and what is known of it. */
export function ArticlePreview(props: ArticlePreviewProps): ReactNode {
  const { draft, homeAddress, fieldAddress, onStarted } = props;
  const { article, details, dropped, notes, fileName } = draft;
  const isPasted = fileName === null;
  const started = useStart(forget, onStarted);
  const heading = useRef<HTMLHeadingElement>(null);
  const laidOut = useQuery({
    queryKey: ['laid-out', article],
    queryFn: ({ signal }) => layOut(article, { signal }),
    gcTime: 0,
    staleTime: Infinity,
    structuralSharing: false,
  });
  const content = laidOut.data?.ok ? laidOut.data.content : NOTHING;
  const detected = useMemo(() => detectLanguage(content.text), [content]);
  const language = details.language || detected;
  const direction = directionOf(language, content.text);
  const title = useMemo(() => proposeTitle(content, language), [content, language]);
  const failure = laidOut.data && !laidOut.data.ok ? laidOut.data.problem : null;

  useEffect(() => heading.current?.focus(), []);
  useAskBeforeUnload(true);

  function forget(): void {
    forgetArticleDraft();
    if (!isPasted) return;
    forgetPasteDraft();
    forgetPastedDetails();
  }

  function submit(): void {
    // Return in a field submits whatever the button says.
    if (failure !== null || laidOut.isPending) return;
    const { direction: chosen, ...known } = details;
    const edited: NewArticle = {
      kind: 'laid-out',
      content,
      ...known,
      ...(chosen === '' ? {} : { direction: chosen }),
    };
    started.start(edited);
  }

  useCommands(() => [
    ...(failure === null && !started.isPending && !laidOut.isPending
      ? [{ id: 'check-article', run: submit }]
      : []),
    isPasted
      ? { id: 'edit-text', run: () => location.assign(fieldAddress) }
      : {
          id: 'library',
          run: () => {
            forgetArticleDraft();
            location.assign(homeAddress);
          },
        },
  ]);

  return (
    <main className={styles['page']}>
      <BackLink {...props} className={styles['back']}>
        <ArrowLeft aria-hidden="true" />
        {isPasted ? say('Paste an article') : say('All fact checks')}
      </BackLink>
      <header className={styles['head']}>
        {/* It has the focus first, so that Return agrees at once and Tab leads into what can be mended. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Return does what the button does */}
        <h1
          ref={heading}
          tabIndex={-1}
          className={styles['name']}
          onKeyDown={({ key, repeat }) => {
            if (key === 'Enter' && !repeat) submit();
          }}
        >
          {failure === null ? say('What will be kept') : say('This can’t be checked')}
        </h1>
        {fileName === null ? null : (
          <p className={styles['file']} dir="auto">
            {fileName}
          </p>
        )}
      </header>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <section
          className={styles['details']}
          aria-label={say('About the article')}
          hidden={failure !== null}
        >
          <ArticleDetailsFields
            details={details}
            title={title}
            detected={detected}
            direction={direction}
            onEdit={editArticleDetails}
          />
        </section>
        <section className={styles['reading']} aria-label={say('Text')} hidden={failure !== null}>
          <ul className={styles['notes']} hidden={notes.length + dropped.length === 0}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
            {dropped.length > 0 ? (
              <li>{say('Left out: {value}.', { value: formatSeries(dropped) })}</li>
            ) : null}
          </ul>
          {laidOut.isPending ? (
            <p className={styles['waiting']} role="status">
              {say('Reading the text…')}
            </p>
          ) : null}
          <PreviewText content={content} language={language} direction={details.direction || direction} />
        </section>
        {failure === null ? null : (
          <p className={styles['failure']} role="status">
            {failure}
          </p>
        )}
        <div className={styles['end']}>
          {started.isPending ? (
            <div className={styles['finding']}>
              <p role="status">{say('Finding the sentences…')}</p>
              <progress
                aria-label={say('Finding the sentences…')}
                {...(started.share === null ? {} : { value: started.share })}
              />
            </div>
          ) : (
            <p className={started.problem === null ? styles['promise'] : styles['problem']} role="status">
              {started.problem ??
                (failure === null
                  ? say('Nothing is stored before you start. Enter starts with it as it is.')
                  : say('Nothing of it is stored.'))}
            </p>
          )}
          <div className={styles['buttons']}>
            <BackLink {...props} className={buttonClass('plain')}>
              {isPasted ? say('Edit the text') : say('Cancel')}
            </BackLink>
            {failure === null ? (
              <Button look="primary" type="submit" isIdle={started.isPending || laidOut.isPending}>
                {say('Check this article')}
              </Button>
            ) : null}
          </div>
        </div>
      </form>
    </main>
  );
}

interface BackLinkProps extends ArticlePreviewProps {
  readonly className: string | undefined;
  readonly children: ReactNode;
}

/** Back to where the article came from. What was pasted is still there, and so is what was said of it. */
function BackLink({ draft, homeAddress, fieldAddress, className, children }: BackLinkProps): ReactNode {
  return draft.fileName === null ? (
    <a className={className} href={fieldAddress}>
      {children}
    </a>
  ) : (
    <a className={className} href={homeAddress} onClick={forgetArticleDraft}>
      {children}
    </a>
  );
}
