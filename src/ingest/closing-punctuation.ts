const CLOSED = /[.!?:;…。．！？：；؟؛۔।॥።։]["'”’»›«“)\]」』）】]*$/u;

/** True when a line ends as a sentence, or a part of one, does; closing quotes and brackets after it are allowed. */
export function hasClosingPunctuation(line: string): boolean {
  return CLOSED.test(line.slice(-8));
}
