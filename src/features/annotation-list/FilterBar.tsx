import { ListFilter } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { WORK_STATUSES, type WorkStatus } from '../../domain/annotation.ts';
import { scaleOf, type FactCheck } from '../../domain/fact-check.ts';
import {
  isFiltering,
  NO_FILTER,
  ratingChoice,
  type AnnotationFilter,
  type VerdictChoice,
} from '../../domain/filter-annotations.ts';
import { ratingOf } from '../../domain/marks.ts';
import { useFactCheck } from '../../stores/desk-context.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { SelectField, TextField } from '../../ui/Field.tsx';
import styles from './FilterBar.module.css';

interface FilterBarProps {
  readonly filter: AnnotationFilter;
  readonly onChange: (filter: AnnotationFilter) => void;
  readonly shown: number;
  readonly all: number;
}

/** Search and filters of the list. The filters unfold; while one of them is set they stay in view. */
export function FilterBar({ filter, onChange, shown, all }: FilterBarProps): ReactNode {
  const factCheck = useFactCheck((now) => now);
  const id = useId();
  const [isUnfolded, setIsUnfolded] = useState(false);
  const isSet = isFiltering({ ...filter, words: '' });
  const isOpen = isUnfolded || isSet;
  const change = (edit: Partial<AnnotationFilter>): void => onChange({ ...filter, ...edit });

  return (
    <div className={styles['bar']} role="search" aria-label="Filter annotations">
      <div className={styles['search']}>
        <TextField
          label="Search annotations"
          hidesLabel
          type="search"
          placeholder="Search quotes, conclusions, tags, sources"
          value={filter.words}
          onChange={(words) => change({ words })}
        />
        <IconButton
          label="Filters"
          icon={<ListFilter />}
          aria-expanded={isOpen}
          aria-controls={id}
          isIdle={isSet}
          onClick={() => setIsUnfolded(!isUnfolded)}
        />
      </div>
      <div id={id} className={styles['filters']} hidden={!isOpen}>
        <SelectField
          label="Verdict"
          value={filter.verdict}
          options={verdictOptions(factCheck)}
          onChange={(verdict) => change({ verdict })}
        />
        <SelectField
          label="Status"
          value={filter.status}
          options={STATUS_OPTIONS}
          onChange={(status) => change({ status })}
        />
        <SelectField
          label="Reviewer"
          value={filter.reviewerId ?? ''}
          options={reviewerOptions(factCheck)}
          onChange={(reviewerId) => change({ reviewerId: reviewerId === '' ? null : reviewerId })}
        />
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={filter.isWithoutSource}
            onChange={({ currentTarget }) => change({ isWithoutSource: currentTarget.checked })}
          />
          Without source
        </label>
      </div>
      <div className={styles['count']}>
        <p role="status">{shown === all ? countInWords(all) : `${shown} of ${all}`}</p>
        {isFiltering(filter) ? (
          <Button look="quiet" className={styles['clear']} onClick={() => onChange(NO_FILTER)}>
            Clear filters
          </Button>
        ) : null}
      </div>
    </div>
  );
}

type Options<Value extends string> = readonly { readonly value: Value; readonly label: string }[];

/** The ratings of the scale in use, and those that were given on another scale. */
function verdictOptions(factCheck: FactCheck): Options<VerdictChoice> {
  const scale = scaleOf(factCheck);
  const ratings = new Map<VerdictChoice, string>();
  for (const { id, label } of scale.ratings) ratings.set(ratingChoice(scale.id, id), label);
  for (const verdict of factCheck.tables.verdict.values()) {
    if (verdict.ratingId === null) continue;
    const choice = ratingChoice(verdict.scaleId, verdict.ratingId);
    if (ratings.has(choice)) continue;
    const scaleName = factCheck.tables['rating-scale'].get(verdict.scaleId)?.name ?? verdict.scaleId;
    ratings.set(choice, `${ratingOf(factCheck, verdict)?.label ?? verdict.ratingId} (${scaleName})`);
  }
  return [
    { value: 'any', label: 'Any verdict' },
    ...[...ratings].map(([value, label]) => ({ value, label })),
    { value: 'none', label: 'No verdict' },
    { value: 'not-checkable', label: 'Not checkable' },
  ];
}

function reviewerOptions(factCheck: FactCheck): Options<string> {
  const reviewers = [...factCheck.tables.reviewer.values()].map(({ id, name }) => ({
    value: id,
    label: name,
  }));
  return [{ value: '', label: 'Anybody' }, ...reviewers];
}

const STATUS_WORDS: Readonly<Record<WorkStatus, string>> = {
  'to-check': 'To check',
  researching: 'Researching',
  checked: 'Checked',
  approved: 'Approved',
};

const STATUS_OPTIONS: Options<WorkStatus | 'any'> = [
  { value: 'any', label: 'Any status' },
  ...WORK_STATUSES.map((value) => ({ value, label: STATUS_WORDS[value] })),
];

function countInWords(all: number): string {
  return all === 1 ? '1 annotation' : `${all} annotations`;
}
