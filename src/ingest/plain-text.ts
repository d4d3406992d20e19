import type { Block } from '../domain/article.ts';
import { headingLevel } from './heading-line.ts';
import type { LaidOutText } from './laid-out-text.ts';
import { gatherRuns, type Run } from './runs.ts';
import { groupLines, unifyLineEndings } from './text-lines.ts';

/**
 * Lays out plain text. `text` is what was loaded with `\n` for every CR LF and CR and without a byte order mark; nothing
 * else is changed. Blocks are found from blank lines, full lines, markers of lists and quotes (left outside the block)
 * and short lines that read as headings. Linear in the length of the text.
 */
export function readPlainText(loaded: string): LaidOutText {
  const text = unifyLineEndings(loaded);
  const runs = gatherRuns(groupLines(text));
  return { text, blocks: runs.map((run, index) => describeBlock(run, index, runs)), links: [] };
}

function describeBlock(run: Run, index: number, runs: readonly Run[]): Block {
  const { kind, start, end } = run;
  if (kind === 'quote') return { kind, start, end };
  if (kind !== 'text') return { kind: 'list-item', ordered: kind === 'number', start, end };
  const level = headingLevel(run, index, runs);
  return level === null ? { kind: 'paragraph', start, end } : { kind: 'heading', level, start, end };
}
