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
    ...NAMED,
  ];
}

const NAMED: readonly LanguageChoice[] = TAGS.map((tag) => ({
  value: tag,
  label: nameLanguage(tag),
})).toSorted((a, b) => a.label.localeCompare(b.label, 'en'));
