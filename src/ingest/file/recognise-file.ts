/** How a file is to be read, or why it can't be, as a sentence for the person. */
export type FileKind = 'plain' | 'markdown' | 'html' | 'pdf' | { readonly problem: string };

const COPY_TEXT = 'Open it in its own program, copy the text, and use “Paste an article”.';

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly problem: string }[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    problem: `It is a packed file, such as a Word document, which Linecheck can’t read yet. ${COPY_TEXT}`,
  },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    problem: `It is an old Office document, or one with a password, which Linecheck can’t read. ${COPY_TEXT}`,
  },
  {
    bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    problem: `It is an RTF document, which Linecheck can’t read. ${COPY_TEXT}`,
  },
];

const HTML_NAME = /\.x?html?$/i;
const MARKDOWN_NAME = /\.(?:md|markdown)$/i;
const HTML_START =
  /^[^a-z<]*(?:<\?xml[^>]*>\s*|<!--[^]{0,2000}?-->\s*)*<(?:!doctype html|html|head|body)[\s>]/i;

/** Tells by the first bytes, and by the name where they leave it open. */
export function recogniseFile(name: string, bytes: Uint8Array): FileKind {
  const head = String.fromCodePoint(...bytes.subarray(0, 4096)).replaceAll('\0', '');
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  const known = SIGNATURES.find((one) => one.bytes.every((byte, index) => bytes[index] === byte));
  if (known) return { problem: known.problem };
  if (MARKDOWN_NAME.test(name)) return 'markdown';
  return HTML_NAME.test(name) || HTML_START.test(head) ? 'html' : 'plain';
}
