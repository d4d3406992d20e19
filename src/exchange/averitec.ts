import type { Annotation } from '../domain/annotation.ts';
import { articleOf, headOf, type FactCheck } from '../domain/fact-check.ts';
import { linkTarget } from '../domain/link.ts';
import type { Rating } from '../domain/rating-scale.ts';
import { say } from '../messages/say.ts';
import { describeLoss, sayUnwritten } from './count-loss.ts';
import { exportNameFor } from './file-name.ts';
import type { ExportContext, ExportResult, Writer } from './format.ts';
import { listClaims, sayEarlierConclusions, sayWithheld, type Judged } from './judged.ts';
import { sayDatesInWords, sayLost, sayUnlabelled } from './say-loss.ts';
import { labelOptions, mapLabel } from './map-labels.ts';
import { readDate } from './say-date.ts';
import { writeMembers } from './write-members.ts';

/** Records in the shape of AVeriTeC (Schlichtkrull et al. 2023): a claim, its label, and what answers it. */
export const AVERITEC: Writer = {
  options: (factCheck) =>
    labelOptions(factCheck, {
      format: 'averitec',
      group: say('Labels of AVeriTeC'),
      labels: LABELS,
      initial: firstLabel,
    }),
  serialise,
};

const LABELS = ['Supported', 'Refuted', 'Not Enough Evidence', 'Conflicting Evidence/Cherrypicking'] as const;

function firstLabel({ colour }: Rating): string {
  switch (colour) {
    case 'true':
    case 'mostly-true':
      return 'Supported';
    case 'false':
    case 'mostly-false':
      return 'Refuted';
    case 'half':
    case 'misleading':
      return 'Conflicting Evidence/Cherrypicking';
    case 'unproven':
      return 'Not Enough Evidence';
  }
}

async function serialise(factCheck: FactCheck, context: ExportContext): Promise<ExportResult> {
  const { options, leftOut, pace } = context;
  const claims = await listClaims(factCheck, context);
  const records: object[] = [];
  const written: Annotation[] = [];
  for (const [i, judged] of claims.entries()) {
    const label = mapLabel('averitec', judged, options);
    if (label !== null) {
      records.push(writeRecord(factCheck, judged, label));
      written.push(judged.annotation);
    }
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / claims.length / 2);
  }
  const text = `[${await writeMembers(records, 1, (share) => pace((1 + share) / 2))}]\n`;
  const parts = describeLoss(
    factCheck,
    [
      // Each record repeats them.
      ...(records.length > 0 ? (['articleAddress', 'articlePublisher'] as const) : []),
      'statements',
      'claimants',
      'saidAt',
      'conclusions',
      'quotes',
      'cited',
      'archives',
    ],
    leftOut,
  );
  await pace(1);
  const dates = written.map(({ claim }) => claim.saidAt);
  const withheld = claims.filter(({ earlierConclusion }) => earlierConclusion !== '');
  const missing = claims.length - records.length;
  // There the quoted words are the answer.
  const titles = claims.reduce(
    (sum, { evidence }) =>
      sum + evidence.filter((one) => one.evidence.quote?.trim() && one.source.title.trim()).length,
    0,
  );
  return {
    ok: true,
    files: [
      {
        fileName: exportNameFor(headOf(factCheck).title, context, '.averitec.json'),
        mediaType: 'application/json',
        text,
      },
    ],
    loss: [
      say(
        'AVeriTeC asks questions of its sources; Linecheck has none, so that the claim stands where they would.',
      ),
      say('The article and the marks in it are not in the file.'),
      ...sayWithheld(claims, 'left-out'),
      ...sayEarlierConclusions(claims),
      ...sayLost('file', [
        [missing, sayUnlabelled],
        [
          titles,
          (n) =>
            say(
              '{n, plural, one {# title of a source that is quoted} other {# titles of sources that are quoted}}',
              { n },
            ),
        ],
      ]),
      ...sayUnwritten(
        factCheck,
        written,
        withheld.map(({ annotation }) => annotation),
      ),
      ...sayDatesInWords(dates, (date) => dashedDate(date) !== null),
      ...parts,
    ],
  };
}

function writeRecord(
  factCheck: FactCheck,
  { annotation, statement, verdict, evidence }: Judged,
  label: string,
): object {
  const { url, publisher, publishedAt } = articleOf(factCheck);
  const answers = evidence.map(({ evidence: { quote }, source }) => ({
    answer: quote?.trim() || source.title.trim() || (source.url?.trim() ?? ''),
    answer_type: quote?.trim() ? 'Extractive' : 'Abstractive',
    source_url: linkTarget(source.url ?? '') ?? '',
    source_medium: 'Web text',
    cached_source_url: source.archives.map((one) => linkTarget(one.url)).find((one) => one !== null) ?? null,
  }));
  return {
    claim: statement,
    required_reannotation: false,
    label,
    justification: verdict?.conclusion ?? '',
    claim_date: dashedDate(annotation.claim.saidAt ?? publishedAt),
    speaker: annotation.claim.claimant?.name ?? null,
    original_claim_url: linkTarget(url ?? ''),
    fact_checking_article: null,
    reporting_source: publisher ?? null,
    location_ISO_code: null,
    claim_types: [],
    fact_checking_strategies: [],
    questions: answers.length === 0 ? [] : [{ question: statement, answers }],
    cached_original_claim_url: null,
  };
}

/** D-M-YYYY, as the data set writes it; null for what is not known to the day. */
function dashedDate(written: string | undefined): string | null {
  const date = readDate(written ?? '');
  if ('text' in date || date.month === undefined || date.day === undefined) return null;
  return `${date.day}-${date.month}-${date.year}`;
}
