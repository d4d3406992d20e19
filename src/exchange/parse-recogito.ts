import {
  BLANK_ANNOTATION,
  BLANK_JUDGEMENT,
  type ForeignAnnotation,
  type ForeignTarget,
} from '../domain/foreign-annotation.ts';
import { say } from '../messages/say.ts';
import { sayItem } from './say-place.ts';
import type { ItemProblem, ParseContext, ParseResult, UnknownFile } from './format.ts';
import {
  fieldsOf,
  isFields,
  listOf,
  oneOrSeveral,
  rangeOf,
  textOf,
  without,
  wordsOrNull,
  type Fields,
} from './loose-json.ts';
import { readAuthor, readBodies, restOf } from './read-bodies.ts';

/**
 * Reads annotations as the text annotator of Recogito keeps them, version 3 and 4. Positions count UTF-16 units; several
 * selectors are the pieces of one annotation. What version 4 keeps as a property named "verdict" is one.
 */
export async function parseRecogito(
  { json }: Pick<UnknownFile, 'json'>,
  { pace }: ParseContext,
): Promise<ParseResult> {
  if (!json.ok) return json;
  const items: ForeignAnnotation[] = [];
  const problems: ItemProblem[] = [];
  const rows = oneOrSeveral(fieldsOf(json.value)['annotations'] ?? json.value);
  for (const [i, row] of rows.entries()) {
    const place = sayItem(i);
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / rows.length);
    if (isFields(row) && isFields(row['target'])) items.push(readRow(row, row['target'], place));
    else problems.push({ place, problem: say('It is not an annotation.') });
  }
  return { ok: true, kind: 'annotations', documents: [], items, problems };
}

const KNOWN: ReadonlySet<string> = new Set(['id', 'bodies', 'target', 'properties']);
const KNOWN_OF_TARGETS: ReadonlySet<string> = new Set([
  'annotation',
  'selector',
  'creator',
  'created',
  'updated',
]);

function readRow(row: Fields, target: Fields, place: string): ForeignAnnotation {
  const author = readAuthor(target['creator']);
  const created = wordsOrNull(target['created']);
  const { verdict, rating, ...properties } = fieldsOf(row['properties']);
  const label = wordsOrNull(verdict) ?? wordsOrNull(rating);
  const read = readBodies(listOf(row['bodies']), {
    purpose: '',
    author,
    at: created,
    readsVerdictTags: true,
    idsAreAddresses: false,
  });
  const about = without(target, KNOWN_OF_TARGETS);
  const rest = restOf(
    {
      ...row,
      ...(Object.keys(properties).length > 0 ? { kept: properties } : {}),
      ...(about ? { about } : {}),
    },
    KNOWN,
    read.rest,
  );
  return {
    ...BLANK_ANNOTATION,
    place,
    originalId: wordsOrNull(row['id']),
    targets: oneOrSeveral(target['selector']).flatMap(readSelector),
    tags: read.tags,
    author,
    createdAt: created,
    updatedAt: wordsOrNull(target['updated']),
    judgements: [
      ...(label === null ? [] : [{ ...BLANK_JUDGEMENT, author, at: created, labels: [label] }]),
      ...read.judgements,
    ],
    sources: read.sources,
    foreign: rest,
  };
}

function readSelector(selector: unknown): readonly ForeignTarget[] {
  const { quote, start, end } = fieldsOf(selector);
  const range = rangeOf(start, end);
  const exact = textOf(quote);
  if (exact === '' && range === null) return [];
  return [
    {
      quote: exact === '' ? null : { exact, prefix: '', suffix: '' },
      position: range && { ...range, unit: 'utf16' },
      hint: null,
    },
  ];
}
