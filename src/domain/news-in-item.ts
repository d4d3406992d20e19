import { quoteOf, type Annotation } from './annotation.ts';
import type { FactCheck } from './fact-check.ts';
import type {
  ForeignAnnotation,
  ForeignAuthor,
  ForeignJudgement,
  ForeignSource,
} from './foreign-annotation.ts';
import { isNameOf, saysNotCheckable, saysNothing } from './foreign-words.ts';
import { groupBy } from './group-by.ts';
import {
  heardOf,
  labelKey,
  labelsByPerson,
  labelsKey,
  lastEditOf,
  leftOverWords,
  paragraphKey,
  paragraphsOf,
  sourceKey,
  speakerKey,
  speakerOf,
  tagKey,
  WRITTEN,
  type Heard,
} from './heard.ts';
import { createLinkFinder } from './known-links.ts';
import { historyRecordsOf, verdictsOf } from './lookup.ts';
import { ratingOf } from './marks.ts';
import { instantOf } from './read-instant.ts';
import type { Id } from './record.ts';
import type { Verdict } from './verdict.ts';

/** An annotation of a file that is here already, with the names that it has in the file. */
export interface Told {
  readonly present: Annotation;
  readonly item: ForeignAnnotation;
  readonly names: readonly string[];
  /** The reviewer here whom the file means. */
  readonly idOf: (author: ForeignAuthor) => Id | null;
}

/**
 * Finds what an item of a file says of an annotation here that was never said of it: the item with that alone, or null.
 * What the file said before is told by its own words, and never by what they were taken to mean. Of an annotation of which
 * nothing was heard, because it was made here, all that was ever written here is known; a judgement without an author may
 * then be anybody's.
 */
export function createNewsFinder(factCheck: FactCheck): (told: Told) => ForeignAnnotation | null {
  const known = createKnownVerdicts(factCheck);
  const findLinks = createLinkFinder(factCheck);
  return ({ present, item, names, idOf }) => {
    const heard = heardOf(present);
    const said = new Set(heard?.said);
    const judgements = item.judgements.flatMap((judgement) => {
      const news = newsOfJudgement(judgement, { present, item, heard, said, known, idOf });
      return news ? [news] : [];
    });
    // Another tool may have got them from here, or from the same third.
    const isSameTool = heard !== null && names.some((name) => heard.names.includes(name));
    const tags = isSameTool
      ? item.tags.filter((tag) => !said.has(tagKey(tag)) && !present.tags.includes(tag))
      : [];
    const sources = newSources(item.sources, present.id, { said, findLinks });
    if (judgements.length + tags.length + sources.length === 0) return null;
    return { ...item, judgements, tags, sources, isNotCheckable: false };
  };
}

interface Hearing extends Pick<Told, 'present' | 'item' | 'idOf'> {
  readonly heard: Heard | null;
  readonly said: ReadonlySet<string>;
  readonly known: KnownVerdicts;
}

function newsOfJudgement(judgement: ForeignJudgement, hearing: Hearing): ForeignJudgement | null {
  const { present, item, heard, said, known, idOf } = hearing;
  const who = speakerOf(judgement);
  const wasHeard = said.has(speakerKey(who));
  const versions = known.versionsFor(present, judgement, idOf);
  const isKnownLabel = (label: string): boolean =>
    saysNothing(label) ||
    (wasHeard
      ? said.has(labelKey(who, label)) || versions.present.some((version) => known.isRatedAs(version, label))
      : versions.all.some((version) => known.isRatedAs(version, label)) ||
        known.isSaidByMark(present, label));
  const labels = isGivenAnew(item, who, heard)
    ? judgement.labels
    : judgement.labels.filter((label) => !isKnownLabel(label));
  const isKnownParagraph = (field: (typeof WRITTEN)[number], paragraph: string): boolean =>
    said.has(paragraphKey(who, field, paragraph)) ||
    versions.all.some((version) => (writtenIn(version, field) ?? '').includes(paragraph));
  const [comment = '', suggestedWording = '', unknowns = ''] = WRITTEN.map((field) =>
    paragraphsOf(judgement[field])
      .filter((paragraph) => !isKnownParagraph(field, paragraph))
      .join('\n\n'),
  );
  if (labels.length === 0 && comment + suggestedWording + unknowns === '') return null;
  return {
    ...judgement,
    labels,
    comment,
    suggestedWording: suggestedWording || null,
    unknowns: unknowns || null,
  };
}

/** True where somebody has gone back, since the last file, to labels that are no news by themselves. */
function isGivenAnew(item: ForeignAnnotation, who: string, heard: Heard | null): boolean {
  const at = lastEditOf(item);
  const before = heard?.at ?? null;
  if (heard === null || before === null || at === null || Date.parse(at) <= Date.parse(before)) return false;
  const labels = labelsByPerson(item).get(who) ?? new Set();
  return labels.size > 0 && !heard.labels.includes(labelsKey(who, labels));
}

function writtenIn(version: Verdict, field: (typeof WRITTEN)[number]): string | undefined {
  return field === 'comment' ? version.conclusion : version[field];
}

function newSources(
  sources: readonly ForeignSource[],
  annotationId: Id,
  {
    said,
    findLinks,
  }: { readonly said: ReadonlySet<string>; readonly findLinks: ReturnType<typeof createLinkFinder> },
): readonly ForeignSource[] {
  const links = sources.flatMap((source) => (source.use ? [{ annotationId, source, use: source.use }] : []));
  const here = findLinks(links);
  return links
    .filter((link) => !here.has(link) && !said.has(sourceKey(link.source)))
    .map(({ source }) => source);
}

/** Annotations with the same words of which one may be meant. */
const MOST_TWINS = 50;

interface KnownVerdicts {
  /** The verdicts that a judgement may be, as they stand, and with all that they were before. */
  readonly versionsFor: (
    present: Annotation,
    judgement: ForeignJudgement,
    idOf: Told['idOf'],
  ) => { readonly present: readonly Verdict[]; readonly all: readonly Verdict[] };
  readonly isRatedAs: (version: Verdict, label: string) => boolean;
  /** True for a label that says what stands, or stood, at the annotation itself. */
  readonly isSaidByMark: (present: Annotation, label: string) => boolean;
}

function createKnownVerdicts(factCheck: FactCheck): KnownVerdicts {
  const { tables } = factCheck;
  const namesakes = groupBy(tables.reviewer.values(), ({ name }) => name.trim());
  /** A format without authors may name the words alone. */
  let twins: ReadonlyMap<string, readonly Annotation[]> | undefined;
  const twinsOf = (annotation: Annotation): readonly Annotation[] => {
    twins ??= groupBy(tables.annotation.values(), quoteOf);
    return [annotation, ...(twins.get(quoteOf(annotation)) ?? []).slice(0, MOST_TWINS)];
  };
  const olderVerdicts = (id: Id): readonly Verdict[] =>
    historyRecordsOf(factCheck, id).flatMap(({ before }) => (before.type === 'verdict' ? [before] : []));
  return {
    versionsFor: (annotation, { author, at }, idOf) => {
      const about = author === null ? twinsOf(annotation) : [annotation];
      const people =
        author === null
          ? null
          : new Set([
              idOf(author),
              ...(author.ownId === null ? (namesakes.get(author.name.trim()) ?? []).map(({ id }) => id) : []),
            ]);
      const decided = instantOf(at);
      // Whoever was renamed since has decided it at the same time.
      const mayBe = ({ reviewerId, decidedAt }: Verdict): boolean =>
        people === null ||
        people.has(reviewerId) ||
        (decided !== null && Date.parse(decided) === Date.parse(decidedAt));
      const present = about.flatMap(({ id }) => verdictsOf(factCheck, id)).filter(mayBe);
      return { present, all: [...present, ...about.flatMap(({ id }) => olderVerdicts(id)).filter(mayBe)] };
    },
    isRatedAs: (version, label) => {
      if (version.ratingId === null) return false;
      const rating = ratingOf(factCheck, version) ?? { id: version.ratingId, label: version.ratingId };
      return isNameOf(label, rating);
    },
    isSaidByMark: (annotation, label) => {
      const { id, checkability, tags, foreign } = annotation;
      if (tags.includes(label) || leftOverWords(foreign).includes(label)) return true;
      if (!saysNotCheckable(label)) return false;
      return (
        checkability === 'not-checkable' ||
        historyRecordsOf(factCheck, id).some(
          ({ before }) => before.type === 'claim' && before.checkability === 'not-checkable',
        )
      );
    },
  };
}
