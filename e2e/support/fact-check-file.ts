import { createHash } from 'node:crypto';

/** An annotation of a planned fact check. */
export interface PlannedAnnotation {
  /** Words of the text, at their first place. */
  readonly quote: string;
  /** Number of the sentence from which on the words are looked for; absent: the first, 0. */
  readonly sentence?: number;
  /** A rating of the Linecheck scale; absent: open. */
  readonly rating?: Rating;
  readonly conclusion?: string;
  /** Name of who judged it; the first reviewer of the plan unless told. */
  readonly by?: string;
  readonly isNotCheckable?: boolean;
  readonly status?: 'to-check' | 'researching' | 'checked' | 'approved';
  readonly tags?: readonly string[];
  /** Ids of sources of the plan, each with its stance. */
  readonly cites?: Readonly<Record<string, 'supports' | 'refutes' | 'mixed' | 'context'>>;
}

export interface PlannedFactCheck {
  readonly id?: string;
  readonly title?: string;
  /** Each paragraph as its sentences. */
  readonly paragraphs: readonly (readonly string[])[];
  readonly language?: string;
  readonly direction?: 'ltr' | 'rtl';
  readonly reviewers?: readonly string[];
  readonly annotations?: readonly PlannedAnnotation[];
  /** By id. */
  readonly sources?: Readonly<Record<string, { readonly title: string; readonly url?: string }>>;
}

type Fields = Record<string, unknown>;

/** The file as plain JSON, to be spoilt by tests that need a spoilt one. */
export interface FactCheckFile {
  format: string;
  version: string;
  factCheck: {
    head: Fields;
    articles: Fields[];
    ratingScales: Fields[];
    reviewers: Fields[];
    annotations: Fields[];
    verdicts: Fields[];
    sources: Fields[];
    evidence: Fields[];
  };
  [name: string]: unknown;
}

/** Every rating of the Linecheck scale: id, word, colour token and mark; the key is the place in the row. */
const RATINGS = [
  ['true', 'True', 'true', 'T'],
  ['mostly-true', 'Mostly true', 'mostly-true', 'T−'],
  ['half-true', 'Half true', 'half', '½'],
  ['mostly-false', 'Mostly false', 'mostly-false', 'F−'],
  ['false', 'False', 'false', 'F'],
  ['misleading', 'Misleading', 'misleading', '!'],
  ['unproven', 'Unproven', 'unproven', '?'],
] as const;

type Rating = (typeof RATINGS)[number][0];

const AT = '2026-01-01T00:00:00Z';

/** Writes a fact-check file by hand, as somebody's script would: it takes nothing from the app but the format. */
export function planFile(plan: PlannedFactCheck): FactCheckFile {
  const { id = 'planned', title = 'Planned', annotations = [], sources = {}, reviewers = ['Ana'] } = plan;
  let revisions = 0;
  const stamp = (): Fields => ({
    rev: [Date.UTC(2026, 0, 1) + (revisions += 1), 'plan'],
    updatedAt: AT,
    updatedBy: idOf(reviewers[0]),
  });
  const article = layOut(plan);
  return {
    $schema: 'urn:linecheck:schema:fact-check:1',
    format: 'linecheck-fact-check',
    version: '1.0',
    exportedAt: AT,
    generator: 'a test',
    factCheck: {
      head: {
        type: 'fact-check',
        id,
        title,
        articleId: 'draft',
        scaleId: 'linecheck',
        createdAt: AT,
        createdBy: null,
        ...stamp(),
      },
      articles: [{ type: 'article', id: 'draft', title, retrievedAt: AT, links: [], ...article, ...stamp() }],
      ratingScales: [
        {
          type: 'rating-scale',
          id: 'linecheck',
          version: 1,
          name: 'Linecheck',
          ratings: RATINGS.map(([rating, label, colour, mark], i) => ({
            id: rating,
            label,
            shortcut: String(i + 1),
            ordinal: i < 5 ? 5 - i : null,
            definition: `What “${label}” means.`,
            colour,
            mark,
          })),
          ...stamp(),
        },
      ],
      reviewers: reviewers.map((name) => ({ type: 'reviewer', id: idOf(name), name, ...stamp() })),
      annotations: annotations.map(
        ({ quote, sentence = 0, status, tags = [], isNotCheckable, by, rating }, i) => ({
          type: 'annotation',
          id: `a${i}`,
          articleId: 'draft',
          targets: [targetIn(article.text, quote, article.sentences[sentence]?.start ?? 0)],
          claim: { statement: quote, kind: 'substance' },
          checkability: isNotCheckable ? 'not-checkable' : 'claim',
          tags,
          status: status ?? (rating ? 'checked' : 'to-check'),
          createdAt: AT,
          createdBy: idOf(by ?? reviewers[0]),
          ...stamp(),
        }),
      ),
      verdicts: annotations.flatMap(({ rating = null, conclusion = '', by }, i) =>
        rating === null && conclusion === ''
          ? []
          : [
              {
                type: 'verdict',
                id: `v${i}`,
                annotationId: `a${i}`,
                reviewerId: idOf(by ?? reviewers[0]),
                scaleId: 'linecheck',
                scaleVersion: 1,
                ratingId: rating,
                conclusion,
                decidedAt: AT,
                ...stamp(),
              },
            ],
      ),
      sources: Object.entries(sources).map(([sourceId, words]) => ({
        type: 'source',
        id: sourceId,
        kind: 'webpage',
        authors: [],
        accessedAt: AT,
        archives: [],
        ...words,
        ...stamp(),
      })),
      evidence: annotations.flatMap(({ cites = {} }, i) =>
        Object.entries(cites).map(([sourceId, stance]) => ({
          type: 'evidence',
          id: `e${i}-${sourceId}`,
          annotationId: `a${i}`,
          sourceId,
          stance,
          ...stamp(),
        })),
      ),
    },
  };
}

function layOut({
  paragraphs,
  language = 'en',
  direction = 'ltr',
}: PlannedFactCheck): Fields & { text: string; sentences: { start: number; end: number }[] } {
  let text = '';
  const blocks: Fields[] = [];
  const sentences: { start: number; end: number }[] = [];
  for (const paragraph of paragraphs) {
    if (text !== '') text += '\n\n';
    const start = text.length;
    for (const sentence of paragraph) {
      if (text.length > start) text += ' ';
      sentences.push({ start: text.length, end: text.length + sentence.length });
      text += sentence;
    }
    blocks.push({ kind: 'paragraph', start, end: text.length });
  }
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { language, direction, text, blocks, sentences, segmenter: '1', sha256 };
}

function targetIn(text: string, exact: string, from: number): Fields {
  const start = text.indexOf(exact, from);
  if (start < 0) throw new Error(`“${exact}” is not in the planned text.`);
  const end = start + exact.length;
  return {
    quote: { exact, prefix: text.slice(Math.max(0, start - 20), start), suffix: text.slice(end, end + 20) },
    position: { start, end },
  };
}

/** Ids are ASCII, whatever a name is written in. */
function idOf(name = 'nobody'): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9\u0080-\uffff]+/g, '-')
    .replaceAll(/[\u0080-\uffff]/g, (letter) => letter.charCodeAt(0).toString(36));
}
