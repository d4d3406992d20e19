/** The columns by which our own tables are known. */
export const CLAIMS_HEAD = ['Id', 'Quote', 'Claim', 'Verdict'] as const;
export const EVIDENCE_HEAD = ['Annotation id', 'Stance', 'Source'] as const;

/** Where a table begins. */
export interface TableHead {
  /** Of the line with the names of the columns, in UTF-16 units. */
  readonly offset: number;
  /** The lines before it. */
  readonly lines: number;
  readonly separator: string;
}

/** A spreadsheet writes what its country is used to. */
const SEPARATORS = [',', ';', '\t'] as const;

/** Lines that are looked at: people put a title above a table, and Excel the separator ("sep=;"). */
const LOOKED_AT = 20;

/** The first line that names all of these columns, in quote marks or not; null when none of the first ones does. */
export function findHead(text: string, names: readonly string[]): TableHead | null {
  const declared = /^\ufeff?sep=([^\r\n])[\r\n]/i.exec(text)?.[1];
  const line = /([^\r\n]*)(?:\r\n?|\n|$)/g;
  for (let lines = 0; lines < LOOKED_AT && line.lastIndex < text.length; lines += 1) {
    const offset = line.lastIndex;
    const head = (line.exec(text)?.[1] ?? '').slice(0, LONGEST_HEAD).replace(/^\ufeff/, '');
    for (const separator of declared === undefined ? SEPARATORS : [declared, ...SEPARATORS]) {
      const columns = new Set(head.split(separator).map((name) => name.replaceAll('"', '').trim()));
      if (names.every((name) => columns.has(name))) return { offset, lines, separator };
    }
  }
  return null;
}

/** UTF-16 units of a line with names of columns. */
const LONGEST_HEAD = 10_000;
