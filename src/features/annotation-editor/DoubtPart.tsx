import type { ReactNode } from 'react';
import { diffAround, diffWords, type WordChange } from '../../anchoring/difference.ts';
import { quoteOf, type Annotation } from '../../domain/annotation.ts';
import { answerDoubt } from '../../domain/carry-over.ts';
import { canConfirm } from '../../domain/confirm-verdict.ts';
import { isInDoubt, sortVerdicts } from '../../domain/doubt.ts';
import { judgedPlaceOf } from '../../domain/judged-place.ts';
import { articleOf, type FactCheck } from '../../domain/fact-check.ts';
import { verdictsOf } from '../../domain/lookup.ts';
import { isPlacedIn } from '../../domain/placed-annotations.ts';
import type { Id } from '../../domain/record.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { formatList } from '../../messages/formats.ts';
import { say } from '../../messages/say.ts';
import { useFactCheck, useFactCheckEvents, useSession } from '../../stores/desk-context.ts';
import { useUndoNotice } from '../../stores/use-undo-notice.ts';
import { Button } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/commands.ts';
import { WordDiff } from '../../ui/WordDiff.tsx';
import styles from './DoubtPart.module.css';
import type { Editing } from './use-editing.ts';

/** What a new version has done to the annotation, and what may be said about it. Nothing where it has done nothing. */
export function DoubtPart({ editing }: { readonly editing: Editing }): ReactNode {
  const { annotation, whenReviewer } = editing;
  const { carryOut } = useFactCheckEvents();
  const factCheck = useFactCheck((now) => now);
  const reviewerId = useSession(({ reviewer }) => reviewer?.id ?? null);
  const article = articleOf(factCheck);
  const offerUndo = useUndoNotice();
  const answer = (said: 'still-holds' | 're-check' | 'detach'): void =>
    whenReviewer(() => {
      carryOut((now, hand) => answerDoubt(now, annotation.id, said, hand));
      if (said === 'detach') offerUndo(say('Detached from the text'));
    });
  const verdicts = verdictsOf(factCheck, annotation.id);
  const answers =
    isPlacedIn(article, annotation) && isInDoubt(factCheck, annotation)
      ? [
          ...(canConfirm(annotation, verdicts, reviewerId)
            ? [{ said: 'still-holds', words: say('Still holds') } as const]
            : []),
          ...(annotation.carried?.decision === 're-check'
            ? []
            : [{ said: 're-check', words: say('Re-check') } as const]),
          { said: 'detach', words: say('Detach') } as const,
        ]
      : [];
  useCommands(() => answers.map(({ said }) => ({ id: said, run: () => answer(said) })));

  if (!isPlacedIn(article, annotation))
    return (
      <div className={styles['doubt']} role="note">
        <p>
          {annotation.carried?.decision === 'detached'
            ? say(
                'It was detached from the text. Put the cursor on its sentence or select its words, then press “Attach” in the list.',
              )
            : say(
                'It has no place in this version. Put the cursor on its sentence or select its words, then press “Attach” in the list.',
              )}
        </p>
      </div>
    );
  if (answers.length === 0) return null;
  return (
    <div className={styles['doubt']} role="note">
      <p>{sayDoubt(factCheck, annotation, reviewerId)}</p>
      <p className={styles['words']} lang={article.language} dir={article.direction}>
        <WordDiff words={changesOf(annotation, verdicts)} />
      </p>
      <div className={styles['answers']}>
        {answers.map(({ said, words }) => (
          <Button key={said} onClick={() => answer(said)}>
            {words}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** Why it is in doubt, and what only somebody else can say about that. */
function sayDoubt(factCheck: FactCheck, annotation: Annotation, reviewerId: Id | null): string {
  const verdicts = verdictsOf(factCheck, annotation.id);
  const { standing, doubted } = sortVerdicts(annotation, verdicts);
  const changed = sayChange(annotation, verdicts);
  const isOf = ({ reviewerId: id }: { readonly reviewerId: Id }): boolean => id === reviewerId;
  const others = doubted
    .filter((verdict) => !isOf(verdict))
    .map((verdict) => factCheck.tables.reviewer.get(verdict.reviewerId)?.name.trim() || say('somebody else'));
  const names = formatList(others);
  const whose = say(
    '{n, plural, one {The verdict of {names} was given on the earlier words, and only they can say whether it still holds} other {The verdicts of {names} were given on the earlier words, and only they can say whether these still hold}}',
    { n: others.length, names },
  );
  if (annotation.checkability === 'not-checkable')
    return say('{changed} since it was marked as not checkable.', { changed });
  if (others.length === 0 || standing.length + doubted.length === 1)
    return annotation.carried?.decision === 're-check'
      ? say('{changed}, and it is to be checked again: give a verdict on the words that stand here now.', {
          changed,
        })
      : say('{changed} since the verdict.', { changed });
  if (doubted.some(isOf)) return say('{changed} since your verdict. {whose}.', { changed, whose });
  return standing.some(isOf)
    ? say(
        'Your own verdict is on the words that stand here now. {n, plural, one {{whose}, unless you set it aside} other {{whose}, unless you set them aside}}.',
        { n: others.length, whose },
      )
    : say('{changed}. {whose}: give your own verdict on the words that stand here now.', { changed, whose });
}

function sayChange(annotation: Annotation, verdicts: readonly Verdict[]): string {
  const judged = judgedPlaceOf(annotation, verdicts);
  if (!judged || quoteOf(judged) !== quoteOf(annotation)) return say('Its words have changed');
  return judged.articleId === annotation.articleId
    ? say('It has been moved to the same words at another place')
    : say('What stands beside its words has changed');
}

/** From the words that were judged to those that stand there now; nothing where it is not known which these were. */
function changesOf(annotation: Annotation, verdicts: readonly Verdict[]): readonly WordChange[] {
  const judged = judgedPlaceOf(annotation, verdicts);
  if (!judged) return [];
  const isSame = judged.articleId !== annotation.articleId && quoteOf(judged) === quoteOf(annotation);
  return annotation.targets.flatMap(({ quote }, i) => {
    const was = judged.targets[i]?.quote ?? { exact: '', prefix: '', suffix: '' };
    return isSame ? diffAround(was, quote) : diffWords(was.exact, quote.exact);
  });
}
