/** How what one version wrote becomes what the next one writes: pure, and frozen once it has been released. */
export type Rung<T> = (older: T) => T;

/** One rung for each version that was left, the oldest first. */
export type Ladder<T> = readonly Rung<T>[];

/** Brings what was written at `from` up to today; 0 stands before the first rung. What is newer stays as it is. */
export function climb<T>(ladder: Ladder<T>, from: number, value: T): T {
  return ladder.slice(from).reduce((older, rung) => rung(older), value);
}
