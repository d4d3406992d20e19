import { useState, type ReactNode } from 'react';
import type { SourceEdit } from '../domain/cite-source.ts';
import type { Source, SOURCE_KINDS, SourceTier } from '../domain/source.ts';
import { message, say, type Message } from '../messages/say.ts';
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
          label={say('Title')}
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
          label={say('Authors')}
          separators=";"
          placeholder={say('One name, then Enter')}
          tags={source.authors}
          onChange={(authors, run) => onChange({ authors }, run)}
        />
      </div>
      <TextField
        label={say('Publisher')}
        step={step}
        value={source.publisher ?? ''}
        onChange={(publisher, run) => onChange({ publisher }, run)}
      />
      <TextField
        label={say('Published')}
        placeholder="2021-08-26"
        step={step}
        value={source.publishedAt ?? ''}
        onChange={(publishedAt, run) => onChange({ publishedAt }, run)}
      />
      <SelectField
        label={say(message('Kind', 'of a source'))}
        value={source.kind}
        options={kindOptions(source.kind)}
        step={step}
        onChange={(kind, run) => onChange({ kind }, run)}
      />
      <SelectField
        label={say('Tier')}
        value={source.tier ?? ''}
        options={TIERS.map((value) => ({ value, label: say(TIER_WORDS[value]) }))}
        step={step}
        onChange={(tier, run) => onChange({ tier: tier === '' ? null : tier }, run)}
      />
      <div>
        <TextField
          label={say('Accessed')}
          type="date"
          max="9999-12-31"
          step={step}
          value={source.accessedAt === null ? '' : dayOf(source.accessedAt)}
          onChange={(day, run) => onChange({ accessedAt: day === '' ? null : instantOf(day) }, run)}
        />
        {source.accessedAt === null ? (
          <Button look="quiet" className={styles['now']} onClick={() => onChange({ accessedAt: now() })}>
            {say('Accessed just now')}
          </Button>
        ) : null}
      </div>
      <div className={styles['wide']}>
        <TextField
          label={say('Note on source')}
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
      label={say('Address')}
      inputMode="url"
      placeholder={say('https://, doi: or urn:')}
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

const KIND_WORDS: Readonly<Record<KnownKind, Message>> = {
  webpage: message('Web page'),
  'article-newspaper': message('Newspaper article'),
  'article-magazine': message('Magazine article'),
  'article-journal': message('Journal article'),
  report: message('Report'),
  book: message('Book'),
  dataset: message('Dataset'),
  broadcast: message('Broadcast'),
  motion_picture: message('Film or video'),
  interview: message('Interview'),
  speech: message('Speech'),
  post: message('Post', 'in a social network'),
  legislation: message('Law'),
  personal_communication: message('Personal communication'),
  document: message('Document'),
};

/** The kinds that we have words for, and the present one if a file brought another. */
function kindOptions(present: string): readonly { readonly value: string; readonly label: string }[] {
  const known = Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label: say(label) }));
  return present in KIND_WORDS ? known : [...known, { value: present, label: present }];
}

const TIER_WORDS: Readonly<Record<SourceTier | '', Message>> = {
  '': message('Not said'),
  primary: message('Primary'),
  secondary: message('Secondary'),
  'fact-check': message('Fact check'),
};

const TIERS = ['', 'primary', 'secondary', 'fact-check'] as const;
