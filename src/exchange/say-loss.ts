/** The sentence for annotations that were left out because the person chose others; none when nothing was. */
export function sayLeftOut(leftOut: number): readonly string[] {
  if (leftOut === 0) return [];
  return [
    leftOut === 1
      ? '1 annotation that you did not choose is not in the file.'
      : `${leftOut} annotations that you did not choose are not in the file.`,
  ];
}

/** How many of something a format can't hold, and the word for one and for several of them. */
export type Lost = readonly [count: number, one: string, several?: string];

/** "7 stances and 2 quoted passages are not in the CSV file."; no sentence when there is nothing to say. */
export function sayLost(where: string, counts: readonly Lost[]): readonly string[] {
  const there = counts.filter(([count]) => count > 0);
  const isOne = there.length === 1 && there[0]?.[0] === 1;
  return there.length === 0 ? [] : [`${list(there)} ${isOne ? 'is' : 'are'} not in ${where}.`];
}

/** "Evidence: 7 stances and 2 quoted passages."; no line when there is nothing to say. */
export function sayCounts(subject: string, counts: readonly Lost[]): readonly string[] {
  const there = counts.filter(([count]) => count > 0);
  return there.length === 0 ? [] : [`${subject}: ${list(there)}.`];
}

function list(counts: readonly Lost[]): string {
  const words = counts.map(([count, one, several = `${one}s`]) => `${count} ${count === 1 ? one : several}`);
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter((part) => part !== '').join(' and ');
}
