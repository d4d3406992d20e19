/** The words in an edit that the record does not have yet. */
export function newWords(edit: object, record: object | undefined): string {
  const known = new Set(stringsIn(record));
  return stringsIn(edit)
    .filter((text) => !known.has(text))
    .join(' · ');
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
