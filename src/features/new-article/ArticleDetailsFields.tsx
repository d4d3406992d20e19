import type { ReactNode } from 'react';
import { isDangerousAddress } from '../../domain/link.ts';
import type { Direction } from '../../ingest/make-article.ts';
import { SelectField, TextField } from '../../ui/Field.tsx';
import type { ArticleDraft } from './article-draft.ts';
import styles from './ArticlePreview.module.css';
import { listLanguageChoices } from './language-choices.ts';

interface ArticleDetailsFieldsProps {
  readonly details: ArticleDraft['details'];
  /** BCP 47 tag that was found in the text, `und` when nothing tells. */
  readonly detected: string;
  /** Which way the lines run when the person says nothing. */
  readonly direction: Direction;
  readonly onEdit: (edit: Partial<ArticleDraft['details']>) => void;
}

const LONGEST = 500;

/** What is known about an article, to be mended by the person. */
export function ArticleDetailsFields(props: ArticleDetailsFieldsProps): ReactNode {
  const { details, detected, direction, onEdit } = props;
  const isDangerous = isDangerousAddress(details.url);
  return (
    <div className={styles['fields']}>
      <TextField
        label="Title"
        hint="Taken from the text when left empty."
        value={details.title}
        maxLength={LONGEST}
        onChange={(title) => onEdit({ title })}
      />
      <TextField
        label="Author"
        value={details.byline}
        maxLength={LONGEST}
        onChange={(byline) => onEdit({ byline })}
      />
      <TextField
        label="Publisher"
        value={details.publisher}
        maxLength={LONGEST}
        onChange={(publisher) => onEdit({ publisher })}
      />
      <TextField
        label="Published"
        hint="As printed: a date or a time."
        value={details.publishedAt}
        maxLength={LONGEST}
        onChange={(publishedAt) => onEdit({ publishedAt })}
      />
      <TextField
        label="Address"
        dir="ltr"
        inputMode="url"
        value={details.url}
        error={isDangerous ? 'This is not a web address (http, https, doi or urn).' : null}
        onChange={(url) => onEdit({ url })}
      />
      <SelectField
        label="Language"
        value={details.language}
        options={listLanguageChoices(detected, details.language)}
        onChange={(language) => onEdit({ language })}
      />
      <SelectField
        label="Direction of the text"
        value={details.direction}
        options={[
          { value: '', label: `${DIRECTIONS[direction]}, detected` },
          { value: 'ltr', label: DIRECTIONS.ltr },
          { value: 'rtl', label: DIRECTIONS.rtl },
        ]}
        onChange={(chosen) => onEdit({ direction: chosen })}
      />
    </div>
  );
}

const DIRECTIONS: Readonly<Record<Direction, string>> = { ltr: 'Left to right', rtl: 'Right to left' };
