import { memo, useMemo, useState, type ReactNode } from 'react';
import type { Annotation } from '../../domain/annotation.ts';
import { placeInText } from '../../domain/place-in-text.ts';
import { outlineAnnotation } from '../../domain/annotation-outline.ts';
import { articleOf, type FactCheck } from '../../domain/fact-check.ts';
import { isPlacedIn } from '../../domain/placed-annotations.ts';
import type { QueryKey } from '../../domain/query-terms.ts';
import type { Id } from '../../domain/record.ts';
import { isQuery, reviewerInQuery, unknownIn } from '../../domain/search-annotations.ts';
import { countPlaced } from '../../domain/sentence-index.ts';
import { say } from '../../messages/say.ts';
import { useIsBehind, useSession, useSessionEvents } from '../../stores/desk-context.ts';
import type { WhenReviewer } from '../../stores/fact-check-store.ts';
import { useSearch } from '../../stores/use-search.ts';
import { Button } from '../../ui/Button.tsx';
import { listCommands } from '../../ui/commands.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { anchorStateOf } from './anchor-state.ts';
import styles from './AnnotationList.module.css';
import { AttachButton } from './AttachButton.tsx';
import { FilterBar } from './FilterBar.tsx';
import { RemovedPart } from './RemovedPart.tsx';
import { Rows } from './Rows.tsx';
import { useLatest } from '../../ui/use-latest.ts';

interface AnnotationListProps {
  readonly selectedId: Id | null;
  readonly onOpen: (id: Id) => void;
  readonly whenReviewer: WhenReviewer;
}

/** All annotations in text order, with filters. One stop of the Tab key; arrows go from row to row, Enter opens. */
export function AnnotationList(props: AnnotationListProps): ReactNode {
  const { factCheck, query, found, isBehind } = useSearch();
  const isToFollow = useIsBehind(factCheck);
  const open = useLatest(props.onOpen);
  return (
    <section aria-label={say('Annotations')} aria-busy={isBehind || isToFollow} className={styles['list']}>
      <ListContent {...props} onOpen={open} factCheck={factCheck} searched={query} shown={found} />
    </section>
  );
}

interface ListContentProps extends AnnotationListProps {
  readonly factCheck: FactCheck;
  /** The query, and what it has found in the fact check. */
  readonly searched: string;
  readonly shown: readonly Annotation[];
}

/** Drawn again when an edit has been followed, and not when there is one to be followed. */
const ListContent = memo(function ListContent(props: ListContentProps): ReactNode {
  const { factCheck, searched, shown, selectedId, onOpen, whenReviewer } = props;
  const presentId = useSession(({ reviewer }) => reviewer?.id ?? null);
  const query = useSession((session) => session.query);
  const hasKeys = useSession(({ hasCharacterKeys }) => hasCharacterKeys);
  const language = useLanguage();
  const { search } = useSessionEvents();
  const [focusedId, setFocusedId] = useState<Id | null>(null);
  const focus = useLatest(setFocusedId);

  const article = articleOf(factCheck);
  const all = factCheck.tables.annotation.size;
  const { placed, lost } = usePlaced(factCheck, shown);
  const findIn = (list: readonly Annotation[], id: Id | null | undefined): number => {
    const annotation = typeof id === 'string' && factCheck.tables.annotation.get(id);
    const place = annotation && placeInText(list, annotation);
    return place && place.isThere ? place.index : -1;
  };
  const tabStop = [focusedId, selectedId].find((id) => findIn(shown, id) >= 0) ?? shown[0]?.id;

  const [list, setList] = useState<HTMLElement | null>(null);

  const reviewerId = reviewerInQuery(factCheck, searched, presentId) ?? presentId;
  const draw = (annotation: Annotation) => {
    const outline = outlineAnnotation(factCheck, annotation, reviewerId);
    return {
      ...outline,
      anchor: anchorStateOf(article, outline),
      language: article.language,
      direction: article.direction,
      isSelected: annotation.id === selectedId,
      isTabStop: annotation.id === tabStop,
      onOpen,
      onFocus: focus,
    };
  };
  const common = { tabStop, selectedId, findIn, scroller: list };

  return (
    <>
      {all === 0 ? (
        <EmptyState title={say('Nothing annotated yet')}>
          <p>
            {hasKeys
              ? say(
                  'Put the cursor on a sentence and press a digit to give its verdict, or drag over the words of a claim.',
                )
              : say(
                  'Put the cursor on a sentence and choose its verdict below the article, or drag over the words of a claim.',
                )}
          </p>
          <Button
            look="quiet"
            onClick={() =>
              listCommands()
                .find(({ id }) => id === 'tour')
                ?.run()
            }
          >
            {say('How it works')}
          </Button>
        </EmptyState>
      ) : (
        <>
          <FilterBar
            // Its suggestions are kept, and are in a language.
            key={language}
            factCheck={factCheck}
            query={query}
            onChange={search}
            shown={shown.length}
            all={all}
          />
          {shown.length === 0 ? (
            <EmptyState title={say('No annotation fits these filters')}>
              {unknownIn(factCheck, searched).map(({ key, value }) => (
                <p key={`${key}:${value}`}>{NOT_KNOWN[key](value)}</p>
              ))}
              <Button onClick={() => search('')}>{say('Clear filters')}</Button>
            </EmptyState>
          ) : (
            <div ref={setList} className={styles['rows']}>
              {lost.length > 0 ? (
                <section className={styles['tray']} aria-label={say('Needs a place')}>
                  <h2>{say('Needs a place')}</h2>
                  <Rows
                    {...common}
                    above={0}
                    annotations={lost}
                    draw={(annotation) => ({
                      ...draw(annotation),
                      children: <AttachButton annotation={annotation} whenReviewer={whenReviewer} />,
                    })}
                  />
                </section>
              ) : null}
              <Rows
                {...common}
                above={lost.length}
                label={isQuery(searched) ? say('Filtered') : say('In text order')}
                annotations={placed}
                draw={draw}
              />
            </div>
          )}
        </>
      )}
      <RemovedPart onOpen={onOpen} whenReviewer={whenReviewer} />
    </>
  );
});

/** Why a query finds nothing, where a value in it is nothing that this fact check has. */
const NOT_KNOWN: Readonly<Record<QueryKey, (value: string) => string>> = {
  verdict: (value) => say('No verdict here is called “{value}”.', { value }),
  status: (value) => say('No status is called “{value}”.', { value }),
  by: (value) => say('Nobody here is called “{value}”.', { value }),
  tag: (value) => say('No annotation has the tag “{value}”.', { value }),
  has: (value) => say('“has:{value}” is nothing to look for; “has:nosource” is.', { value }),
  text: (value) => say('“{value}” is in no marked words.', { value }),
};

interface Placed {
  readonly placed: readonly Annotation[];
  /** Those that have no place in the text under check. */
  readonly lost: readonly Annotation[];
}

function usePlaced(factCheck: FactCheck, shown: readonly Annotation[]): Placed {
  const article = articleOf(factCheck);
  const areAllPlaced = countPlaced(factCheck) === factCheck.tables.annotation.size;
  return useMemo(() => {
    if (areAllPlaced) return { placed: shown, lost: [] };
    const isPlaced = (annotation: Annotation): boolean => isPlacedIn(article, annotation);
    return {
      placed: shown.filter(isPlaced),
      lost: shown.filter((annotation) => !isPlaced(annotation)),
    };
  }, [shown, article, areAllPlaced]);
}
