import { toCodePointsAll } from '../domain/code-points.ts';
import { articleOf, headOf, type FactCheck } from '../domain/fact-check.ts';
import { isVerdictInDoubt, saysSomething } from '../domain/doubt.ts';
import { linkTarget } from '../domain/link.ts';
import { verdictsOf } from '../domain/lookup.ts';
import { placedAnnotations } from '../domain/placed-annotations.ts';
import type { Id } from '../domain/record.ts';
import { say } from '../messages/say.ts';
import { describeLoss } from './count-loss.ts';
import { exportNameFor } from './file-name.ts';
import type { ExportContext, ExportResult, Writer } from './format.ts';
import { sayAnyOf, sayDatesInWords } from './say-loss.ts';
import { labelOf, listJudged, sayWithheld, type Judged } from './judged.ts';
import { sayJudgedOn } from './judged-on.ts';
import { hasDatedCopy, instantsOf, timeStatesOf } from './time-state.ts';
import { writeJsonSlowly } from './write-json.ts';

/**
 * A page of annotations after the W3C Web Annotation Data Model (2017): one for each of ours, verdicts as `classifying`,
 * conclusions as `describing`, suggested wordings as `editing`, sources as `linking` bodies. Offsets count code points.
 */
export const W3C_ANNOTATIONS: Writer = { serialise };

async function serialise(factCheck: FactCheck, context: ExportContext): Promise<ExportResult> {
  const { title } = headOf(factCheck);
  const judged = await listJudged(factCheck, context);
  await context.pace(0);
  const positionOf = createPositionOf(factCheck);
  await context.pace(0);
  const items: object[] = [];
  for (const one of judged) {
    items.push(writeAnnotation(factCheck, one, positionOf));
    // In slices on purpose.
    // oxlint-disable-next-line no-await-in-loop
    await context.pace(items.length / judged.length / 2);
  }
  const { url = '' } = articleOf(factCheck);
  const namesArticle = linkTarget(url) !== null && judged.some(({ standing }) => standing !== 'no-place');
  const page = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: nameOf('page', factCheck.id),
    type: 'AnnotationPage',
    ...(title.trim() === '' ? {} : { label: title }),
    // Only the IRI of the collection may stand here (5.2).
    partOf: nameOf('fact-check', factCheck.id),
    startIndex: 0,
    items,
  };
  const text = await writeJsonSlowly(page, FIELD_ORDER, {
    pace: (share) => context.pace((1 + share) / 2),
    pieces: items.length * PIECES_OF_AN_ITEM,
  });
  await context.pace(1);
  return {
    ok: true,
    files: [
      {
        fileName: exportNameFor(title, context, '.annotations.jsonld'),
        mediaType: 'application/ld+json',
        text,
      },
    ],
    loss: [
      say(
        'The text of the article is not in the file, only the words that are marked and what stands beside them.',
      ),
      ...sayWithheld(judged, 'comments'),
      ...sayUndatedCopies(judged),
      ...describeLoss(factCheck, namesArticle ? [...KEPT, 'articleAddress'] : KEPT, context.leftOut),
    ],
  };
}

const KEPT = [
  'markedAt',
  'markedBy',
  'decidedAt',
  'notCheckable',
  'reasons',
  'reviewers',
  'otherVerdicts',
  'tags',
  'conclusions',
  'wordings',
  'quotes',
  'cited',
  'accessed',
  'archives',
  'furtherArchives',
  'archiveDays',
  'judgedDrafts',
] as const;

/** The sentences about copies of which no date is known: the model has none without (4.3.1). */
function sayUndatedCopies(judged: readonly Judged[]): readonly string[] {
  const sources = new Map(
    judged.flatMap(({ evidence }) => evidence.map(({ source }) => [source.id, source])),
  );
  const copies = [...sources.values()].flatMap((source) =>
    source.archives
      .filter(({ url }) => linkTarget(url) !== null)
      .map((archive) => ({ archive, isDated: hasDatedCopy(source, archive) })),
  );
  const undated = copies.filter(({ isDated }) => !isDated).length;
  return [
    ...sayAnyOf(undated, (n) =>
      say(
        '{n, plural, one {# archived copy of which no date is known is not in the file.} other {# archived copies of which no date is known are not in the file.}}',
        { n },
      ),
    ),
    ...sayDatesInWords(
      copies.map(({ archive }) => archive.capturedAt),
      (date) => instantsOf(date) !== null,
    ),
  ];
}

const JUDGED_IN = 'urn:linecheck:judged-in';

const FIELD_ORDER = ['@context', 'id', 'type', 'motivation', 'label', 'purpose', 'value', 'source'] as const;

/** A comma and the item, in a long list. */
const PIECES_OF_AN_ITEM = 2;

type PositionOf = (offset: number) => number;

/** Code points before an offset of any target: all of them in one walk through the text. */
function createPositionOf(factCheck: FactCheck): PositionOf {
  const { text } = articleOf(factCheck);
  const offsets = placedAnnotations(factCheck).flatMap(({ targets }) =>
    targets.flatMap(({ position }) => [position.start, position.end]),
  );
  const counts = toCodePointsAll(text, offsets);
  const known = new Map(offsets.map((offset, i) => [offset, counts[i] ?? 0]));
  return (offset) => known.get(offset) ?? 0;
}

function writeAnnotation(
  factCheck: FactCheck,
  { annotation, evidence, standing, judgedDrafts }: Judged,
  positionOf: PositionOf,
): object {
  const { url } = articleOf(factCheck);
  const address = url === undefined || standing === 'no-place' ? null : linkTarget(url);
  const source = address ?? nameOf('article', annotation.articleId);
  const targets = annotation.targets.map(({ quote, position }) => ({
    source,
    selector: [
      { type: 'TextQuoteSelector', exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
      // Offsets of another draft say nothing here; the words may still be found by whoever reads this.
      ...(standing === 'no-place'
        ? []
        : [
            {
              type: 'TextPositionSelector',
              start: positionOf(position.start),
              end: positionOf(position.end),
            },
          ]),
    ],
  }));
  const creator = agentOf(factCheck, annotation.createdBy);
  const body = [
    ...(annotation.checkability === 'not-checkable' && standing === 'here'
      ? [words('classifying', 'Not checkable'), ...wordsIf('describing', annotation.reason)]
      : []),
    ...verdictsOf(factCheck, annotation.id)
      .filter(saysSomething)
      .flatMap((verdict) => {
        const by = { ...agentOf(factCheck, verdict.reviewerId), modified: verdict.decidedAt };
        const label = labelOf(factCheck, verdict) ?? '';
        if (standing === 'no-place' || isVerdictInDoubt(annotation, verdict))
          return wordsIf('commenting', sayJudgedOn(standing, label, verdict.conclusion), by);
        return [
          ...wordsIf('classifying', label, by),
          ...wordsIf('describing', verdict.conclusion, by),
          ...wordsIf('editing', verdict.suggestedWording, by),
        ];
      }),
    ...annotation.tags.flatMap((tag) => wordsIf('tagging', tag)),
    ...evidence.map(linkBody),
  ];
  return {
    id: nameOf('annotation', annotation.id),
    type: 'Annotation',
    motivation: standing === 'here' ? 'assessing' : 'questioning',
    created: annotation.createdAt,
    modified: annotation.updatedAt,
    ...creator,
    generator: { id: 'urn:linecheck:app', type: 'Software', name: 'Linecheck' },
    ...(body.length > 0 ? { body } : {}),
    target: targets.length === 1 ? targets[0] : targets,
    ...tellDrafts(judgedDrafts),
  };
}

/** In which other versions its words were judged. The model has no word for it; it keeps those of others (3.1, 3.2.1). */
function tellDrafts(judgedDrafts: Judged['judgedDrafts']): object {
  const others = judgedDrafts.filter(({ isPresent }) => !isPresent);
  if (others.length === 0) return {};
  return {
    [JUDGED_IN]: others.map(({ articleId, retrievedAt }) => ({
      id: nameOf('article', articleId),
      ...(retrievedAt === null ? {} : { created: retrievedAt }),
    })),
  };
}

function words(purpose: string, value: string, by: object = {}): object {
  return { type: 'TextualBody', purpose, value, format: 'text/plain', ...by };
}

function wordsIf(purpose: string, value: string | undefined, by: object = {}): readonly object[] {
  return value?.trim() ? [words(purpose, value, by)] : [];
}

function linkBody({ evidence, source }: Judged['evidence'][number]): object {
  const states = timeStatesOf(source);
  return {
    type: 'SpecificResource',
    purpose: 'linking',
    source: {
      id: linkTarget(source.url ?? '') ?? nameOf('source', source.id),
      ...(source.title.trim() ? { label: source.title } : {}),
    },
    ...(evidence.quote?.trim() ? { selector: { type: 'TextQuoteSelector', exact: evidence.quote } } : {}),
    ...(states.length === 0 ? {} : { state: states.length === 1 ? states[0] : states }),
  };
}

function agentOf(factCheck: FactCheck, reviewerId: Id | null): object {
  const reviewer = reviewerId === null ? undefined : factCheck.tables.reviewer.get(reviewerId);
  return reviewer
    ? {
        creator: {
          id: nameOf('reviewer', reviewer.id),
          type: 'Person',
          ...(reviewer.name.trim() === '' ? {} : { name: reviewer.name }),
        },
      }
    : {};
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Every thing needs an IRI (3.1 of the model); ours have ids but no address. */
function nameOf(what: string, id: Id): string {
  return what === 'annotation' && UUID.test(id) ? `urn:uuid:${id}` : `urn:linecheck:${what}:${id}`;
}
