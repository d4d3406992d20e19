import { useEffect, useState, type ReactNode } from 'react';
import { quoteOf, type Annotation } from '../../domain/annotation.ts';
import type { Change } from '../../domain/change.ts';
import type { FactCheck } from '../../domain/fact-check.ts';
import { ratingOf } from '../../domain/marks.ts';
import { say, sayData } from '../../messages/say.ts';
import { useFactCheckStore } from '../../stores/desk-context.ts';
import { shorten } from '../../ui/shorten.ts';

/**
 * Tells a screen reader what an edit did that was made by a key and moved no focus: which verdict stands on which words now,
 * or which words an annotation is about. What else is done is told by a notice, or by what has the focus then.
 */
export function Announcer(): ReactNode {
  const store = useFactCheckStore();
  const [said, setSaid] = useState('');

  useEffect(
    () =>
      store.subscribe(({ factCheck, past }, before) => {
        const step = past.at(-1);
        if (step?.run !== null || before.past.includes(step)) return;
        // A choice that is made with the focus on it tells of itself.
        if (document.activeElement?.matches('[type=radio]')) return;
        const words = describeEdit(factCheck, step.change);
        if (words !== null) setSaid(words);
      }),
    [store],
  );

  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  );
}

/** Null for a Change that something else tells of. */
function describeEdit(factCheck: FactCheck, { added, updated }: Change): string | null {
  const changed = [...added, ...updated.map(({ after }) => after)];
  const verdicts = changed.filter((record) => record.type === 'verdict');
  const [verdict] = verdicts;
  if (verdict && verdicts.length === 1) {
    const rating = ratingOf(factCheck, verdict);
    const annotation = factCheck.tables.annotation.get(verdict.annotationId);
    return rating && annotation ? tell(sayData(rating.label), annotation) : null;
  }
  const annotations = changed.filter((record) => record.type === 'annotation');
  const [annotation] = annotations;
  if (!annotation || annotations.length > 1) return null;
  const was = updated.find(({ before }) => before.id === annotation.id)?.before;
  if (was?.type === 'annotation' && was.targets !== annotation.targets)
    return tell(say('Boundaries'), annotation);
  return annotation.checkability === 'not-checkable' ? tell(say('Not checkable'), annotation) : null;
}

function tell(what: string, annotation: Annotation): string {
  return say('{name}: {words}', { name: what, words: shorten(quoteOf(annotation)) });
}
