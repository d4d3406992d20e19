/** What pdf.js asks for, and where it looks for it. */
interface WantedData {
  readonly kind: string;
  readonly filename: string;
}

/**
 * Hands pdf.js what it needs to read letters of Chinese, Japanese and Korean PDFs that name their encoding instead of
 * holding it: predefined CMaps (ISO 32000, 9.7.5.2), which come with the app as files and are asked for one by one. Fonts
 * draw letters, which nobody does here: they are refused, and the text is read without them.
 */
export class PdfData {
  async fetch({ kind, filename }: WantedData): Promise<Uint8Array> {
    const { CMAPS } = await import('./pdf-cmaps.ts');
    const address = kind === 'cMapUrl' ? CMAPS[`/node_modules/pdfjs-dist/cmaps/${filename}`] : undefined;
    if (address === undefined) throw new Error(`${filename} does not come with the app.`);
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${filename} could not be loaded: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}
