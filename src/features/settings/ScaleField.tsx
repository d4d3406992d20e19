import { Copy, Pencil, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { BUILTIN_SCALES, copyBuiltinScale } from '../../domain/builtin-scales.ts';
import { chooseScale } from '../../domain/choose-scale.ts';
import {
  addScale,
  countGivenOn,
  editScale,
  isBuiltinScale,
  isNamed,
  removeScale,
  type ScaleWords,
} from '../../domain/edit-scale.ts';
import { scaleOf } from '../../domain/fact-check.ts';
import type { RatingScale } from '../../domain/rating-scale.ts';
import { useScalesElsewhere } from '../../queries/scales-elsewhere.ts';
import { formatSeries } from '../../messages/format-series.ts';
import { say, sayData } from '../../messages/say.ts';
import { useKeeping } from '../../queries/store-context.ts';
import { useFactCheck, useFactCheckStore, useIsReadOnly, useUndo } from '../../stores/desk-context.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { ScaleEditor } from './ScaleEditor.tsx';
import styles from './Scales.module.css';

/** The scale of the open fact check: its own ones, those of other fact checks here, and those that come with Linecheck. */
export function ScaleField(): ReactNode {
  const id = useFactCheck((factCheck) => factCheck.id);
  const own = useFactCheck(({ tables }) => tables['rating-scale']);
  const scale = useFactCheck(scaleOf);
  const store = useFactCheckStore();
  const { carryOut, undo } = store.events;
  const lastStep = useUndo(({ past }) => past.at(-1));
  const { clock } = useKeeping();
  const isReadOnly = useIsReadOnly();
  const elsewhere = useScalesElsewhere(id).filter(
    ({ scale: other }) =>
      ![...own.values()].some(({ name, version }) => name === other.name && version >= other.version),
  );
  const [isWriting, setWriting] = useState<'copy' | 'edit' | null>(null);
  const [deleted, setDeleted] = useState<{ readonly name: string; readonly step: unknown } | null>(null);
  const builtin = BUILTIN_SCALES.filter((one) => !own.has(one.id));
  const options = [
    ...[...own.values()].map((one) => ({ value: one.id, label: nameScale(one, [...own.values()]) })),
    ...builtin.map((one) => ({ value: one.id, label: sayData(one.name) })),
    ...elsewhere.map(({ scale: one, title }) => ({
      value: one.id,
      label: say('{name}, from “{title}”', { name: one.name, title }),
    })),
  ];

  function choose(chosenId: string): void {
    const other = elsewhere.find((one) => one.scale.id === chosenId)?.scale;
    const chosen = own.get(chosenId) ?? other ?? copyBuiltinScale(chosenId, clock);
    carryOut((now, hand) => chooseScale(now, chosen, hand));
  }

  function save(words: ScaleWords): void {
    const way = isWriting;
    carryOut((now, hand) =>
      way === 'copy' ? addScale(now, words, hand) : editScale(now, scale.id, words, hand),
    );
    setWriting(null);
  }

  function remove(): void {
    carryOut((now, hand) => removeScale(now, scale.id, hand));
    setDeleted({ name: scale.name, step: store.getState().past.at(-1) });
  }

  return (
    <div className={styles['part']}>
      <SelectField
        label={say('Rating scale of this fact check')}
        hint={say('{words}. Verdicts that were given keep the scale that they were given on.', {
          words: formatSeries(scale.ratings.map(({ label }) => sayData(label))),
        })}
        value={scale.id}
        options={options}
        disabled={isReadOnly}
        onChange={choose}
      />
      {isReadOnly ? null : (
        <div className={styles['actions']}>
          {isBuiltinScale(scale.id) ? null : (
            <Button onClick={() => setWriting('edit')}>
              <Pencil aria-hidden="true" />
              {say('Edit')}
            </Button>
          )}
          <Button onClick={() => setWriting('copy')}>
            <Copy aria-hidden="true" />
            {say('Copy and edit')}
          </Button>
          {isBuiltinScale(scale.id) ? null : <DeleteScale scale={scale} onDelete={remove} />}
        </div>
      )}
      <p role="status" className={styles['actions']}>
        {deleted === null || deleted.step !== lastStep ? null : (
          <>
            {say('“{name}” was deleted. New verdicts use “{other}”.', {
              name: deleted.name,
              other: scale.name,
            })}
            <Button onClick={undo}>{say('Undo')}</Button>
          </>
        )}
      </p>
      {isWriting === null ? null : (
        <WriteScale scale={scale} way={isWriting} onSave={save} onClose={() => setWriting(null)} />
      )}
    </div>
  );
}

/** A scale that something was given on can't go: it says what that meant. */
function DeleteScale({
  scale,
  onDelete,
}: {
  readonly scale: RatingScale;
  readonly onDelete: () => void;
}): ReactNode {
  const isUsed = useFactCheck((now) => isNamed(now, scale.id));
  const given = useFactCheck((now) => countGivenOn(now, scale.id));
  if (!isUsed)
    return (
      <Button onClick={onDelete}>
        <Trash2 aria-hidden="true" />
        {say('Delete')}
      </Button>
    );
  return (
    <span className={styles['about']}>
      {given > 0
        ? say('It can’t be deleted: {n, plural, one {# verdict was} other {# verdicts were}} given on it.', {
            n: given,
          })
        : say('It can’t be deleted: verdicts in the history were given on it.')}
    </span>
  );
}

interface WriteScaleProps {
  readonly scale: RatingScale;
  readonly way: 'copy' | 'edit';
  readonly onSave: (words: ScaleWords) => void;
  readonly onClose: () => void;
}

function WriteScale({ scale, way, onSave, onClose }: WriteScaleProps): ReactNode {
  const given = useFactCheck((now) => countGivenOn(now, scale.id));
  const { name, version, ratings } = scale;
  const keeps = say(
    '{n, plural, one {# verdict keeps} other {# verdicts keep}} version {version, number} as it is; new verdicts use version {next, number}.',
    { n: given, version, next: version + 1 },
  );
  return (
    <ScaleEditor
      title={
        way === 'copy' ? say('A copy of “{name}”', { name: sayData(name) }) : say('Edit “{name}”', { name })
      }
      words={way === 'copy' ? copyWords(scale) : { name, ratings }}
      about={way === 'edit' && given > 0 ? keeps : null}
      onSave={onSave}
      onClose={onClose}
    />
  );
}

/** A copy begins with the words that are read here: from now on they are a person's own. */
function copyWords({ name, ratings }: RatingScale): ScaleWords {
  return {
    name: say('{name} (copy)', { name: sayData(name) }),
    ratings: ratings.map((rating) => ({
      ...rating,
      label: sayData(rating.label),
      definition: sayData(rating.definition),
    })),
  };
}

/** Versions of one name are told apart. */
function nameScale({ name, version }: RatingScale, all: readonly RatingScale[]): string {
  const isAlone = all.filter((other) => other.name === name).length === 1;
  const said = sayData(name);
  return isAlone && version === 1 ? said : say('{name}, version {version, number}', { name: said, version });
}
