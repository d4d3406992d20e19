import { useId, type ReactNode } from 'react';
import type { FormatOption, OptionValues } from '../../exchange/format.ts';
import { sayParts } from '../../messages/say-parts.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import styles from './Exchange.module.css';

interface OptionFieldsProps {
  readonly options: readonly FormatOption[];
  readonly values: OptionValues;
  readonly onChange: (id: string, value: string) => void;
}

/**
 * Whatever a format lets people set, as fields. Labels that are mapped to others stand together under their group: they
 * are shown, since what they say goes into the file, and can be folded away.
 */
export function OptionFields({ options, values, onChange }: OptionFieldsProps): ReactNode {
  const labels = options.filter((option) => option.kind === 'label');
  const groups = [...new Set(labels.map(({ group }) => group))];
  const field = (option: FormatOption): ReactNode => (
    <OptionField
      key={option.id}
      option={option}
      value={values[option.id] ?? option.initial}
      onChange={(value) => onChange(option.id, value)}
    />
  );
  return (
    <div className={styles['options']}>
      {options.filter(({ kind }) => kind !== 'label').map(field)}
      {groups.map((group) => (
        <details key={group} className={styles['labels']} open>
          <summary>{group}</summary>
          <div className={styles['labelFields']}>
            {labels.filter((label) => label.group === group).map(field)}
          </div>
        </details>
      ))}
    </div>
  );
}

interface OptionFieldProps {
  readonly option: FormatOption;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function OptionField({ option, value, onChange }: OptionFieldProps): ReactNode {
  const id = useId();
  const { label, hint } = option;
  switch (option.kind) {
    case 'choice':
      return (
        <SelectField
          label={label}
          hint={option.credit ? <Credit {...option.credit} /> : hint}
          value={value}
          options={option.choices}
          onChange={onChange}
        />
      );
    case 'address':
      return (
        <div>
          <TextField
            label={label}
            hint={hint}
            value={value}
            onChange={onChange}
            type="url"
            dir="ltr"
            inputMode="url"
          />
          {value.trim() === '' ? (
            <Suggestions addresses={option.suggestions ?? []} onTake={onChange} />
          ) : null}
        </div>
      );
    case 'text':
      return <TextField label={label} hint={hint} value={value} onChange={onChange} />;
    case 'label':
      return (
        <>
          <TextField label={label} hint={hint} value={value} onChange={onChange} list={id} />
          <datalist id={id}>
            {option.suggestions.map((suggestion) => (
              <option key={suggestion}>{suggestion}</option>
            ))}
          </datalist>
        </>
      );
  }
}

function Credit({ words, href }: { readonly words: string; readonly href: string }): ReactNode {
  return (
    <a className={styles['credit']} href={href} target="_blank" rel="noopener noreferrer" lang="en">
      {words}
    </a>
  );
}

interface SuggestionsProps {
  readonly addresses: readonly string[];
  readonly onTake: (address: string) => void;
}

/** What may be meant, one press away: nothing is filled in that nobody has looked at. */
function Suggestions({ addresses, onTake }: SuggestionsProps): ReactNode {
  return addresses.map((address) => (
    <Button key={address} className={styles['suggestion']} onClick={() => onTake(address)}>
      <span>
        {sayParts('Use <bdi>{address}</bdi>', {
          address,
          bdi: (inside) => <bdi key="address">{inside}</bdi>,
        })}
      </span>
    </Button>
  ));
}
