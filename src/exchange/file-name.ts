/** In bytes of UTF-8: every file system takes 255, and something must remain for "(2)" and a long folder. */
const MOST_BYTES = 120;

/**
 * Line breaks, control and format characters, and what one of the systems gives a meaning: < > : " / \ | ? * Not those
 * two that join and part letters within a word, as Persian needs them, and make one picture of several.
 */
const UNSAFE = /(?:(?!\p{Join_Control})[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*])+/gu;

/** Names that are devices on Windows, whatever the extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/**
 * A file name from a title of any kind that Windows, macOS and Linux all take as it is: NFC, no hidden file, at most
 * 120 bytes before the extension. `extension` comes with its dot.
 */
export function fileNameFor(title: string, extension: string): string {
  const cleaned = title.normalize('NFC').replaceAll(UNSAFE, ' ').replaceAll(/\s+/gu, ' ');
  const trimmed = trim(cutBytes(trim(cleaned)));
  const name = DEVICE.test(trimmed) ? `_${trimmed}` : trimmed;
  return `${name || 'fact-check'}${extension}`;
}

/** The name of an export, with a word where it holds only what the person chose: `leftOut` counts the rest. */
export function exportNameFor(
  title: string,
  { leftOut }: { readonly leftOut: number },
  extension: string,
): string {
  return fileNameFor(title, leftOut > 0 ? `-selection${extension}` : extension);
}

/** Windows drops dots and spaces at the end; a dot at the start hides, and - and ~ mean something to a shell. */
function trim(name: string): string {
  return name.replaceAll(/^[\s.~\p{Join_Control}-]+|[\s.\p{Join_Control}]+$/gu, '');
}

function cutBytes(name: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let cut = '';
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(
    name.slice(0, 500),
  )) {
    bytes += encoder.encode(segment).length;
    if (bytes > MOST_BYTES) return cut;
    cut += segment;
  }
  return cut;
}
