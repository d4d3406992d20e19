import type { ReactNode } from 'react';
import { LOCALE_NAMES, LOCALES, type LanguageChoice } from '../../messages/locales.ts';
import { say } from '../../messages/say.ts';
import { useSession, useSessionEvents } from '../../stores/desk-context.ts';
import { SelectField } from '../../ui/Field.tsx';

/** Each language by its own name, so that those who don't read the present one find theirs. */
export function LanguageField(): ReactNode {
  const language = useSession((session) => session.language);
  const { chooseLanguage } = useSessionEvents();
  const named = LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }));
  return (
    <SelectField<LanguageChoice>
      label={say('Language of Linecheck')}
      hint={say('An article keeps its own language. Reports and files are in English.')}
      value={language}
      onChange={chooseLanguage}
      options={[{ value: 'browser', label: say('As the browser') }, ...named]}
    />
  );
}
