import type { ReactNode } from 'react';
import { isDangerousAddress } from '../../domain/link.ts';
import type { Direction } from '../../ingest/make-article.ts';
import { message, say, type Message } from '../../messages/say.ts';
import { SelectField, TextField } from '../../ui/Field.tsx';
import type { ArticleDraft } from './article-draft.ts';
import styles from './ArticlePreview.module.css';
import { listLanguageChoices } from './language-choices.ts';

interface ArticleDetailsFieldsProps {
  readonly details: ArticleDraft['details'];
  /** What it is going to be called when the person says nothing. */
  readonly title: string;
  /** BCP 47 tag that was found in the text, `und` when nothing tells. */
  readonly detected: string;
  /** Which way the lines run when the person says nothing. */
  readonly direction: Direction;
  readonly onEdit: (edit: Partial<ArticleDraft['details']>) => void;
}

const LONGEST = 500;

/** What is known about an article, to be mended by the person. */
export function ArticleDetailsFields(props: ArticleDetailsFieldsProps): ReactNode {
  const { details, title: proposed, detected, direction, onEdit } = props;
  const isDangerous = isDangerousAddress(details.url);
  return (
    <div className={styles['fields']}>
      <TextField
        label={say('Title')}
        hint={say('Taken from the text when left empty.')}
        value={details.title}
        placeholder={proposed}
        maxLength={LONGEST}
        onChange={(title) => onEdit({ title })}
      />
      <TextField
        label={say('Author')}
        value={details.byline}
        maxLength={LONGEST}
        onChange={(byline) => onEdit({ byline })}
      />
      <TextField
        label={say('Publisher')}
        value={details.publisher}
        maxLength={LONGEST}
        onChange={(publisher) => onEdit({ publisher })}
      />
      <TextField
        label={say('Published')}
        hint={say('As printed: a date or a time.')}
        value={details.publishedAt}
        maxLength={LONGEST}
        onChange={(publishedAt) => onEdit({ publishedAt })}
      />
      <TextField
        label={say('Address')}
        dir="ltr"
        inputMode="url"
        value={details.url}
        error={isDangerous ? say('This is not a web address (http, https, doi or urn).') : null}
        onChange={(url) => onEdit({ url })}
      />
      <SelectField
        label={say('Language')}
        value={details.language}
        options={listLanguageChoices(detected, details.language)}
        onChange={(language) => onEdit({ language })}
      />
      <SelectField
        label={say('Direction of the text')}
        value={details.direction}
        options={[
          { value: '', label: say('{choice}, detected', { choice: say(DIRECTIONS[direction]) }) },
          { value: 'ltr', label: say(DIRECTIONS.ltr) },
          { value: 'rtl', label: say(DIRECTIONS.rtl) },
        ]}
        onChange={(chosen) => onEdit({ direction: chosen })}
      />
    </div>
  );
}

const DIRECTIONS: Readonly<Record<Direction, Message>> = {
  ltr: message('Left to right'),
  rtl: message('Right to left'),
};
