/** A number with its noun, whose plural is made with s: "1 annotation", "2,000 annotations". */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? noun : `${noun}s`}`;
}
