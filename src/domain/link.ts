import * as v from 'valibot';

/** Schemes that run code or reach into the machine. No address with one of them is ever stored. */
export const DANGEROUS_SCHEMES = [
  'javascript',
  'data',
  'vbscript',
  'file',
  'blob',
  'filesystem',
  'about',
  'view-source',
] as const;

const DANGEROUS_SCHEME = new RegExp(`^(?:${DANGEROUS_SCHEMES.join('|')}):`, 'i');

/** Browsers skip control characters and spaces inside a scheme; what they would run is what we must judge. */
// oxlint-disable-next-line no-control-regex -- these are the characters that the URL standard strips
const SKIPPED_BY_BROWSERS = /[\u0000-\u0020\u007f-\u009f\u200b-\u200f\u2028\u2029\ufeff]+/g;

/**
 * The address to put into `href` for what a person typed or a file held, or null when it must stay plain text. Only
 * http, https, doi and urn become links (a DOI through its resolver); everything else is never one.
 */
export function linkTarget(address: string): string | null {
  const trimmed = address.trim();
  // Half a character has no place in an address, and encodeURI throws at one.
  if (/\p{Surrogate}/u.test(trimmed)) return null;
  const doi = /^doi:\s*(10\.\d{4,9}\/\S+)$/i.exec(trimmed)?.[1];
  if (doi !== undefined) return `https://doi.org/${encodeDoi(doi)}`;
  if (/^urn:[a-z0-9][a-z0-9-]{0,31}:\S+$/i.test(trimmed)) return encodeRest(trimmed, trimmed.indexOf(':', 4));
  if (!/^https?:\/\//i.test(trimmed)) return null;
  if (!URL.canParse(trimmed)) return null;
  const { href } = new URL(trimmed);
  // Brackets belong to the host alone, where they hold an address of IPv6.
  return encodeRest(href, href.indexOf('/', href.indexOf('//') + 2)).replace(
    /^https?:\/\/(?:dx\.|www\.)?doi\.org\/(?=10\.)/,
    'https://doi.org/',
  );
}

/** The address of a DOI as it was written, with or without the resolver before it; null for none. */
export function addressOfDoi(doi: string | null): string | null {
  return doi === null ? null : `https://doi.org/${doi.replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '')}`;
}

/** True when the address could run code or open a local file once somebody makes a link of it. */
export function isDangerousAddress(address: string): boolean {
  return DANGEROUS_SCHEME.test(address.replaceAll(SKIPPED_BY_BROWSERS, ''));
}

/** Any text that is not dangerous: a half-typed address is kept as it is and becomes a link when it is one. */
export const addressSchema = v.pipe(
  v.string(),
  v.check((address) => !isDangerousAddress(address), 'is not a web address (http, https, doi or urn)'),
);

/** What stands from `from` on in the characters that RFC 3986, 2 allows. A `%` stays: browsers let it be. */
function encodeRest(address: string, from: number): string {
  const rest = address.slice(from).replaceAll(/[^\w\-.~!$&'()*+,;=:@/?#%]/gu, encodeURIComponent);
  return address.slice(0, from) + rest;
}

/** The DOI as a path (DOI Handbook 2.5.2.4): a name may hold what would begin a query or a fragment. */
function encodeDoi(doi: string): string {
  return encodeURI(decode(doi)).replaceAll(/[?#]/g, encodeURIComponent);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
