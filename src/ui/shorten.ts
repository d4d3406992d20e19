const LONGEST = 60;

/** The first words of a text, in one line, as a name for what belongs to it. */
export function shorten(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  if (line.length <= LONGEST) return line;
  const end = line.lastIndexOf(' ', LONGEST);
  return `${line.slice(0, end > 0 ? end : LONGEST)}…`;
}
