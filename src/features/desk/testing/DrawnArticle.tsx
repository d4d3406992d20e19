/*
 * Built into a page by `drawing.test.ts`: an article that is drawn as at the desk, and the same article drawn afresh by
 * somebody who comes to it now. Whatever was done in between, nobody may see a difference.
 */
import * as fc from 'fast-check';
import { useRef, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Annotation, Target } from '../../../domain/annotation.ts';
import { planCarryOver, takeDraft, type CarryDecision } from '../../../domain/carry-over.ts';
import { makeChange } from '../../../domain/change.ts';
import { citeSource } from '../../../domain/cite-source.ts';
import { createClock, type Clock } from '../../../domain/clock.ts';
import { joinSentences, splitSentence } from '../../../domain/correct-sentences.ts';
import { articleOf, scaleOf, type FactCheck } from '../../../domain/fact-check.ts';
import { moveBoundaries } from '../../../domain/move-boundaries.ts';
import { startFactCheck, type DraftArticle } from '../../../domain/start-fact-check.ts';
import { paragraphDraft } from '../../../domain/testing/paragraph-draft.ts';
import { speak, type Language } from '../../../messages/language.ts';
import { ArticleBlocks } from '../ArticleBlocks.tsx';
import { useCursorHighlight } from '../use-cursor-highlight.ts';
import { useDrawing } from '../use-drawing.ts';
import { FactCheckContext, SessionContext, useFactCheck } from '../../../stores/desk-context.ts';
import { createFactCheckStore, type FactCheckStore } from '../../../stores/fact-check-store.ts';
import { createSessionStore, type SessionStore } from '../../../stores/session-store.ts';

/** What is done, before it is known what is there then: the numbers pick, modulo how many there are. */
interface Act {
  readonly verb: number;
  readonly first: number;
  readonly second: number;
}

/** Looks for acts after which the article differs from a fresh one; what it found as text, null when nothing. */
export function findDifference(seed: number, runs: number): string | null {
  const number = fc.nat({ max: 400 });
  const act = fc.record({ verb: fc.nat({ max: VERBS.length - 1 }), first: number, second: number });
  const property = fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
    const desk = openDesk(startFactCheck(draftOf(PARAGRAPHS), { clock: countingClock('first'), by: null }));
    try {
      for (const each of acts) desk.carryOut(each);
      const fresh = openDesk(desk.factCheck(), desk.session, desk.selectedId());
      const [drawn, wanted] = [describeElement(desk.article()), describeElement(fresh.article())];
      fresh.close();
      if (drawn !== wanted) throw new Error(firstDifference(drawn, wanted));
    } finally {
      desk.close();
    }
  });
  const result = fc.check(property, { seed, numRuns: runs });
  if (!result.failed) return null;
  const [acts] = result.counterexample ?? [[]];
  const names = acts.map(({ verb, first, second }) => `${VERBS[verb]?.name} ${first} ${second}`);
  return `seed ${result.seed}: ${names.join('; ')}\n${String(result.errorInstance)}`;
}

interface Desk {
  readonly carryOut: (act: Act) => void;
  readonly factCheck: () => FactCheck;
  readonly selectedId: () => string | null;
  readonly session: SessionStore;
  readonly article: () => Element;
  readonly close: () => void;
}

function openDesk(
  opened: FactCheck,
  session: SessionStore = createSession(),
  selected: string | null = null,
): Desk {
  const clock = countingClock('desk');
  const store = createFactCheckStore(opened, {
    clock,
    reviewer: () => session.getState().reviewer,
    onChange: () => {},
  });
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  let selectedId = selected;
  const show = (): void =>
    root.render(
      <FactCheckContext value={store}>
        <SessionContext value={session}>
          <Article selectedId={selectedId} />
        </SessionContext>
      </FactCheckContext>,
    );
  flushSync(show);
  return {
    session,
    factCheck: () => store.getState().factCheck,
    selectedId: () => selectedId,
    article: () => place.firstElementChild ?? place,
    carryOut: ({ verb, first, second }) =>
      flushSync(() => {
        VERBS[verb]?.({ store, session, select: (id) => (selectedId = id), first, second });
        show();
      }),
    close: () => {
      root.unmount();
      place.remove();
    },
  };
}

function Article({ selectedId }: { readonly selectedId: string | null }): ReactNode {
  const article = useFactCheck(articleOf);
  const reader = useRef<HTMLElement>(null);
  useDrawing(reader, article, selectedId);
  useCursorHighlight(reader, article);
  return (
    <article ref={reader}>
      <ArticleBlocks article={article} />
    </article>
  );
}

function createSession(): SessionStore {
  const session = createSessionStore({ getItem: () => null, setItem: () => {} });
  session.events.nameReviewer({ id: 'ada', name: 'Ada' });
  return session;
}

/** A second passes at each look, so that no time is needed. */
function countingClock(tab: string): Clock {
  let seconds = 0;
  let ids = 0;
  return createClock({
    now: () => Date.UTC(2026, 0, 1) + 1000 * (seconds += 1),
    newId: () => `${tab}-${(ids += 1)}`,
    tab,
  });
}

interface Situation {
  readonly store: FactCheckStore;
  readonly session: SessionStore;
  readonly select: (id: string | null) => void;
  readonly first: number;
  readonly second: number;
}

const VERBS: readonly ((situation: Situation) => unknown)[] = [
  function annotate({ store, first, second }) {
    return store.events.annotate(
      [targetAt(store, first, second)],
      second % 5 === 0 ? 'not-checkable' : 'claim',
    );
  },
  function annotateTwoPlaces({ store, first, second }) {
    return store.events.annotate([targetAt(store, first, second % 20), targetAt(store, second, first % 20)]);
  },
  function annotateWithVerdict({ store, first, second }) {
    return store.events.annotateWithVerdict([targetAt(store, first, second % 30)], ratingOf(store, second));
  },
  function giveVerdict({ store, first, second }) {
    const { id } = annotationOf(store, first) ?? {};
    if (id !== undefined)
      store.events.giveVerdict(id, { ratingId: second % 4 === 0 ? null : ratingOf(store, second) });
  },
  function edit({ store, first, second }) {
    const { id } = annotationOf(store, first) ?? {};
    if (id !== undefined)
      store.events.editAnnotation(id, { checkability: second % 2 === 0 ? 'claim' : 'not-checkable' });
  },
  function remove({ store, first }) {
    const { id } = annotationOf(store, first) ?? {};
    if (id !== undefined) store.events.removeAnnotations([id]);
  },
  function move({ store, first, second }) {
    const { id } = annotationOf(store, second) ?? {};
    if (id !== undefined)
      store.events.carryOut((now, hand) =>
        moveBoundaries(now, id, [targetAt(store, first, second % 50)], hand),
      );
  },
  function cite({ store, first, second }) {
    const { id } = annotationOf(store, first) ?? {};
    if (id === undefined) return;
    store.events.carryOut((now, hand) => {
      const ids = { evidence: hand.clock.newId(), source: hand.clock.newId() };
      const source = { title: `Book ${second}` };
      return citeSource(now, { annotationId: id, source, stance: 'context', ids }, hand);
    });
  },
  function join({ store, first, second }) {
    const at = first % articleOf(store.getState().factCheck).sentences.length;
    store.events.carryOut((now, hand) => joinSentences(now, at, at + 1 + (second % 2), hand));
  },
  function split({ store, first }) {
    const at = first % articleOf(store.getState().factCheck).text.length;
    store.events.carryOut((now, hand) => splitSentence(now, at, hand));
  },
  function loadDraft({ store, first, second }) {
    const { text } = articleOf(store.getState().factCheck);
    const paragraphs = text.split('\n\n');
    const changed = [
      [`A new one is first, and says ${first}.`, ...paragraphs],
      paragraphs.length > 1 ? paragraphs.slice(1) : paragraphs,
      paragraphs.map((paragraph, i) =>
        i === first % paragraphs.length ? `So it is. ${paragraph}` : paragraph,
      ),
      paragraphs.map((paragraph) => paragraph.replace('twelve', 'thirteen')),
      PARAGRAPHS,
    ];
    const draft = draftOf(changed[second % changed.length] ?? PARAGRAPHS);
    store.events.carryOut((now, hand) => {
      const plan = planCarryOver(now, ({ targets }) => targets.map((target) => findIn(draft, target)));
      const later: CarryDecision = { answer: 'later' };
      const decisions = new Map(plan.map(({ annotation }) => [annotation.id, later]));
      const taken = takeDraft(now, { draft, articleId: hand.clock.newId(), plan, decisions }, hand);
      return taken.ok ? taken.change : makeChange('', now, {}, hand);
    });
  },
  function undo({ store }) {
    store.events.undo();
  },
  function redo({ store }) {
    store.events.redo();
  },
  function open({ store, select, first }) {
    select(first % 6 === 0 ? null : (annotationOf(store, first)?.id ?? null));
  },
  function changeReviewer({ session, first }) {
    session.events.nameReviewer(first % 2 === 0 ? { id: 'ada', name: 'Ada' } : { id: 'ben', name: 'Ben' });
  },
  function speakOther({ first }) {
    speak(first % 2 === 0 ? undefined : OTHER_LANGUAGE);
  },
  function moveCursor({ store, session, first, second }) {
    const { length } = articleOf(store.getState().factCheck).sentences;
    session.events.moveCursor(first % length, { extends: second % 3 === 0 });
  },
];

/** Says the same for everything. */
const OTHER_LANGUAGE: Language = { tag: 'de', direction: 'ltr', translate: () => 'Wörter' };

function annotationOf(store: FactCheckStore, number: number): Annotation | undefined {
  const all = [...store.getState().factCheck.tables.annotation.values()];
  return all[number % all.length];
}

function ratingOf(store: FactCheckStore, number: number): string {
  const { ratings } = scaleOf(store.getState().factCheck);
  return ratings[number % ratings.length]?.id ?? '';
}

/** Words of the article, also such as reach over sentences and blocks. */
function targetAt(store: FactCheckStore, at: number, length: number): Target {
  const { text } = articleOf(store.getState().factCheck);
  const start = at % text.length;
  const end = Math.min(start + 1 + (length % 120), text.length);
  return { quote: { exact: text.slice(start, end), prefix: '', suffix: '' }, position: { start, end } };
}

function findIn({ text }: DraftArticle, target: Target) {
  const start = text.indexOf(target.quote.exact);
  if (start < 0) return { state: 'orphaned', target: null, candidates: [] } as const;
  const position = { start, end: start + target.quote.exact.length };
  const state = start === target.position.start ? 'exact' : 'moved';
  return { state, target: { ...target, position }, candidates: [] } as const;
}

const PARAGRAPHS = [
  'The count of the day. It was long.',
  'We lost twelve Marines and one chaplain. They were our friends, all of them. “Never again”, he said.',
  'First of two.',
  'Second of two. With more.',
  'Is this the end? It is.',
];

/** Sentences end at a full stop and a space; the first and the third word of a block are links, the one without address. */
function draftOf(paragraphs: readonly string[]): DraftArticle {
  const text = paragraphs.join('\n\n');
  let reached = 0;
  const blocks = paragraphs.map((paragraph, i) => {
    const start = reached;
    reached += paragraph.length + 2;
    const end = start + paragraph.length;
    if (i === 0) return { kind: 'heading', level: 2, start, end } as const;
    return i === 2 || i === 3
      ? ({ kind: 'list-item', ordered: false, start, end } as const)
      : ({ kind: 'paragraph', start, end } as const);
  });
  const within = blocks.flatMap(({ start, end }) => {
    const words = [...text.slice(start, end).matchAll(/\S+/g)].map((word) => ({
      start: start + word.index,
      end: start + word.index + word[0].length,
    }));
    const sentences = [...text.slice(start, end).matchAll(/\S.*?[.?](?= |$)/g)].map((sentence) => ({
      start: start + sentence.index,
      end: start + sentence.index + sentence[0].length,
    }));
    return [{ words, sentences }];
  });
  return paragraphDraft(text, {
    blocks,
    sentences: within.flatMap(({ sentences }) => sentences),
    links: within.flatMap(({ words: [first, , third, fourth] }) => [
      ...(first ? [{ ...first, href: 'https://example.org/' }] : []),
      ...(third ? [{ start: third.start, end: (fourth ?? third).end, href: 'page 4' }] : []),
    ]),
  });
}

/** Everything that can be seen of it, attributes in order of their names. */
function describeElement(element: Element): string {
  const attributes = [...element.attributes]
    .map(({ name, value }) => `${name}=${JSON.stringify(value)}`)
    .toSorted();
  const inner = [...element.childNodes].map((node) =>
    node instanceof Element ? describeElement(node) : JSON.stringify(node.textContent),
  );
  return `<${[element.localName, ...attributes].join(' ')}>\n${inner.join('\n')}\n</>`;
}

function firstDifference(drawn: string, wanted: string): string {
  const [one, other] = [drawn.split('\n'), wanted.split('\n')];
  const at = one.findIndex((line, i) => line !== other[i]);
  return `drawn:\n${one.slice(at - 2, at + 3).join('\n')}\nwanted:\n${other.slice(at - 2, at + 3).join('\n')}`;
}
