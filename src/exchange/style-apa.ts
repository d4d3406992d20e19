/** The Publication Manual of the APA, 7th edition, as a list of references. */
export { apa as STYLE } from '@citation-js/plugin-csl/lib-mjs/styles.json';
