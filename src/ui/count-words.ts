/** A number with its noun, whose plural is made with s unless given: "1 annotation", "2,000 annotations". */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? noun : plural}`;
}
