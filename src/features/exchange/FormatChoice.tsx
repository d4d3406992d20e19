import { useId, type ReactNode } from 'react';
import { PURPOSES, type Format, type WayOut } from '../../exchange/format.ts';
import { message, say, type Message } from '../../messages/say.ts';
import styles from './Exchange.module.css';

interface FormatChoiceProps {
  readonly formats: readonly Format[];
  readonly chosen: Format | undefined;
  readonly onChoose: (format: Format) => void;
}

const PURPOSE_WORDS: Readonly<Record<WayOut['purpose'], Message>> = {
  keep: message('To keep'),
  publish: message('To publish'),
  edit: message('For editors'),
  research: message('For researchers'),
};

/** All formats, by what they are for: one radio group, so that the arrows go through all of them. */
export function FormatChoice({ formats, chosen, onChoose }: FormatChoiceProps): ReactNode {
  const name = useId();
  return (
    <fieldset className={styles['formats']} aria-describedby={`${name}-about`}>
      <legend className="visually-hidden">{say('Format')}</legend>
      {PURPOSES.map((purpose) => {
        const fitting = formats.filter(({ out }) => out?.purpose === purpose);
        return fitting.length === 0 ? null : (
          <div key={purpose} className={styles['purpose']}>
            <span className={styles['purposeName']}>{say(PURPOSE_WORDS[purpose])}</span>
            <div className={styles['purposeFormats']}>
              {fitting.map((format) => (
                <label key={format.id} className={styles['format']}>
                  <input
                    type="radio"
                    name={name}
                    checked={format === chosen}
                    onChange={() => onChoose(format)}
                  />
                  {say(format.label)}
                </label>
              ))}
            </div>
          </div>
        );
      })}
      <p id={`${name}-about`} className={styles['soft']}>
        {chosen?.out ? say(chosen.out.description) : null}
      </p>
    </fieldset>
  );
}
