/** How a file is to be read, or why it can't be, as a sentence for the person. */
export type FileKind = 'plain' | 'markdown' | 'html' | 'pdf' | 'packed' | { readonly problem: string };

const COPY_TEXT = 'Open it in its own program, copy the text, and use “Paste an article”.';

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly problem: string }[] = [
  {
    bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    problem: `It is an RTF document, which Linecheck can’t read. ${COPY_TEXT}`,
  },
];

const PACKED = [0x50, 0x4b, 0x03, 0x04];

/** Compound files (MS-CFB): old Office documents, and the shell around new ones that have a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const OLD = `It is an old Office document, such as .doc, which Linecheck can’t read. Save it as .docx, and open that.`;
const LOCKED =
  'This document is protected by a password. Save a copy without one from the program that opens it, and open that copy.';

/** What a name in the directory of a compound file ends with when it holds an encrypted document (MS-OFFCRYPTO). */
const ENCRYPTED_PACKAGE = 'EncryptedPackage';

const HTML_NAME = /\.x?html?$/i;
const MARKDOWN_NAME = /\.(?:md|markdown)$/i;
const HTML_START =
  /^[^a-z<]*(?:<\?xml[^>]*>\s*|<!--[^]{0,2000}?-->\s*)*<(?:!doctype html|html|head|body)[\s>]/i;

/** Tells by the first bytes, and by the name where they leave it open. */
export function recogniseFile(name: string, bytes: Uint8Array): FileKind {
  const head = String.fromCodePoint(...bytes.subarray(0, 4096)).replaceAll('\0', '');
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (startsWith(bytes, PACKED)) return 'packed';
  if (startsWith(bytes, COMPOUND)) return { problem: isEncrypted(bytes) ? LOCKED : OLD };
  const known = SIGNATURES.find((one) => startsWith(bytes, one.bytes));
  if (known) return { problem: known.problem };
  if (MARKDOWN_NAME.test(name)) return 'markdown';
  return HTML_NAME.test(name) || HTML_START.test(head) ? 'html' : 'plain';
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** Names in a compound file are in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  return new TextDecoder('utf-16le').decode(bytes).includes(ENCRYPTED_PACKAGE);
}
