import type { CompiledMessage } from 'icu-minify/format';

/**
 * The name of a message in the compiled catalogues: FNV-1a over its compiled English and its context. A test sees to it
 * that no two are alike.
 */
export function keyOf(message: CompiledMessage, context: string): string {
  const text = JSON.stringify(message) + context;
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
