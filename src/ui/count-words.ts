/** A number with its noun, whose plural is made with s unless given: "1 annotation", "2,000 annotations". */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? noun : plural}`;
}

/** For what has changed since the last export. */
export function sayUnfiled(number: number): string {
  return `${count(number, 'change')} not in any file yet`;
}
