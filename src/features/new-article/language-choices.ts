import { compareWords } from '../../messages/formats.ts';
import { kept, locale } from '../../messages/language.ts';
import { say } from '../../messages/say.ts';
import { nameLanguage } from '../../ui/language-name.ts';

/** BCP 47 tags to choose from; any other language that is found in a text is added to them. */
const TAGS = (
  'am ar hy bn bg my ca zh hr cs da nl en et fa fi fr ka de el gu he hi hu id it ja kn km ko lo lv lt ml mr ne ' +
  'nb pl pt pa ro ru sr si sk sl es sw sv ta te th tr uk ur vi'
).split(' ');

export interface LanguageChoice {
  /** BCP 47 tag; empty means: found in the text. */
  readonly value: string;
  readonly label: string;
}

/** What the language can be set to, `detected` (a BCP 47 tag, `und` when nothing tells) shown in the first place, with the
 * one that is set already, whichever it is. */
export function listLanguageChoices(detected: string, present = ''): readonly LanguageChoice[] {
  const isListed = present === '' || TAGS.includes(present);
  return [
    {
      value: '',
      label:
        detected === 'und'
          ? say('Detect')
          : say('{detected}, detected', { detected: nameLanguage(detected) }),
    },
    ...(isListed ? [] : [{ value: present, label: nameLanguage(present) }]),
    ...namedIn(locale()),
  ];
}

/** Naming and sorting takes long, and is asked for with every key that is typed. */
const namedIn = kept((): readonly LanguageChoice[] =>
  TAGS.map((value) => ({ value, label: nameLanguage(value) })).toSorted((a, b) =>
    compareWords(a.label, b.label),
  ),
);
