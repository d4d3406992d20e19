import { hasClosingPunctuation } from './closing-punctuation.ts';
import { detectHardWrap } from './hard-wrap.ts';
import { findLineMarkers, type LineMarker } from './line-markers.ts';
import type { Line } from './text-lines.ts';

/** Lines that belong together, before it is known what stands around them. Never empty. */
export interface Run {
  readonly kind: LineMarker['kind'] | 'text';
  readonly lines: readonly Line[];
  /** Number of the group: two runs of one group have no blank line between them. */
  readonly group: number;
  /** UTF-16 offsets of its first character, marker skipped, and after its last. */
  readonly start: number;
  readonly end: number;
}

type OpenRun = Run & { readonly lines: Line[]; end: number };

/** Joins the lines of each group where a list item, a quote or a hard-wrapped paragraph goes on. Linear. */
export function gatherRuns(groups: readonly (readonly Line[])[]): readonly Run[] {
  const markers = findLineMarkers(groups);
  const wrap = detectHardWrap(groups);
  const runs: OpenRun[] = [];
  for (const [number, group] of groups.entries()) {
    let run: OpenRun | null = null;
    for (const [index, line] of group.entries()) {
      const before = group[index - 1];
      const isWrapped = before !== undefined && wrap.joins(group, before, line);
      const isDash = run?.kind === 'text' && isWrapped && isDashInSentence(group, index, markers);
      const marker = isDash ? undefined : markers.get(line);
      if (run !== null && goesOn(run, line, marker, isWrapped)) {
        run.lines.push(line);
        run.end = line.end;
        continue;
      }
      run = beginRun(line, marker, number);
      if (run !== null) runs.push(run);
    }
  }
  return runs;
}

/** A wrapped line may begin with the dash of its sentence; a list would have a second item or a colon before it. */
function isDashInSentence(
  group: readonly Line[],
  index: number,
  markers: ReadonlyMap<Line, LineMarker>,
): boolean {
  const [before, line, next] = [group[index - 1], group[index], group[index + 1]];
  const isBullet = (one: Line | undefined) => one !== undefined && markers.get(one)?.kind === 'bullet';
  return isBullet(line) && !isBullet(next) && before !== undefined && !hasClosingPunctuation(before.text);
}

function goesOn(run: Run, line: Line, marker: LineMarker | undefined, isWrapped: boolean): boolean {
  if (marker !== undefined) {
    return marker.kind === 'quote' && run.kind === 'quote' && isWrapped && marker.length < line.text.length;
  }
  if (run.kind === 'quote') return false;
  return isWrapped || (run.kind !== 'text' && line.indent > (run.lines[0]?.indent ?? 0));
}

/** Null for a quote marker with nothing after it: a blank line of the quotation. */
function beginRun(line: Line, marker: LineMarker | undefined, group: number): OpenRun | null {
  const start = line.start + (marker?.length ?? 0);
  if (start >= line.end) return null;
  return { kind: marker?.kind ?? 'text', lines: [line], group, start, end: line.end };
}
