import { countCoverage, coverSentences, createIsSettled } from '../domain/coverage.ts';
import { articleOf, headOf, type FactCheck } from '../domain/fact-check.ts';
import { countLeftOut } from '../domain/left-out.ts';
import { placedAnnotations } from '../domain/placed-annotations.ts';
import type { Id } from '../domain/record.ts';
import type { Kept } from './kept.ts';
import type { KeptFactCheck, OpenResult } from './store.ts';

/** What the library shows of a fact check. One that can't be opened is listed too: nothing vanishes. */
export function summariseFactCheck(
  id: Id,
  kept: Iterable<Kept>,
  opened: OpenResult,
): Omit<KeptFactCheck, 'isReadOnly' | 'unfiled'> {
  const versions = [...kept];
  const updatedAt = versions.reduce((latest, version) => {
    const at = version.removal?.at ?? version.record.updatedAt;
    return at > latest ? at : latest;
  }, '');
  if (opened.ok) return { ...summariseOpened(opened.factCheck), updatedAt };
  const head = versions.map(({ record }) => record).find((record) => record.type === 'fact-check');
  return {
    id,
    title: head?.title ?? '',
    articleTitle: '',
    language: '',
    updatedAt,
    coverage: countCoverage([]),
    leftOut: 0,
    annotations: versions.filter(({ record, removal }) => record.type === 'annotation' && !removal).length,
  };
}

function summariseOpened(factCheck: FactCheck): Omit<KeptFactCheck, 'updatedAt' | 'isReadOnly' | 'unfiled'> {
  const article = articleOf(factCheck);
  const placed = placedAnnotations(factCheck);
  const states = coverSentences(article.sentences, placed, createIsSettled(factCheck));
  return {
    id: factCheck.id,
    title: headOf(factCheck).title,
    articleTitle: article.title,
    language: article.language,
    coverage: countCoverage(states),
    annotations: factCheck.tables.annotation.size,
    leftOut: countLeftOut(factCheck),
  };
}
