import { headOf, type FactCheck } from '../domain/fact-check.ts';
import type { Rating } from '../domain/rating-scale.ts';
import type { Id } from '../domain/record.ts';
import type { Source } from '../domain/source.ts';
import { say } from '../messages/say.ts';
import { describeLoss } from './count-loss.ts';
import { exportNameFor } from './file-name.ts';
import type { ExportContext, ExportResult, Writer } from './format.ts';
import { listClaims, sayWithheld, type Judged } from './judged.ts';
import { sayLost, sayUnlabelled } from './say-loss.ts';
import { labelOptions, mapLabel } from './map-labels.ts';

/** Lines in the shape of FEVER (Thorne et al. 2018): a claim, its label, and sets of evidence, each enough by itself. */
export const FEVER: Writer = {
  options: (factCheck) =>
    labelOptions(factCheck, {
      format: 'fever',
      group: say('Labels of FEVER'),
      labels: LABELS,
      initial: firstLabel,
    }),
  serialise,
};

const UNDECIDED = 'NOT ENOUGH INFO';
const LABELS = ['SUPPORTS', 'REFUTES', UNDECIDED] as const;

function firstLabel({ colour }: Rating): string {
  switch (colour) {
    case 'true':
    case 'mostly-true':
      return 'SUPPORTS';
    case 'false':
    case 'mostly-false':
      return 'REFUTES';
    case 'half':
    case 'misleading':
    case 'unproven':
      return UNDECIDED;
  }
}

async function serialise(factCheck: FactCheck, context: ExportContext): Promise<ExportResult> {
  const { options, leftOut, pace } = context;
  const claims = await listClaims(factCheck, context);
  const lines: string[] = [];
  const written = new Map<Id, Source>();
  for (const [i, judged] of claims.entries()) {
    const label = mapLabel('fever', judged, options);
    if (label !== null) {
      lines.push(JSON.stringify(writeLine(judged, label)));
      for (const { source } of evidenceFor(judged, label)) written.set(source.id, source);
    }
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / claims.length);
  }
  await pace(1);
  const missing = claims.length - lines.length;
  const cited = new Set([...factCheck.tables.evidence.values()].map(({ sourceId }) => sourceId)).size;
  const addresses = [...written.values()].filter(
    ({ title, url }) => title.trim() !== '' && (url?.trim() ?? '') !== '',
  ).length;
  return lines.length === 0
    ? {
        ok: false,
        problems: [
          say('No claim has a verdict on the words that stand here now, so that there is nothing to write.'),
          ...sayWithheld(claims, 'ignored'),
        ],
      }
    : {
        ok: true,
        files: [
          {
            fileName: exportNameFor(headOf(factCheck).title, context, '.fever.jsonl'),
            mediaType: 'application/jsonl',
            text: `${lines.join('\n')}\n`,
          },
        ],
        loss: [
          say(
            'FEVER points to sentences of Wikipedia; here the title of the source stands in the place of the page, without a line.',
          ),
          say('The article and the marks in it are not in the file.'),
          ...sayWithheld(claims, 'left-out'),
          ...sayLost('file', [
            [missing, sayUnlabelled],
            [
              cited - written.size,
              (n) =>
                say(
                  '{n, plural, one {# source that does not bear a label out} other {# sources that do not bear a label out}}',
                  { n },
                ),
            ],
            [
              addresses,
              (n) =>
                say(
                  '{n, plural, one {# address of a source that has a title} other {# addresses of sources that have a title}}',
                  { n },
                ),
            ],
          ]),
          ...describeLoss(factCheck, ['statements', 'cited', 'plainAddresses'], leftOut),
        ],
      };
}

/** What is against the label is no evidence for it, so it is not among the sets. */
function evidenceFor({ evidence }: Judged, label: string): Judged['evidence'] {
  return evidence.filter(
    ({ evidence: { stance } }) =>
      (label === 'SUPPORTS' && stance === 'supports') || (label === 'REFUTES' && stance === 'refutes'),
  );
}

function writeLine(judged: Judged, label: string): object {
  const { number, statement } = judged;
  const sets = evidenceFor(judged, label).map(({ source }, i) => [
    [number, i + 1, source.title.trim() || (source.url ?? ''), null],
  ]);
  return {
    id: number,
    verifiable: label === UNDECIDED ? 'NOT VERIFIABLE' : 'VERIFIABLE',
    label,
    claim: statement,
    evidence: sets.length === 0 ? [[[number, null, null, null]]] : sets,
  };
}
