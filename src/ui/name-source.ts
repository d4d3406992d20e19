import type { Source } from '../domain/source.ts';
import { say } from '../messages/say.ts';

/** What a source is called on a screen: its title, else its address. */
export function nameSource({ title, url }: Pick<Source, 'title' | 'url'>): string {
  return title.trim() || url || say('Untitled source');
}
