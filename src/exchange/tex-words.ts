const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['u', '\u0306'],
  ['.', '\u0307'],
  ['"', '\u0308'],
  ['r', '\u030a'],
  ['H', '\u030b'],
  ['v', '\u030c'],
  ['c', '\u0327'],
  ['k', '\u0328'],
]);

const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['ss', 'ß'],
  ['ae', 'æ'],
  ['AE', 'Æ'],
  ['oe', 'œ'],
  ['OE', 'Œ'],
  ['aa', 'å'],
  ['AA', 'Å'],
  ['o', 'ø'],
  ['O', 'Ø'],
  ['l', 'ł'],
  ['L', 'Ł'],
  ['i', 'ı'],
  ['j', 'ȷ'],
  ['textbackslash', '\\'],
  // Kept apart from the braces of TeX until these are gone.
  ['textbraceleft', '\u0001'],
  ['textbraceright', '\u0002'],
  // Kept apart from the tie until that is a space.
  ['textasciitilde', '\u0003'],
  ['textasciicircum', '^'],
  ['textless', '<'],
  ['textgreater', '>'],
  ['textbar', '|'],
  ['textendash', '–'],
  ['textemdash', '—'],
  ['ldots', '…'],
  ['dots', '…'],
  ['textquotedblleft', '“'],
  ['textquotedblright', '”'],
]);

/** Letters of accents, and the commands that stand for a character; a command with a letter ends at what is no letter. */
const COMMAND =
  /\\(?:([`'^~=."])\s*(?:\{\s*(\\?[A-Za-z])\s*\}|(\\?[A-Za-z]))|([uvHckr])(?:\s*\{\s*(\\?[A-Za-z])\s*\}|\s+([A-Za-z]))|([A-Za-z]+)(?:\{\}|\s+|(?![A-Za-z]))|(.))/gsu;

/** What no text holds; three of them stand for something below. */
const CONTROLS = /\p{Cc}+/gu;

/** The words that TeX would set: accents put on, escapes taken off, braces gone, space as one. */
export function decodeTex(tex: string): string {
  const decoded = tex
    .replaceAll(CONTROLS, ' ')
    .replaceAll(COMMAND, (whole: string, ...groups: readonly (string | undefined)[]) => {
      const [sign, braced, bare, letter, bracedToo, bareToo, name, single] = groups;
      const accent = ACCENTS.get(sign ?? letter ?? '');
      const base = braced ?? bare ?? bracedToo ?? bareToo;
      if (accent !== undefined && base !== undefined)
        return `${base.replace('\\i', 'i').replace('\\j', 'j')}${accent}`.normalize('NFC');
      if (name !== undefined) return SYMBOLS.get(name) ?? '';
      // A brace that was escaped is kept until the others are gone.
      if (single === '{') return '\u0001';
      if (single === '}') return '\u0002';
      return single ?? whole;
    });
  return (
    decoded
      // Before the braces go that keep two hyphens apart.
      .replaceAll('---', '—')
      .replaceAll('--', '–')
      .replaceAll(/[{}]/g, '')
      .replaceAll('\u0001', '{')
      .replaceAll('\u0002', '}')
      .replaceAll('~', ' ')
      .replaceAll('\u0003', '~')
      .replaceAll(/\s+/g, ' ')
  );
}

/** The names in a list of authors, which "and" parts outside of braces. */
export function splitNames(tex: string): readonly string[] {
  const names: string[] = [];
  let [depth, from] = [0, 0];
  const part = /\\.|[{}]|\s+and\s+/gs;
  for (let match = part.exec(tex); match; match = part.exec(tex)) {
    if (match[0] === '{') depth += 1;
    else if (match[0] === '}') depth -= 1;
    else if (depth === 0 && !match[0].startsWith('\\')) {
      names.push(tex.slice(from, match.index));
      from = match.index + match[0].length;
    }
  }
  return [...names, tex.slice(from)].map((name) => decodeTex(name).trim()).filter((name) => name !== '');
}
