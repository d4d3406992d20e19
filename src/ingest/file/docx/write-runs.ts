import type { TextComposer } from '../../compose-text.ts';
import { asExponent } from '../../exponent.ts';
import { readWebAddress } from '../../web-address.ts';
import { writeFormula } from './formula.ts';
import { insideOf } from './wrappers.ts';
import type { Counted, Links } from './write-document.ts';
import { childOf, elementsIn, findAll, isOn, valueOf, wordsIn, type XmlElement } from './xml.ts';

export interface NoteReference {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
}

interface RunWriter {
  /** Writes what stands in a paragraph; returns how many UTF-16 units that are. */
  readonly write: (elements: readonly XmlElement[]) => number;
  /** The text boxes that hang on what was written since: they are paragraphs of their own. */
  readonly takeTextBoxes: () => readonly XmlElement[];
}

interface RunSetting {
  readonly composer: TextComposer;
  readonly count: (what: Counted) => void;
  readonly links: Links;
  /** Gathers the references to notes, in the order of the text. */
  readonly notes: NoteReference[];
}

/** A field (w:fldChar): first its code, then what it shows. */
interface Field {
  code: string;
  isCode: boolean;
  isLink: boolean;
}

/** Writes the runs of paragraphs: their words, links, raised numbers and references to notes. */
export function createRunWriter({ composer, count, links, notes }: RunSetting): RunWriter {
  // A field may begin in one paragraph and end in another.
  const fields: Field[] = [];
  let boxes: XmlElement[] = [];
  let length = 0;

  function put(words: string): void {
    if (fields.some(({ isCode }) => isCode)) return;
    composer.write(words, true);
    length += words.length;
  }

  function writeAll(elements: readonly XmlElement[]): void {
    for (const element of elements) write(element);
  }

  function write(element: XmlElement): void {
    switch (element.name) {
      case 'w:r':
        writeRun(element);
        break;
      case 'w:hyperlink':
        writeLinked(links.get(element.attributes['r:id'] ?? '') ?? null, element);
        break;
      case 'w:fldSimple':
        writeLinked(addressIn(element.attributes['w:instr'] ?? ''), element);
        break;
      case 'w:del':
      case 'w:moveFrom':
        count('tracked change');
        break;
      case 'm:oMath':
      case 'm:oMathPara':
        count('formula');
        put(writeFormula(element));
        break;
      case 'w:ins':
      case 'w:moveTo':
        count('tracked change');
        writeAll(insideOf(element));
        break;
      default:
        writeAll(insideOf(element));
    }
  }

  function writeLinked(href: string | null, element: XmlElement): void {
    const address = href === null ? null : readWebAddress(href);
    if (address !== null) composer.beginLink(address);
    writeAll(elementsIn(element));
    if (address !== null) composer.endLink();
  }

  function writeRun(run: XmlElement): void {
    const properties = childOf(run, 'w:rPr');
    if (isOn(properties, 'w:vanish')) {
      if (childOf(run, 'w:t') !== undefined) count('hidden passage');
      return;
    }
    const isRaised = valueOf(properties, 'w:vertAlign') === 'superscript';
    for (const piece of elementsIn(run)) writePiece(piece, isRaised);
  }

  function writePiece(piece: XmlElement, isRaised: boolean): void {
    switch (piece.name) {
      case 'w:t': {
        const words = readWords(piece);
        put((isRaised ? asExponent(words) : null) ?? words);
        break;
      }
      case 'w:tab':
      case 'w:ptab':
        put('\t');
        break;
      case 'w:br':
        // A new page or column in the middle of a sentence does not end it.
        if ((piece.attributes['w:type'] ?? 'textWrapping') === 'textWrapping') composer.breakLine();
        else put(' ');
        break;
      case 'w:cr':
        composer.breakLine();
        break;
      case 'w:noBreakHyphen':
        put('\u2011');
        break;
      case 'w:sym':
        count('sign of a symbol font');
        break;
      case 'w:ruby':
        writeAll(elementsIn(childOf(piece, 'w:rubyBase')));
        put(`（${wordsIn(childOf(piece, 'w:rt'))}）`);
        break;
      case 'w:fldChar':
        passField(piece.attributes['w:fldCharType'] ?? '');
        break;
      case 'w:instrText': {
        const field = fields.at(-1);
        if (field?.isCode === true) field.code += wordsIn(piece);
        break;
      }
      case 'w:footnoteReference':
        refer('footnote', piece);
        break;
      case 'w:endnoteReference':
        refer('endnote', piece);
        break;
      case 'w:commentReference':
        count('comment');
        break;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        takeDrawing(piece);
        break;
      case 'mc:AlternateContent':
        for (const inner of insideOf(piece)) writePiece(inner, isRaised);
        break;
      default:
    }
  }

  function refer(kind: NoteReference['kind'], { attributes }: XmlElement): void {
    // A mark that the author has made stands beside the reference, as words.
    const number = notes.push({ kind, id: attributes['w:id'] ?? '' });
    if (attributes['w:customMarkFollows'] === undefined) put(asExponent(String(number)) ?? `[${number}]`);
  }

  function takeDrawing(drawing: XmlElement): void {
    const found = findAll(drawing, 'w:txbxContent');
    boxes.push(...found);
    if (found.length === 0) count('picture');
  }

  function passField(type: string): void {
    const field = fields.at(-1);
    if (type === 'begin') fields.push({ code: '', isCode: true, isLink: false });
    else if (type === 'separate' && field) {
      field.isCode = false;
      const address = readWebAddress(addressIn(field.code) ?? '');
      field.isLink = address !== null;
      if (address !== null) composer.beginLink(address);
    } else if (type === 'end' && fields.pop()?.isLink === true) composer.endLink();
  }

  return {
    write(elements) {
      length = 0;
      writeAll(elements);
      return length;
    },
    takeTextBoxes() {
      const taken = boxes;
      boxes = [];
      return taken;
    },
  };
}

/** The address in the code of a field; null for other fields and for places in the document itself. */
function addressIn(code: string): string | null {
  return /^\s*HYPERLINK\s+"([^"]+)"/i.exec(code)?.[1] ?? null;
}

/** White space at the ends counts only where the document says so; line breaks are elements of their own. */
function readWords(piece: XmlElement): string {
  const words = wordsIn(piece).replaceAll(/[\t\n\r]+/g, ' ');
  return piece.attributes['xml:space'] === 'preserve' ? words : words.trim();
}
