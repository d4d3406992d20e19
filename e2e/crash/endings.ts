import type { Random } from '../support/random.ts';

/** The ways in which a session ends, each as the table calls it. */
export const ENDINGS = {
  kill: 'browser killed after “Saved”',
  'kill-typing': 'browser killed while typing',
  'kill-two-tabs': 'browser killed, two tabs editing',
  'kill-pages': 'tab killed after “Saved”',
  'reload-typing': 'reload in the middle of typing',
  'close-tab': 'tab closed right after a key',
  quit: 'browser closed politely',
} as const;

export type Ending = keyof typeof ENDINGS;

export function isKill(ending: Ending): boolean {
  return ending.startsWith('kill');
}

const KILLS = ['kill', 'kill-typing', 'kill-two-tabs', 'kill', 'kill-pages'] as const;
const OTHERS = ['reload-typing', 'close-tab', 'quit'] as const;

/** As many kills as wanted, of each kind in turn, and after every third an ending of another kind; then shuffled. */
export function planEndings(kills: number, random: Random): readonly Ending[] {
  const planned: Ending[] = [];
  for (let i = 0; i < kills; i += 1) {
    planned.push(KILLS[i % KILLS.length] ?? 'kill');
    if (i % 3 === 2) planned.push(OTHERS[((i - 2) / 3) % OTHERS.length] ?? 'quit');
  }
  for (let last = planned.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    const [a, b] = [planned[last], planned[other]];
    if (a && b) [planned[last], planned[other]] = [b, a];
  }
  return planned;
}
