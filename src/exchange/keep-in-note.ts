/** What of a publication has a name in its file and no field here. */
export type Detail = readonly [name: string, words: string];

/**
 * The note of a source with what has no field here on a line below it: "Also: volume 12; page 3–4". Nobody has to look
 * into the file again, and it goes along wherever the note goes. Null when there is neither.
 */
export function keepInNote(note: string | null, details: readonly Detail[]): string | null {
  const kept = details
    .filter(([, words]) => words.trim() !== '')
    .map(([name, words]) => `${name} ${words.trim()}`);
  const lines = [note ?? '', ...(kept.length > 0 ? [`Also: ${kept.join('; ')}`] : [])];
  return lines.filter((line) => line.trim() !== '').join('\n\n') || null;
}
