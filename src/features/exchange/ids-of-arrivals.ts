import { digestText } from '../../domain/article.ts';
import type { FactCheck } from '../../domain/fact-check.ts';
import type { ForeignAnnotation, ForeignTarget } from '../../domain/foreign-annotation.ts';
import type { Id } from '../../domain/record.ts';

/** The id here for an annotation of a file and the text that it is about; null for one that the file has twice. */
type IdFor = (item: ForeignAnnotation, text: string | null) => Promise<Id | null>;

/**
 * Gives the annotations of one file their ids, in their order: each the same whenever the same thing is imported, and the
 * one that it has here when it was made here. Different ones that share an id in the other tool have two here.
 */
export function createIds({ tables }: FactCheck): IdFor {
  const taken = new Set<Id>();
  const met = new Set<string>();
  const digests = new Map<string, string>();
  const hasImports = [...tables.annotation.keys()].some((id) => id.startsWith(PREFIX));
  const isHere = (id: Id): boolean => tables.annotation.has(id) && !taken.has(id);
  const digestOnce = async (text: string): Promise<string> => {
    const digest = digests.get(text) ?? (await digestText(text));
    digests.set(text, digest);
    return digest;
  };
  return async (item, text) => {
    const { originalId, ownId } = item;
    const about = text === null ? null : await digestOnce(text);
    const content = JSON.stringify([about, contentOf(item)]);
    if (met.has(content)) return null;
    met.add(content);
    const first = ownId ?? (await idFrom(nameOf(item, about)));
    const older = hasImports ? await Promise.all(olderNames(item, text).map(idFrom)) : [];
    const here = [...(originalId === null ? [] : [originalId]), first, ...older].find(isHere);
    const id = here ?? (taken.has(first) ? await idFrom(content) : first);
    taken.add(id);
    return id;
  };
}

const PREFIX = 'in-';

/** `about` is the digest of the text that it is about. */
function nameOf({ originalId, ...item }: ForeignAnnotation, about: string | null): string {
  const { targets, judgements, tags } = item;
  if (originalId === null) return JSON.stringify([about, targets, judgements, tags]);
  // Label Studio counts its regions within a task.
  return about === null ? originalId : JSON.stringify([originalId, about]);
}

/** The names that earlier versions gave to the same thing. */
function olderNames(
  { originalId, targets, judgements, tags }: ForeignAnnotation,
  text: string | null,
): readonly string[] {
  if (originalId !== null) return [originalId];
  const asWritten = targets.map(({ quote, position, hint }) => ({ quote, position, hint }));
  const asDoccano = targets.map((target) => ({ ...counted(target, 'utf16'), quote: null }));
  const asLabelStudio = targets.map((target) => counted(target, 'code-points'));
  return [asWritten, asDoccano, asLabelStudio].map((counts) =>
    JSON.stringify([text, counts, judgements, tags]),
  );
}

/** With the names in the order that they had. */
function counted({ quote, position, hint }: ForeignTarget, unit: 'utf16' | 'code-points'): ForeignTarget {
  return { quote, position: position && { ...position, unit }, hint };
}

/** All that it says, without where in the file. */
function contentOf(item: ForeignAnnotation): object {
  return { ...item, place: null, document: null };
}

async function idFrom(name: string): Promise<Id> {
  return `${PREFIX}${(await digestText(name)).slice(0, 40)}`;
}
