import { articleOf, headOf, type FactCheck } from '../domain/fact-check.ts';
import { describeLoss } from './count-loss.ts';
import { fileNameFor } from './file-name.ts';
import type { ExportContext, ExportResult, Writer } from './format.ts';
import { listJudged, sayEarlierConclusions, sayEarlierMarks, sayUnplaced, sayWithheld } from './judged.ts';
import { labelOptions, mapLabel } from './map-labels.ts';

/** One line of doccano's JSONL for sequence labelling: the text and its labelled spans. Offsets count UTF-16 units. */
export const DOCCANO: Writer = {
  options: (factCheck) =>
    labelOptions(factCheck, {
      format: 'doccano',
      group: 'Labels in doccano',
      labels: [],
      initial: ({ label }) => label,
    }),
  serialise,
};

function serialise(
  factCheck: FactCheck,
  { options, reviewerId, leftOut }: ExportContext,
): Promise<ExportResult> {
  const { text } = articleOf(factCheck);
  const all = listJudged(factCheck, reviewerId);
  // Offsets of another draft would mark other words.
  const judged = all.filter(({ standing }) => standing !== 'no-place');
  const line = {
    id: 1,
    text,
    label: judged.flatMap((one) => {
      const isMarked = one.number === null && one.standing === 'here';
      const label = isMarked ? 'Not checkable' : (mapLabel('doccano', one, options) ?? 'Open');
      return one.annotation.targets.map(({ position }) => [position.start, position.end, label]);
    }),
    Comments: judged.flatMap(({ quote, verdict }) =>
      verdict?.conclusion.trim() ? [`${quote}: ${verdict.conclusion.trim()}`] : [],
    ),
  };
  const pieces = judged.filter(({ annotation }) => annotation.targets.length > 1).length;
  return Promise.resolve({
    ok: true,
    files: [
      {
        label: 'Text',
        fileName: fileNameFor(headOf(factCheck).title, '.doccano.jsonl'),
        mediaType: 'application/jsonl',
        text: `${JSON.stringify(line)}\n`,
      },
    ],
    loss: [
      ...sayWithheld(all, 'are not in the file'),
      ...sayEarlierConclusions(all, 'the file'),
      ...sayEarlierMarks(all),
      ...sayUnplaced(all.length - judged.length),
      ...(pieces > 0
        ? [
            `${pieces === 1 ? '1 annotation' : `${pieces} annotations`} of several pieces: each piece is a span of its own.`,
          ]
        : []),
      ...describeLoss(factCheck, 'the file', ['notCheckable', 'conclusions'], leftOut),
    ],
  });
}
