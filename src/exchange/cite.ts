import type { Source } from '../domain/source.ts';
import { message } from '../messages/say.ts';

/** A stretch of a citation: plain, in italics, or an address that may be a link. */
export interface Run {
  readonly text: string;
  readonly isTitle?: true;
  /** True for words of unknown direction: they must not turn round what stands beside them. */
  readonly isIsolated?: true;
  readonly href?: string;
}

/** Writes a source as a reference. What is not known of it is left out, never made up. */
export type Cite = (source: Source) => Citation;

export interface Citation {
  readonly runs: readonly Run[];
  /** What the style does not write in full: some of the authors, the day or the month. */
  readonly isShort: { readonly authors: boolean; readonly date: boolean };
}

/** Cites all of them, in their order. */
export type CiteAll = (sources: readonly Source[], style: CitationStyle) => Promise<readonly Citation[]>;

export const CITATION_STYLES = [
  { value: 'apa', label: message('APA (7th edition)') },
  { value: 'chicago', label: message('Chicago (17th edition, notes)') },
] as const;

export type CitationStyle = (typeof CITATION_STYLES)[number]['value'];

/** What the licence of citeproc-js (CPAL 1.0, exhibit B) wants to be shown wherever it writes citations. */
export const CREDIT = {
  words: 'Citations by CSL (citeproc-js)',
  href: 'https://citationstyles.org/',
} as const;

/** Loads the processor of citations and the style: of its own code a report has none of either. */
export async function loadCitations(style: CitationStyle): Promise<Cite> {
  const [{ createCite }, { STYLE }] = await Promise.all([
    import('./create-cite.ts'),
    style === 'apa' ? import('./style-apa.ts') : import('./style-chicago.ts'),
  ]);
  return createCite(style, STYLE);
}
