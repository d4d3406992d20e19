/** The comment at the head of a file of sources. */
export const WRITTEN_HERE = '% Sources of a fact check, written by Linecheck';

/** The title of a source that has neither title nor address: BibTeX wants one. */
export const UNTITLED = 'Untitled';
