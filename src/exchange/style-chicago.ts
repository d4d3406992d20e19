/** The Chicago Manual of Style, 17th edition, as full notes. */
export { content as STYLE } from '@citation/csl-style-chicago-fullnote-bibliography/info.json';
