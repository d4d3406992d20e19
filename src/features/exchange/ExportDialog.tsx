import { useState, type ReactNode } from 'react';
import type { FactCheck } from '../../domain/fact-check.ts';
import { countLeftOut } from '../../domain/left-out.ts';
import { numberClaims } from '../../domain/number-claims.ts';
import type { Id } from '../../domain/record.ts';
import { selectAnnotations } from '../../domain/select-annotations.ts';
import { PURPOSES, type Format } from '../../exchange/format.ts';
import { FORMATS } from '../../exchange/formats.ts';
import { say } from '../../messages/say.ts';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './Exchange.module.css';
import { ExportPart } from './ExportPart.tsx';
import { FormatChoice } from './FormatChoice.tsx';

interface ExportDialogProps {
  readonly factCheck: FactCheck;
  /** Some of the annotations, which can be exported alone: a label and their ids. */
  readonly parts?: readonly ExportablePart[];
  /** Why something may be missing in it, as a sentence; null when nothing is. */
  readonly caveat: string | null;
  readonly onClose: () => void;
  /** The present UTC instant. */
  readonly now: () => string;
}

/** What is exported. */
interface Wish {
  readonly wanted: FactCheck;
  /** The claims' numbers in the whole, where this is a part: a number must always mean the same claim. */
  readonly numbers: ReadonlyMap<Id, number> | null;
}

export interface ExportablePart {
  readonly label: string;
  readonly ids: readonly Id[];
}

const ORDERED = PURPOSES.flatMap((purpose) => FORMATS.filter(({ out }) => out?.purpose === purpose));
const NO_PARTS: readonly ExportablePart[] = [];

/** Offers a fact check, or a part of it, as a file: in which format, what is in it, and what the format can't hold. */
export function ExportDialog(props: ExportDialogProps): ReactNode {
  const { factCheck, parts = NO_PARTS, caveat, onClose, now } = props;
  const [format, setFormat] = useState<Format | undefined>(ORDERED[0]);
  const [part, setPart] = useState<ExportablePart | null>(null);
  // Worked out once for each choice: the export begins anew whenever this changes.
  const [{ wanted, numbers }, setWish] = useState<Wish>({ wanted: factCheck, numbers: null });

  function choosePart(label: string | null): void {
    const chosen = parts.find((one) => one.label === label) ?? null;
    setPart(chosen);
    setWish(
      chosen
        ? {
            wanted: selectAnnotations(factCheck, new Set(chosen.ids)),
            numbers: numberClaims(factCheck),
          }
        : { wanted: factCheck, numbers: null },
    );
  }

  return (
    <Dialog title={say('Export')} onClose={onClose}>
      {caveat === null ? null : <p className={styles['lost']}>{caveat}</p>}
      <FormatChoice formats={ORDERED} chosen={format} onChoose={setFormat} />
      {parts.length > 0 ? (
        <ChoiceGroup
          label={say('Annotations')}
          choices={[
            {
              value: EVERYTHING,
              label: say('All {n, number}', { n: factCheck.tables.annotation.size }),
            },
            ...parts.map(({ label }) => ({ value: label, label })),
          ]}
          value={part?.label ?? EVERYTHING}
          onChange={choosePart}
        />
      ) : null}
      <div className={styles['export']}>
        {format ? (
          <ExportPart
            key={format.id}
            factCheck={wanted}
            leftOut={countLeftOut(wanted)}
            isAllThatIsHere={part === null}
            numbers={numbers}
            format={format}
            onClose={onClose}
            now={now}
          />
        ) : null}
      </div>
    </Dialog>
  );
}

const EVERYTHING = '';
