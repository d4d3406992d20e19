import { ListFilter } from 'lucide-react';
import { useDeferredValue, useId, useMemo, useState, type ReactNode } from 'react';
import type { FactCheck } from '../../domain/fact-check.ts';
import { withTerm, type QueryKey } from '../../domain/query-terms.ts';
import { chosenIn, completionsOf, isQuery, valuesFor } from '../../domain/search-annotations.ts';
import { message, say, type Message } from '../../messages/say.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/commands.ts';
import { SelectField } from '../../ui/Field.tsx';
import { SuggestField } from '../../ui/SuggestField.tsx';
import styles from './FilterBar.module.css';

interface FilterBarProps {
  readonly factCheck: FactCheck;
  readonly query: string;
  readonly onChange: (query: string) => void;
  readonly shown: number;
  readonly all: number;
}

/**
 * The query of the list, typed into one field with suggestions. The menus, which unfold, write into the same query and show
 * what it says.
 */
export function FilterBar({ factCheck, query, onChange, shown, all }: FilterBarProps): ReactNode {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  // What is offered comes of all annotations, and every edit draws the list again: folded up, nothing is.
  const menus = useMemo(
    () =>
      (isOpen ? MENUS : [])
        .map((menu) => ({
          ...menu,
          chosen: chosenIn(factCheck, query, menu.key),
          values: valuesFor(factCheck, menu.key),
        }))
        .filter(({ values }) => values.length > 0),
    [factCheck, query, isOpen],
  );
  const clear = (): void => onChange('');
  useCommands(() => (isQuery(query) ? [{ id: 'clear-filters', run: clear }] : []));
  const typed = useDeferredValue(query);
  const completions = useMemo(() => completionsOf(factCheck, typed), [factCheck, typed]);

  return (
    <div className={styles['bar']} role="search" aria-label={say('Filter annotations')}>
      <div className={styles['search']}>
        <SuggestField
          label={say('Search annotations')}
          hidesLabel
          type="search"
          placeholder={say('Words, or has:nosource')}
          spellCheck={false}
          value={query}
          suggestions={completions}
          suggestionsLabel={say('Suggestions')}
          onChange={onChange}
        />
        <IconButton
          label={say('Filters')}
          icon={<ListFilter />}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        />
      </div>
      <div id={id} className={styles['filters']} hidden={!isOpen}>
        {menus.map(({ key, label, any, chosen, values }) => (
          <SelectField
            key={key}
            label={say(label)}
            value={chosen ?? ''}
            options={[{ value: '', label: say(any) }, ...values]}
            onChange={(value) => onChange(withTerm(query, key, value === '' ? null : value))}
          />
        ))}
      </div>
      <div className={styles['count']}>
        <p role="status">
          {shown === all
            ? say('{n, plural, one {# annotation} other {# annotations}}', { n: all })
            : say('{shown, number} of {all, number}', { shown, all })}
        </p>
        {isQuery(query) ? (
          <Button look="quiet" className={styles['clear']} onClick={clear}>
            {say('Clear filters')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

const MENUS: readonly { readonly key: QueryKey; readonly label: Message; readonly any: Message }[] = [
  { key: 'verdict', label: message('Verdict'), any: message('Any verdict') },
  { key: 'status', label: message('Status'), any: message('Any status') },
  { key: 'by', label: message('Reviewer'), any: message('Anybody') },
  { key: 'has', label: message('With', 'what the annotations listed must have'), any: message('Anything') },
  { key: 'tag', label: message('Tag'), any: message('Any tag') },
];
