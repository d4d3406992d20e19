/** What the reference pages take of a fact-check file. Offsets are UTF-16 units of the article's text. */
export interface FileContent {
  readonly text: string;
  readonly blocks: readonly Span[];
  readonly annotations: readonly FileAnnotation[];
  readonly verdicts: readonly FileVerdict[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface FileAnnotation {
  readonly id: string;
  readonly targets: readonly { readonly quote: { readonly exact: string }; readonly position: Span }[];
}

export interface FileVerdict {
  readonly annotationId: string;
  readonly ratingId: string;
}

interface FactCheckFile {
  readonly factCheck: {
    readonly articles: readonly [Pick<FileContent, 'text' | 'blocks'>];
    readonly annotations: readonly FileAnnotation[];
    readonly verdicts: readonly FileVerdict[];
  };
}

/** Reads the file that the address names, `?file=`. It was made by the benchmark, so nothing of it is checked. */
export async function readFile(): Promise<FileContent> {
  const address = new URLSearchParams(location.search).get('file') ?? '';
  const answer = await fetch(address);
  const { factCheck } = (await answer.json()) as FactCheckFile;
  const [{ text, blocks }] = factCheck.articles;
  return { text, blocks, annotations: factCheck.annotations, verdicts: factCheck.verdicts };
}

/** The element that the article stands in. */
export function findArticle(): HTMLElement {
  const article = document.getElementById('article');
  if (!article) throw new Error('The page has no article.');
  return article;
}

/** The rating that a digit stands for. */
export function ratingOf(key: string): string | undefined {
  return RATINGS[Number(key) - 1];
}

const RATINGS = ['true', 'mostly-true', 'half-true', 'mostly-false', 'false', 'misleading', 'unproven'];
