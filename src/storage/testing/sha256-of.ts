import { createHash } from 'node:crypto';

/** The digest that an article carries, without waiting. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
