import { expect, test } from 'vitest';
import type { Usage } from '../../queries/usage.ts';
import { describeUsage } from './describe-usage.ts';

const USAGE: Usage = {
  mirrored: 12_345,
  ofOthers: 0,
  mostMirrored: 4_000_000,
  database: 168_000,
  quota: 10_737_586_176,
  isPersisted: true,
  places: { quick: 'used', database: 'used' },
};

test.each<[what: string, usage: Partial<Usage>, said: readonly RegExp[]]>([
  [
    'both places',
    {},
    [/twice.*12,345 characters of 4,000,000.*about 168 kB; the browser allows 11 GB/, /has promised/],
  ],
  [
    'what other pages of the address keep',
    { ofOthers: 3_400_000 },
    [/12,345 characters of 4,000,000, beside 3,400,000 of other pages/, /has promised/],
  ],
  ['a refused promise', { isPersisted: false }, [/twice/, /has not promised/]],
  [
    'a browser that tells nothing',
    { database: null, quota: null, isPersisted: null },
    [/database\./, /not say/],
  ],
  ['a browser that tells no quota', { quota: null }, [/\(about 168 kB\)/, /has promised/]],
  ['a full localStorage', { places: { quick: 'full', database: 'used' } }, [/is full/, /promised/]],
  [
    'a blocked localStorage',
    { places: { quick: 'blocked', database: 'used' } },
    [/blocks its quick storage/, /promised/],
  ],
  [
    'a blocked database',
    { places: { quick: 'used', database: 'blocked' } },
    [/blocks its database.*\(12,345 characters\).*may lose/, /promised/],
  ],
  ['nothing', { places: { quick: 'blocked', database: 'blocked' } }, [/keep nothing/]],
])('%s is said in sentences', (_, usage, said) => {
  const sentences = describeUsage({ ...USAGE, ...usage });
  expect(sentences).toHaveLength(said.length);
  for (const [i, words] of said.entries()) expect(sentences[i]).toMatch(words);
});
