import { formatList } from '../messages/formats.ts';
import { say, type Message } from '../messages/say.ts';

/** The sentence for annotations that the person left out, now or when the part that is open was made; none for the whole. */
export function sayLeftOut(leftOut: number): readonly string[] {
  return sayAnyOf(leftOut, (n) =>
    say(
      '{n, plural, one {# annotation of the whole fact check is not in the file: it holds a selection.} other {# annotations of the whole fact check are not in the file: it holds a selection.}}',
      { n },
    ),
  );
}

/** The sentence about so many; none when there are none. */
export function sayAnyOf(count: number, sentence: (n: number) => string): readonly string[] {
  return count > 0 ? [sentence(count)] : [];
}

/** The sentence for formats that hold the text of the article as one piece. */
export function sayPlainText(): string {
  return say('The text of the article is in the file, but not its headings, lists and sentences.');
}

/** The sentence about dates that a format for machines takes in figures only; none when all are. */
export function sayDatesInWords(
  written: readonly (string | undefined)[],
  isHeld: (date: string) => boolean,
): readonly string[] {
  const lost = written.filter((date) => date !== undefined && date.trim() !== '' && !isHeld(date)).length;
  return sayAnyOf(lost, (n) =>
    say(
      '{n, plural, one {# date is written in words, or in part, and so is not in the file.} other {# dates are written in words, or in part, and so are not in the file.}}',
      { n },
    ),
  );
}

/** How many of something a format can't hold, and how so many of them are called: "7 stances". */
export type Lost = readonly [count: number, name: (n: number) => string];

/** "7 stances and 2 quoted passages are not in the file."; no sentence when there is nothing to say. */
export function sayLost(where: 'file' | 'report', counts: readonly Lost[]): readonly string[] {
  return sayAnyOf(total(counts), (n) =>
    where === 'file'
      ? say('{n, plural, one {{list} is not in the file.} other {{list} are not in the file.}}', {
          n,
          list: list(counts),
        })
      : say('{n, plural, one {{list} is not in the report.} other {{list} are not in the report.}}', {
          n,
          list: list(counts),
        }),
  );
}

/** "Evidence: 7 stances and 2 quoted passages."; no line when there is nothing to say. */
export function sayCounts(subject: Message, counts: readonly Lost[]): readonly string[] {
  return sayAnyOf(total(counts), () =>
    say('{subject}: {list}.', { subject: say(subject), list: list(counts) }),
  );
}

/** "3 claims without a label". */
export function sayUnlabelled(n: number): string {
  return say('{n, plural, one {# claim without a label} other {# claims without a label}}', { n });
}

function total(counts: readonly Lost[]): number {
  return counts.reduce((sum, [count]) => sum + count, 0);
}

function list(counts: readonly Lost[]): string {
  return formatList(counts.flatMap(([count, name]) => sayAnyOf(count, name)));
}
