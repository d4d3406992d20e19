import { useState, type ReactNode } from 'react';
import type { SourceEdit } from '../domain/cite-source.ts';
import type { Source, SOURCE_KINDS, SourceTier } from '../domain/source.ts';
import { Button } from './Button.tsx';
import { SelectField, TextField } from './Field.tsx';
import styles from './SourceFields.module.css';
import { TagsField } from './TagsField.tsx';

interface SourceFieldsProps {
  readonly source: Source;
  /** See `TextField`. */
  readonly step: unknown;
  readonly onChange: (edit: SourceEdit, run?: string) => void;
  /** What is wrong with an address, as a sentence; such an address is not handed to `onChange`. */
  readonly checkAddress: (address: string) => string | null;
  /** Now, as a UTC instant. */
  readonly now: () => string;
}

/** The fields of one source. */
export function SourceFields({ source, step, onChange, checkAddress, now }: SourceFieldsProps): ReactNode {
  return (
    <div className={styles['fields']}>
      <div className={styles['wide']}>
        <TextField
          label="Title"
          step={step}
          value={source.title}
          onChange={(title, run) => onChange({ title }, run)}
        />
      </div>
      <div className={styles['wide']}>
        <AddressField source={source} step={step} onChange={onChange} checkAddress={checkAddress} />
      </div>
      <div className={styles['wide']}>
        <TagsField
          label="Authors"
          separators=";"
          placeholder="One name, then Enter"
          tags={source.authors}
          onChange={(authors, run) => onChange({ authors }, run)}
        />
      </div>
      <TextField
        label="Publisher"
        step={step}
        value={source.publisher ?? ''}
        onChange={(publisher, run) => onChange({ publisher }, run)}
      />
      <TextField
        label="Published"
        placeholder="2021-08-26"
        step={step}
        value={source.publishedAt ?? ''}
        onChange={(publishedAt, run) => onChange({ publishedAt }, run)}
      />
      <SelectField
        label="Kind"
        value={source.kind}
        options={kindOptions(source.kind)}
        onChange={(kind) => onChange({ kind })}
      />
      <SelectField
        label="Tier"
        value={source.tier ?? ''}
        options={TIER_OPTIONS}
        onChange={(tier) => onChange({ tier: tier === '' ? null : tier })}
      />
      <div>
        <TextField
          label="Accessed"
          type="date"
          max="9999-12-31"
          step={step}
          value={source.accessedAt === null ? '' : dayOf(source.accessedAt)}
          onChange={(day, run) => onChange({ accessedAt: day === '' ? null : instantOf(day) }, run)}
        />
        {source.accessedAt === null ? (
          <Button look="quiet" className={styles['now']} onClick={() => onChange({ accessedAt: now() })}>
            Accessed just now
          </Button>
        ) : null}
      </div>
      <div className={styles['wide']}>
        <TextField
          label="Note on source"
          rows={1}
          step={step}
          value={source.note ?? ''}
          onChange={(note, run) => onChange({ note }, run)}
        />
      </div>
    </div>
  );
}

type AddressFieldProps = Pick<SourceFieldsProps, 'source' | 'step' | 'onChange' | 'checkAddress'>;

/** A refused address stays in the field, with the reason beneath it. */
function AddressField({ source, step, onChange, checkAddress }: AddressFieldProps): ReactNode {
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <TextField
      label="Address"
      inputMode="url"
      placeholder="https://, doi: or urn:"
      spellCheck={false}
      dir="ltr"
      step={step}
      value={source.url ?? ''}
      error={problem}
      onChange={(url, run) => {
        const found = checkAddress(url);
        setProblem(found);
        if (found === null) onChange({ url }, run);
      }}
    />
  );
}

/** The day of an instant where the reader is, as a date field wants it. */
function dayOf(instant: string): string {
  const date = new Date(instant);
  return [pad(date.getFullYear(), 4), pad(date.getMonth() + 1, 2), pad(date.getDate(), 2)].join('-');
}

function pad(part: number, digits: number): string {
  return String(part).padStart(digits, '0');
}

/** Noon of that day where the reader is: the same day in most of the world. */
function instantOf(day: string): string {
  return new Date(`${day}T12:00:00`).toISOString();
}

type KnownKind = (typeof SOURCE_KINDS)[number];

const KIND_WORDS: Readonly<Record<KnownKind, string>> = {
  webpage: 'Web page',
  'article-newspaper': 'Newspaper article',
  'article-magazine': 'Magazine article',
  'article-journal': 'Journal article',
  report: 'Report',
  book: 'Book',
  dataset: 'Dataset',
  broadcast: 'Broadcast',
  motion_picture: 'Film or video',
  interview: 'Interview',
  speech: 'Speech',
  post: 'Post',
  legislation: 'Law',
  personal_communication: 'Personal communication',
  document: 'Document',
};

/** The kinds that we have words for, and the present one if a file brought another. */
function kindOptions(present: string): readonly { readonly value: string; readonly label: string }[] {
  const known = Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label }));
  return present in KIND_WORDS ? known : [...known, { value: present, label: present }];
}

const TIER_WORDS: Readonly<Record<SourceTier, string>> = {
  primary: 'Primary',
  secondary: 'Secondary',
  'fact-check': 'Fact check',
};

const TIER_OPTIONS: readonly { readonly value: SourceTier | ''; readonly label: string }[] = [
  { value: '', label: 'Not said' },
  { value: 'primary', label: TIER_WORDS.primary },
  { value: 'secondary', label: TIER_WORDS.secondary },
  { value: 'fact-check', label: TIER_WORDS['fact-check'] },
];
