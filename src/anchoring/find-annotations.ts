import type { Annotation } from '../domain/annotation.ts';
import type { FoundTarget } from '../domain/carry-over.ts';
import type { FactCheck } from '../domain/fact-check.ts';
import type { Id } from '../domain/record.ts';
import { toFoundTarget } from './found-target.ts';
import { resolveTargets } from './resolve-all.ts';

/**
 * What has become of the targets of annotations in a text, in the order of each one's targets; the older text, where the
 * fact check has it, tells repeated words apart. In slices; rejects with the signal's reason when it is aborted.
 */
export async function findAnnotations(
  factCheck: FactCheck,
  annotations: readonly Annotation[],
  text: string,
  signal?: AbortSignal,
): Promise<(annotation: Annotation) => readonly FoundTarget[]> {
  const found = new Map<Annotation, readonly FoundTarget[]>();
  for (const [articleId, group] of groupByArticle(annotations)) {
    const madeOn = factCheck.tables.article.get(articleId)?.text;
    const targets = group.flatMap((annotation) => annotation.targets);
    // oxlint-disable-next-line no-await-in-loop -- there is one draft that they were made on, or a few
    const resolutions = await resolveTargets(text, targets, {
      ...(signal ? { signal } : {}),
      ...(madeOn === undefined ? {} : { madeOn }),
    });
    let next = 0;
    for (const annotation of group) {
      const own = resolutions.slice(next, (next += annotation.targets.length));
      found.set(
        annotation,
        own.map((resolution) => toFoundTarget(text, resolution)),
      );
    }
  }
  return (annotation) => found.get(annotation) ?? [];
}

function groupByArticle(annotations: readonly Annotation[]): ReadonlyMap<Id, readonly Annotation[]> {
  const groups = new Map<Id, Annotation[]>();
  for (const annotation of annotations) {
    const group = groups.get(annotation.articleId);
    if (group) group.push(annotation);
    else groups.set(annotation.articleId, [annotation]);
  }
  return groups;
}
