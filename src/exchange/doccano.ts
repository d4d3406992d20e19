import { articleOf, headOf, type FactCheck } from '../domain/fact-check.ts';
import { say } from '../messages/say.ts';
import { describeLoss } from './count-loss.ts';
import { exportNameFor } from './file-name.ts';
import type { ExportContext, ExportResult, Writer } from './format.ts';
import { listJudged, sayEarlierConclusions, sayEarlierMarks, sayUnplaced, sayWithheld } from './judged.ts';
import { sayAnyOf, sayPlainText } from './say-loss.ts';
import { labelOptions, mapLabel } from './map-labels.ts';

/** One line of doccano's JSONL for sequence labelling: the text and its labelled spans. Offsets count UTF-16 units. */
export const DOCCANO: Writer = {
  options: (factCheck) =>
    labelOptions(factCheck, {
      format: 'doccano',
      group: say('Labels in doccano'),
      labels: [],
      initial: ({ label }) => label,
    }),
  serialise,
};

async function serialise(factCheck: FactCheck, context: ExportContext): Promise<ExportResult> {
  const { options, leftOut, pace } = context;
  const { text } = articleOf(factCheck);
  const all = await listJudged(factCheck, context);
  // Offsets of another draft would mark other words.
  const judged = all.filter(({ standing }) => standing !== 'no-place');
  const spans: (readonly [start: number, end: number, label: string])[] = [];
  const comments: string[] = [];
  for (const [i, one] of judged.entries()) {
    const { annotation, quote, verdict, number, standing } = one;
    const isMarked = number === null && standing === 'here';
    const label = isMarked ? 'Not checkable' : (mapLabel('doccano', one, options) ?? 'Open');
    for (const { position } of annotation.targets) spans.push([position.start, position.end, label]);
    const conclusion = verdict?.conclusion.trim() ?? '';
    if (conclusion !== '') comments.push(`${quote}: ${conclusion}`);
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / judged.length);
  }
  const line = { id: 1, text, label: spans, Comments: comments };
  const pieces = judged.filter(({ annotation }) => annotation.targets.length > 1).length;
  return {
    ok: true,
    files: [
      {
        fileName: exportNameFor(headOf(factCheck).title, context, '.doccano.jsonl'),
        mediaType: 'application/jsonl',
        text: `${JSON.stringify(line)}\n`,
      },
    ],
    loss: [
      ...sayWithheld(all, 'left-out'),
      ...sayEarlierConclusions(all),
      ...sayEarlierMarks(all),
      ...sayUnplaced(all.length - judged.length),
      ...sayAnyOf(pieces, (n) =>
        say(
          '{n, plural, one {# annotation} other {# annotations}} of several pieces: each piece is a span of its own.',
          { n },
        ),
      ),
      sayPlainText(),
      ...describeLoss(factCheck, ['notCheckable', 'conclusions'], leftOut),
    ],
  };
}
