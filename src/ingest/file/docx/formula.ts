import { asExponent } from '../../exponent.ts';
import { childOf, elementsIn, wordsIn, type XmlElement } from './xml.ts';

/**
 * A formula (Office Math) in one line: a fraction with a slash, a power as a raised number or with ^, so that 1 over 2
 * does not become 12.
 */
export function writeFormula(element: XmlElement): string {
  const write = (name: string): string => {
    const part = childOf(element, name);
    return part ? writeFormula(part) : '';
  };
  switch (element.name) {
    case 'm:t':
      return wordsIn(element);
    case 'm:f':
      return `${grouped(write('m:num'))}/${grouped(write('m:den'))}`;
    case 'm:sSup':
      return write('m:e') + raised(write('m:sup'));
    case 'm:sSub':
      return `${write('m:e')}_${grouped(write('m:sub'))}`;
    case 'm:sSubSup':
      return `${write('m:e')}_${grouped(write('m:sub'))}${raised(write('m:sup'))}`;
    case 'm:rad': {
      // Written once: a degree may hold a root with a degree, and so on.
      const degree = write('m:deg');
      return `${degree === '' ? '' : raised(degree)}√${grouped(write('m:e'))}`;
    }
    case 'm:nary':
      return `${signOf(element, 'm:naryPr', 'm:chr', '∫')}_${grouped(write('m:sub'))}${raised(write('m:sup'))} ${write('m:e')}`;
    case 'm:d':
      return (
        signOf(element, 'm:dPr', 'm:begChr', '(') +
        elementsIn(element)
          .filter(({ name }) => name === 'm:e')
          .map(writeFormula)
          .join(', ') +
        signOf(element, 'm:dPr', 'm:endChr', ')')
      );
    default:
      return elementsIn(element).map(writeFormula).join('');
  }
}

function signOf(element: XmlElement, properties: string, name: string, usual: string): string {
  return childOf(childOf(element, properties), name)?.attributes['m:val'] ?? usual;
}

function raised(words: string): string {
  return asExponent(words) ?? `^${grouped(words)}`;
}

function grouped(words: string): string {
  return /^(?:[\d.,]+|.)?$/u.test(words) ? words : `(${words})`;
}
