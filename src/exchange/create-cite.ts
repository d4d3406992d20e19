import LOCALES from '@citation-js/plugin-csl/lib-mjs/locales.json';
import CSL from 'citeproc';
import { citeBesides } from './cite-besides.ts';
import type { CitationStyle, Cite } from './cite.ts';
import { ADDRESS, isolatedWords, plainWords, readRuns, RUNS_FORMAT } from './citation-runs.ts';
import type { CslDate } from './csl-date.ts';
import { cslItemOf, isOthers, type CslItem, type CslName } from './csl-item.ts';

/** Citing by citeproc-js, in a style of the Citation Style Language: the text of its XML. */
export function createCite(style: CitationStyle, xml: string): Cite {
  CSL.Output.Formats['runs'] = RUNS_FORMAT;
  let item: object = {};
  const system = { retrieveLocale: () => LOCALES['en-US'], retrieveItem: () => item };
  const engine = new CSL.Engine(system, xml, 'en-US');
  engine.setOutputFormat('runs');
  let count = 0;
  return (source) => {
    // By an id of its own: the processor keeps what it has seen of another.
    const id = String((count += 1));
    const csl = cslItemOf(source);
    item = { ...citable(csl, style), id };
    engine.updateItems([id]);
    const written =
      style === 'apa' ? (engine.makeBibliography() || [])[1]?.[0] : engine.makeCitationCluster([{ id }]);
    return citeBesides(source, csl, readRuns(polish(written ?? ''), source.url?.trim() ?? ''));
  };
}

/** In the place of authors of whom no name is known. */
const OTHERS = '\uf8f3';

/** The record as the processor takes it: nothing in its words is markup to it, and they keep their case. */
function citable(csl: CslItem, style: CitationStyle): object {
  const { title, publisher, issued, accessed, DOI, URL } = csl;
  const author = csl.author?.every(isOthers) ? [] : (csl.author ?? []);
  const whole = csl['container-title'];
  // Whoever publishes their own work is named once.
  const [only] = author;
  const own = author.length === 1 && only && 'literal' in only ? only.literal : null;
  return {
    ...kindOf(csl, style),
    // The styles put the titles of English works into capitals; which are English nobody has said.
    language: 'und',
    title: isolatedWords(title ?? (URL === undefined ? 'Untitled' : '')),
    ...(author.length > 0 ? { author: author.map((name) => citableName(name, style)) } : {}),
    ...(whole === undefined || whole === own ? {} : { 'container-title': isolatedWords(whole) }),
    ...(publisher === undefined || publisher === own
      ? {}
      : { [PUBLISHER_OF.get(csl.type) ?? 'publisher']: isolatedWords(publisher) }),
    ...(issued ? { issued: citableDate(issued) } : {}),
    ...(accessed ? { accessed: citableDate(accessed) } : {}),
    ...(URL === undefined ? {} : DOI === undefined ? { URL: ADDRESS } : { DOI: ADDRESS }),
  };
}

/** Works of which the styles name who published them by another part of the record. */
const PUBLISHER_OF: ReadonlyMap<string, string> = new Map([
  ['legal_case', 'authority'],
  ['bill', 'authority'],
  ['paper-conference', 'container-title'],
  ['post-weblog', 'container-title'],
]);

/** The style of the APA lists no letters and mails; that of Chicago dates no speech of which the place is not known. */
function kindOf({ type }: CslItem, style: CitationStyle): object {
  if (type === 'personal_communication' && style === 'apa')
    return { type: 'document', genre: 'Personal communication' };
  return { type: type === 'speech' && style === 'chicago' ? 'document' : type };
}

function citableName(name: CslName, style: CitationStyle): object {
  if (isOthers(name)) return { literal: OTHERS };
  if ('literal' in name) return { literal: isolatedWords(name.literal) };
  // The processor would join the two, as is right in East Asia only. Nor can it shorten a name of such a script.
  if (!CSL.ROMANESQUE_REGEXP.test(name.family) && !EAST_ASIAN.test(name.family))
    return { literal: isolatedWords(sayName(name, style)) };
  // A name is initialled and turned round: what of it runs from the right is isolated afterwards.
  return Object.fromEntries(Object.entries(name).map(([part, words]) => [part, plainWords(words)]));
}

const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u;

/** In a list the family name comes first, in a note of Chicago last. */
function sayName(
  { family, given, suffix }: Exclude<CslName, { readonly literal: string }>,
  style: CitationStyle,
): string {
  const name = style === 'apa' ? `${family}, ${given}` : `${given} ${family}`;
  return suffix === undefined ? name : `${name}, ${suffix}`;
}

function citableDate(date: CslDate): object {
  return 'literal' in date ? { literal: isolatedWords(date.literal) } : date;
}

/** As the style would have it where it does not know better. */
function polish(written: string): string {
  return (
    written
      .trim()
      .replaceAll(/ {2,}/g, ' ')
      .replace(`https://doi.org/${ADDRESS}`, ADDRESS)
      // "Lund, P., & others", "Per Lund and others", "…, others".
      .replace(AND_OTHERS, ' et al.')
      // A sentence that ends itself in another script, or in isolation, needs no full stop.
      .replaceAll(/([!?…。؟！？][\uf8f5\u2069]*|\.[\uf8f5\u2069]+)\.(?!\.)/g, '$1')
  );
}

const AND_OTHERS = new RegExp(` (?:& |and |… )?${OTHERS}\\.?`);
