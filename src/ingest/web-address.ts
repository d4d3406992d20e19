const KEPT = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address as a link of an article, or null when it is to stay plain text: http, https and mailto only (WHATWG URL).
 * A relative address needs the address of its page.
 */
export function readWebAddress(address: string, page?: string): string | null {
  try {
    const url = new URL(address, page);
    return KEPT.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
