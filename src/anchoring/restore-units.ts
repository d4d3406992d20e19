/** Units in which the case of a letter is a factor: milli or mega, metre or million, bit or byte. */
const CASED_UNIT =
  /(?<=\d ?)(?:m(?:wh?|va?|a|hz|j|pa|sv|m|g|l|s|n|t|f)?|[kmgtp]i?b(?:ps|it)?)(?![\p{L}\p{N}])/gu;

/** Gives the units after numbers of a folded text the case back that they have in the text; `starts` as in `Folded`. */
export function restoreUnits(folded: string, text: string, starts: Uint32Array): string {
  return folded.replaceAll(CASED_UNIT, (unit: string, at: number) => {
    const original = text.slice(starts[at], (starts[at + unit.length - 1] ?? 0) + 1);
    return original.length === unit.length && original.toLowerCase() === unit ? original : unit;
  });
}
