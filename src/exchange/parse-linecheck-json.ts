import { digestText } from '../domain/article.ts';
import {
  gatherFactCheck,
  parseRecord,
  type AnyRecord,
  type FactCheck,
  type RecordType,
} from '../domain/fact-check.ts';
import { climb } from '../domain/ladder.ts';
import { leaveOutGaps } from '../domain/leave-out-gaps.ts';
import { withLeftOut } from '../domain/left-out-after.ts';
import { countLeftOut } from '../domain/left-out.ts';
import { LAST_CREDIBLE_TIME, type Rev } from '../domain/record.ts';
import { say } from '../messages/say.ts';
import { digestSections } from './digest-sections.ts';
import type { Pace } from '../domain/steps.ts';
import type { ParseContext, ParseResult, UnknownFile } from './format.ts';
import { FILE_LADDER, FORMAT_NAME, FORMAT_VERSION, SECTIONS } from './linecheck-layout.ts';

/**
 * Reads our own file, whoever made it. A record that is damaged, doubled or points nowhere is left out and named; only
 * what there is nothing to show without, the head, the article and the scale, refuses the file. Fields that this version
 * does not know are kept. Whether the words of annotations stand in the article is not looked at: that is for
 * `anchoring`.
 */
export async function parseLinecheckJson(
  { json }: Pick<UnknownFile, 'json'>,
  { pace }: ParseContext,
): Promise<ParsedFactCheck> {
  return json.ok ? parseFactCheckFile(json.value, pace) : json;
}

/** What a parser says that reads nothing but whole fact checks. */
type ParsedFactCheck = Extract<ParseResult, { readonly kind: 'fact-check' } | { readonly ok: false }>;

/** The same for a file that has been read as JSON, by `readJson`, already. */
export async function parseFactCheckFile(
  file: unknown,
  pace: Pace = () => Promise.resolve(),
): Promise<ParsedFactCheck> {
  const envelope = openEnvelope(file);
  if (!envelope.ok) return envelope;
  const sections = climb(FILE_LADDER, 0, envelope.sections);
  const read = await readRecords(await withoutForeignRanges(sections), pace);
  if (!read.ok) return read;
  const { factCheck, problems, fatal } = leaveOutGaps(
    gatherFactCheck(read.headId, markPart(read.records, file)),
  );
  // What a damaged record was needed for says less than what is wrong with it.
  if (fatal !== null) return refuse(read.lost[0] ?? fatal);
  return {
    ok: true,
    kind: 'fact-check',
    factCheck,
    problems: [
      ...envelope.problems,
      ...saySelection(file, factCheck),
      ...(await findTampering(file, envelope.sections)),
      ...sayLeftOut([...read.lost, ...problems]),
      ...read.problems,
      ...(await findForeignTexts(factCheck)),
      ...findStrangers(factCheck),
    ],
  };
}

/** More than a person reads. */
const MOST_NAMED = 100;

function sayLeftOut(lost: readonly string[]): readonly string[] {
  const distinct = [...new Set(lost)];
  const named = distinct.slice(0, MOST_NAMED).map((problem) => say('{problem} It is left out.', { problem }));
  const more = distinct.length - MOST_NAMED;
  if (more <= 0) return named;
  return [
    ...named,
    say('{more, plural, one {And # more record is left out.} other {And # more records are left out.}}', {
      more,
    }),
  ];
}

/**
 * A text that was changed on disk may be shorter than what its blocks and sentences say. They are those of another text,
 * and what leaves this one is cut off.
 */
async function withoutForeignRanges(sections: Fields): Promise<Fields> {
  const { articles } = sections;
  if (!Array.isArray(articles)) return sections;
  const read = articles.map(async (article: unknown): Promise<unknown> => {
    if (!isFields(article) || typeof article['text'] !== 'string' || parseRecord(article).ok) return article;
    if ((await digestText(article['text'])) === article['sha256']) return article;
    const { text } = article;
    const within = (ranges: unknown): readonly unknown[] => cutRanges(ranges, text.length);
    return {
      ...article,
      blocks: within(article['blocks']),
      links: within(article['links']),
      sentences: within(article['sentences']),
    };
  });
  return { ...sections, articles: await Promise.all(read) };
}

/** The ranges that begin before the end, and end there at the latest; they are of unknown origin, and looked at later. */
function cutRanges(ranges: unknown, length: number): readonly unknown[] {
  if (!Array.isArray(ranges)) return [];
  return ranges.flatMap((range: unknown) => {
    if (!isFields(range) || typeof range['start'] !== 'number' || typeof range['end'] !== 'number') return [];
    const { start, end } = range;
    return start < length ? [{ ...range, end: Math.min(end, length) }] : [];
  });
}

/** The file is read all the same: whoever changes it by hand may have good reasons. */
async function findTampering(file: unknown, sections: Fields): Promise<readonly string[]> {
  const integrity = isFields(file) ? file['integrity'] : undefined;
  if (integrity === undefined || integrity === (await digestSections(sections, () => Promise.resolve())))
    return [];
  return [
    say(
      'The file is not as Linecheck wrote it: its digest differs. Somebody changed it, or it was damaged; look through it before you rely on it.',
    ),
  ];
}

/** A part must never be taken for the whole, nor take its place unnoticed. */
function saySelection(file: unknown, factCheck: FactCheck): readonly string[] {
  const leftOut = countLeftOut(factCheck);
  if (leftOut === 0) return [];
  if (countSelected(file) === null)
    return [say('The file holds a selection: some annotations of the fact check are not in it.')];
  return [
    say(
      'The file holds a selection: {n, plural, one {# annotation of the fact check was left out.} other {# annotations of the fact check were left out.}}',
      { n: leftOut },
    ),
  ];
}

/** Files before version 1.4 say beside the fact check alone that it is a part, and of how many. */
function markPart(records: readonly AnyRecord[], file: unknown): readonly AnyRecord[] {
  const selected = countSelected(file);
  if (selected === 0) return records;
  return records.map((record) =>
    record.type === 'fact-check' && record.leftOut === undefined
      ? withLeftOut(record, { annotations: [], unnamed: selected ?? 1 })
      : record,
  );
}

/** How many annotations a file says were left out; null where it says so without a number that can be read. */
function countSelected(file: unknown): number | null {
  const selection = isFields(file) ? file['selection'] : undefined;
  if (selection === undefined) return 0;
  const leftOut = isFields(selection) ? selection['leftOut'] : undefined;
  return typeof leftOut === 'number' && Number.isSafeInteger(leftOut) && leftOut > 0 ? leftOut : null;
}

interface Failure {
  readonly ok: false;
  readonly problem: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** Refuses the content of the file, as opposed to the whole of it: it is ours, and something in it is wrong. */
function refuse(problem: string): Failure {
  return {
    ok: false,
    problem: say(
      'The file is damaged or was changed by hand: {problem} Nothing was taken over from it. Export the fact check once more from where it was made, or take an older copy of the file.',
      { problem },
    ),
  };
}

function openEnvelope(
  file: unknown,
): { readonly ok: true; readonly sections: Fields; readonly problems: readonly string[] } | Failure {
  if (!isFields(file) || file['format'] !== FORMAT_NAME) {
    return { ok: false, problem: say('This is a JSON file, but not a fact check from Linecheck.') };
  }
  const version = typeof file['version'] === 'string' ? /^(\d{1,6})\.(\d{1,6})$/.exec(file['version']) : null;
  if (!version || Number(version[1]) < 1)
    return refuse(say('it does not say which version of the format it has.'));
  const [major, minor] = [Number(version[1]), Number(version[2])];
  if (major > FORMAT_VERSION.major) {
    return {
      ok: false,
      problem: say(
        'This file was made by a newer Linecheck (version {theirs, number} of the format; this Linecheck reads version {ours, number}). Open it with the newer one.',
        { theirs: major, ours: FORMAT_VERSION.major },
      ),
    };
  }
  const sections = file['factCheck'];
  if (!isFields(sections)) return refuse(say('there is no fact check in it.'));
  const isNewer = minor > FORMAT_VERSION.minor;
  return { ok: true, sections, problems: describeUnknown(file, sections, isNewer) };
}

const FILE_NAMES: ReadonlySet<string> = new Set([
  '$schema',
  'format',
  'version',
  'exportedAt',
  'generator',
  'integrity',
  'selection',
  'factCheck',
]);
const SECTION_NAMES: ReadonlySet<string> = new Set(['head', ...SECTIONS.map(([section]) => section)]);

function describeUnknown(file: Fields, sections: Fields, isNewer: boolean): readonly string[] {
  const unknown = [
    ...Object.keys(file).filter((name) => !FILE_NAMES.has(name)),
    ...Object.keys(sections)
      .filter((name) => !SECTION_NAMES.has(name))
      .map((name) => `factCheck.${name}`),
  ];
  return [
    ...(isNewer
      ? [
          say(
            'The file was made by a newer Linecheck. What this one does not know in a record is kept as it is.',
          ),
        ]
      : []),
    ...unknown.map((name) =>
      say('This Linecheck does not know “{name}” and does not take it over.', { name }),
    ),
  ];
}

/** Records that are read between two looks at the clock. */
const STRETCH = 64;

async function readRecords(
  sections: Fields,
  pace: Pace,
): Promise<
  | {
      readonly ok: true;
      readonly headId: string;
      readonly records: readonly AnyRecord[];
      /** What can't be taken, a sentence for each record. */
      readonly lost: readonly string[];
      readonly problems: readonly string[];
    }
  | Failure
> {
  const head = readRecord(sections['head'], 'fact-check', 'factCheck.head');
  if (!head.ok) return refuse(head.problem);
  const records: AnyRecord[] = [head.record];
  const lost: string[] = [];
  const all = SECTIONS.reduce((sum, [section]) => sum + lengthOf(sections[section]), 0);
  for (const [section, type] of SECTIONS) {
    const list = sections[section];
    if (!Array.isArray(list)) return refuse(say('{path} is not a list.', { path: `factCheck.${section}` }));
    const ids = new Set<string>();
    for (const [i, data] of list.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
      if (i % STRETCH === 0) await pace((records.length + lost.length) / (all + 1));
      const read = readRecord(data, type, `factCheck.${section}[${i}]`);
      if (!read.ok) lost.push(read.problem);
      else if (ids.has(read.record.id))
        lost.push(
          say('{path} has the id “{id}” of an earlier one.', {
            path: `factCheck.${section}[${i}]`,
            id: read.record.id,
          }),
        );
      else {
        ids.add(read.record.id);
        records.push(read.record);
      }
    }
  }
  const credible = records.map(makeCredible);
  const isAhead = credible.some((record, i) => record !== records[i]);
  return {
    ok: true,
    headId: head.record.id,
    records: credible,
    lost,
    problems: isAhead
      ? [say('The clock of the file is set far in the future; its revisions were set back.')]
      : [],
  };
}

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}

function readRecord(
  data: unknown,
  type: RecordType,
  path: string,
): { readonly ok: true; readonly record: AnyRecord } | Failure {
  const read = parseRecord(data);
  if (!read.ok)
    return {
      ok: false,
      problem: say('{path} cannot be read ({problem}).', { path, problem: shorten(read.problem, 300) }),
    };
  if (read.record.type !== type)
    return {
      ok: false,
      problem: say('{path} is of type “{theirs}” instead of “{type}”.', {
        path,
        theirs: read.record.type,
        type,
      }),
    };
  return read;
}

/** The record with revisions that are too far ahead to be true set back. */
export function makeCredible<T extends AnyRecord>(record: T): T {
  const { rev, base, writtenAs } = record;
  if ([rev, base, writtenAs].every((one) => (one?.[0] ?? 0) <= LAST_CREDIBLE_TIME)) return record;
  return {
    ...record,
    rev: setBack(rev),
    ...(base ? { base: setBack(base) } : {}),
    ...(writtenAs ? { writtenAs: setBack(writtenAs) } : {}),
  };
}

function setBack([time, tab]: Rev): Rev {
  return [Math.min(time, LAST_CREDIBLE_TIME), tab];
}

/** Texts that are not the ones that were checked: what their annotations quote may be gone, or stand elsewhere. */
async function findForeignTexts({ tables }: FactCheck): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const { title, text, sha256 } of tables.article.values()) {
    // One after the other: there is one article, or a few drafts of it.
    // oxlint-disable-next-line no-await-in-loop
    if ((await digestText(text)) !== sha256) {
      problems.push(
        say(
          'The text of the article “{title}” is not the one that was checked: its SHA-256 digest differs.',
          { title: shorten(title) },
        ),
      );
    }
  }
  return problems;
}

/** What can be opened all the same but will not look as it did. */
function findStrangers({ tables }: FactCheck): readonly string[] {
  return [...tables.verdict.values()].flatMap(({ id, scaleId, ratingId }) => {
    const scale = tables['rating-scale'].get(scaleId);
    if (!scale) return [say('Verdict {id} was given on a rating scale that is not in the file.', { id })];
    const isKnown = ratingId === null || scale.ratings.some((rating) => rating.id === ratingId);
    return isKnown ? [] : [say('Verdict {id} has a rating that its rating scale does not have.', { id })];
  });
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shorten(words: string, most = 60): string {
  return words.length > most ? `${words.slice(0, most)}…` : words;
}
