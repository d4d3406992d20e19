/** The sentence for annotations that were left out because the person chose others; none when nothing was. */
export function sayLeftOut(leftOut: number): readonly string[] {
  if (leftOut === 0) return [];
  return [
    leftOut === 1
      ? '1 annotation that you did not choose is not in the file.'
      : `${leftOut} annotations that you did not choose are not in the file.`,
  ];
}
