import type { Annotation } from '../domain/annotation.ts';
import type { FoundTarget } from '../domain/carry-over.ts';
import type { FactCheck } from '../domain/fact-check.ts';
import { groupBy } from '../domain/group-by.ts';
import { toFoundTarget } from './found-target.ts';
import { resolveTargets, type ResolveAllOptions } from './resolve-all.ts';

/**
 * What has become of the targets of annotations in a text, in the order of each one's targets; the older text, where the
 * fact check has it, tells repeated words apart. In slices; rejects with the signal's reason when it is aborted.
 * `onProgress` is told how many targets are done.
 */
export async function findAnnotations(
  factCheck: FactCheck,
  annotations: readonly Annotation[],
  text: string,
  { signal, onProgress }: Pick<ResolveAllOptions, 'signal' | 'onProgress'> = {},
): Promise<(annotation: Annotation) => readonly FoundTarget[]> {
  const found = new Map<Annotation, readonly FoundTarget[]>();
  const total = countTargets(annotations);
  let before = 0;
  for (const [articleId, group] of groupBy(annotations, (one) => one.articleId)) {
    const madeOn = factCheck.tables.article.get(articleId)?.text;
    // oxlint-disable-next-line no-await-in-loop -- there is one draft that they were made on, or a few
    const together = await findTogether(group, text, {
      ...(signal ? { signal } : {}),
      onProgress: (done) => onProgress?.(before + done, total),
      ...(madeOn === undefined ? {} : { madeOn }),
    });
    for (const [annotation, own] of together) found.set(annotation, own);
    before += countTargets(group);
  }
  return (annotation) => found.get(annotation) ?? [];
}

/** The same for annotations that were made on one text, or of which nobody knows on which. */
async function findTogether(
  annotations: readonly Annotation[],
  text: string,
  options: ResolveAllOptions,
): Promise<ReadonlyMap<Annotation, readonly FoundTarget[]>> {
  const targets = annotations.flatMap((annotation) => annotation.targets);
  const resolutions = await resolveTargets(text, targets, options);
  let next = 0;
  return new Map(
    annotations.map((annotation) => {
      const own = resolutions.slice(next, (next += annotation.targets.length));
      return [annotation, own.map((resolution) => toFoundTarget(text, resolution))] as const;
    }),
  );
}

function countTargets(annotations: readonly Annotation[]): number {
  return annotations.reduce((sum, { targets }) => sum + targets.length, 0);
}
