import { toCodePointsAll } from '../domain/code-points.ts';
import { articleOf, headOf, type FactCheck } from '../domain/fact-check.ts';
import { say } from '../messages/say.ts';
import { describeLoss } from './count-loss.ts';
import { exportNameFor } from './file-name.ts';
import type { ExportContext, ExportResult, Writer } from './format.ts';
import {
  listJudged,
  sayEarlierConclusions,
  sayEarlierMarks,
  sayUnplaced,
  sayWithheld,
  type Judged,
} from './judged.ts';
import { COUNTS_CODE_POINTS } from './label-studio-counts.ts';
import { labelOptions, mapLabel } from './map-labels.ts';
import { sayPlainText } from './say-loss.ts';
import { writeMembers } from './write-members.ts';

/** A task of Label Studio with its annotations, and the labelling interface that shows them. Offsets count code points. */
export const LABEL_STUDIO: Writer = {
  options: (factCheck) =>
    labelOptions(factCheck, {
      format: 'label-studio',
      group: say('Choices in Label Studio'),
      labels: [],
      initial: ({ label }) => label,
    }),
  serialise,
};

async function serialise(factCheck: FactCheck, context: ExportContext): Promise<ExportResult> {
  const { options, leftOut, exportedAt, pace } = context;
  const { text, title, url } = articleOf(factCheck);
  const all = await listJudged(factCheck, context);
  // Offsets of another draft would mark other words.
  const judged = all.filter(({ standing }) => standing !== 'no-place');
  const places = judged.flatMap(({ annotation }) => annotation.targets.map(({ position }) => position));
  const counts = toCodePointsAll(
    text,
    places.flatMap(({ start, end }) => [start, end]),
  );
  const pointOf = new Map(
    places.flatMap(({ start, end }, i) => [
      [start, counts[i * 2] ?? 0] as const,
      [end, counts[i * 2 + 1] ?? 0] as const,
    ]),
  );
  // All that an annotator may choose, in the order of the scales, and what was chosen here.
  const labels = new Set(
    Object.values(options)
      .map((label) => label.trim())
      .filter((label) => label !== ''),
  );
  const result: object[] = [];
  for (const [i, one] of judged.entries()) {
    const choice = one.number === null ? null : mapLabel('label-studio', one, options);
    if (choice !== null) labels.add(choice);
    result.push(...writeRegions(one, choice, (offset) => pointOf.get(offset) ?? 0));
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / judged.length / 2);
  }
  const task = {
    id: 1,
    data: { text, title, ...(url === undefined ? {} : { url }) },
    annotations: [
      {
        id: 1,
        counts: COUNTS_CODE_POINTS,
        result: [],
        was_cancelled: false,
        ground_truth: false,
        created_at: exportedAt,
      },
    ],
    predictions: [],
  };
  const regions = await writeMembers(result, 5, (share) => pace((1 + share) / 2));
  // Within a string the quotes would be escaped.
  const file = JSON.stringify([task], null, 2).replace('"result": []', () => `"result": [${regions}]`);
  await pace(1);
  const name = headOf(factCheck).title;
  return {
    ok: true,
    files: [
      {
        part: { label: say('Task'), download: say('Download task') },
        fileName: exportNameFor(name, context, '.label-studio.json'),
        mediaType: 'application/json',
        text: `${file}\n`,
      },
      {
        part: { label: say('Labelling interface'), download: say('Download labelling interface') },
        fileName: exportNameFor(name, context, '.label-studio.xml'),
        mediaType: 'application/xml',
        text: writeInterface([...labels]),
      },
    ],
    loss: [
      ...sayWithheld(all, 'left-out'),
      ...sayEarlierConclusions(all),
      ...sayEarlierMarks(all),
      ...sayUnplaced(all.length - judged.length),
      sayPlainText(),
      ...describeLoss(factCheck, ['articleTitle', 'articleAddress', 'notCheckable', 'conclusions'], leftOut),
    ],
  };
}

/** One region for each piece; what is said about the whole stands at the first, and relations hold the rest to it. */
function writeRegions(
  { annotation, number, verdict, standing }: Judged,
  choice: string | null,
  pointOf: (offset: number) => number,
): readonly object[] {
  const regions = annotation.targets.map(({ quote, position }, i) => ({
    id: i === 0 ? annotation.id : `${annotation.id}-${i + 1}`,
    to_name: 'text',
    origin: 'manual',
    value: { start: pointOf(position.start), end: pointOf(position.end), text: quote.exact },
  }));
  const [first] = regions;
  if (!first) return [];
  const conclusion = verdict?.conclusion.trim() ?? '';
  return [
    ...regions.map((region) => ({
      ...region,
      from_name: 'label',
      type: 'labels',
      value: {
        ...region.value,
        labels: [number === null && standing === 'here' ? 'Not checkable' : 'Claim'],
      },
    })),
    ...(choice === null
      ? []
      : [{ ...first, from_name: 'verdict', type: 'choices', value: { ...first.value, choices: [choice] } }]),
    ...(conclusion === ''
      ? []
      : [
          {
            ...first,
            from_name: 'conclusion',
            type: 'textarea',
            value: { ...first.value, text: [conclusion] },
          },
        ]),
    ...regions.slice(1).map(({ id }) => ({
      type: 'relation',
      from_id: id,
      to_id: first.id,
      direction: 'right',
      labels: ['part of'],
    })),
  ];
}

function writeInterface(labels: readonly string[]): string {
  const choices = labels.map((label) => `    <Choice value="${escapeXml(label)}"/>`);
  return `<View>
  <Labels name="label" toName="text">
    <Label value="Claim"/>
    <Label value="Not checkable"/>
  </Labels>
  <Text name="text" value="$text" granularity="word"/>
  <Choices name="verdict" toName="text" perRegion="true">
${choices.join('\n')}
  </Choices>
  <TextArea name="conclusion" toName="text" perRegion="true"/>
  <Relations><Relation value="part of"/></Relations>
</View>
`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
