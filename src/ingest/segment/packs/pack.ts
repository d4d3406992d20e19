import { type Kinds, tabulateKinds } from '../characters.ts';
import { printOf } from '../words.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';
import { nordic } from './nordic.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { shared } from './shared.ts';

/**
 * What one language knows, as words between spaces. An entry in lower case matches in any case, an entry with a capital
 * matches only as it stands (`Sun.` is a day, `sun.` is not). Abbreviations are written without their last full stop.
 */
export interface PackSource {
  /** Stand before what they belong to, and never end a sentence: titles, `e.g.`, `vs.` */
  readonly leading?: string;
  /** Never end a sentence before a number, and are ordinary words elsewhere: `No.`, `p.`, `Jan.` */
  readonly numbered?: string;
  /** End a sentence only before one of `starters`: `Inc.`, `St.`, `Calif.` */
  readonly ambiguous?: string;
  /** End a sentence before anything but lower case: `etc.` */
  readonly trailing?: string;
  /** Times of day, which end a sentence unless one of `zones` follows: `p.m.` */
  readonly time?: string;
  /** Days, months and time zones. */
  readonly zones?: string;
  /** Words that begin a sentence when they stand with a capital, and are seldom a name. */
  readonly starters?: string;
  /** Verbs that tie a quotation to the speaker named before them. */
  readonly speech?: string;
  /** Words that may follow a numeral with a full stop as its noun; present where such numerals are ordinals. */
  readonly ordinalNouns?: string;
  /** Words before which a numeral with a full stop is an ordinal. */
  readonly ordinalLeads?: string;
  /** Marks that end sentences in this language alone, and marks that do not. */
  readonly marks?: string;
  readonly plain?: string;
}

const ABBREVIATIONS = ['leading', 'numbered', 'ambiguous', 'trailing', 'time'] as const;

export type Abbreviation = (typeof ABBREVIATIONS)[number];

export interface Pack {
  readonly kinds: Kinds;
  readonly abbreviations: ReadonlyMap<string, Abbreviation>;
  /** 1 for every `printOf` an abbreviation. */
  readonly prints: Uint8Array;
  readonly zones: ReadonlySet<string>;
  readonly starters: ReadonlySet<string>;
  readonly speech: ReadonlySet<string>;
  readonly ordinalNouns: ReadonlySet<string>;
  readonly ordinalLeads: ReadonlySet<string>;
}

/** The pack for a BCP 47 tag; the generic one for a language that has none. Built at its first use. */
export function packFor(locale: string): Pack {
  const language = /^[a-z]*/.exec(locale.toLowerCase())?.[0] ?? '';
  const known = built.get(language);
  if (known !== undefined) return known;
  const pack = buildPack(SOURCES.get(language) ?? GENERIC);
  built.set(language, pack);
  return pack;
}

const built = new Map<string, Pack>();

/** English and Nordic words cost other languages little: each only matters beside a full stop. */
const GENERIC: readonly PackSource[] = [shared, en, nordic];

const SOURCES: ReadonlyMap<string, readonly PackSource[]> = new Map([
  ['en', [shared, en]],
  ['de', [shared, de]],
  ['fr', [shared, fr]],
  ['es', [shared, es]],
  ['pt', [shared, pt]],
  ['it', [shared, it]],
  ['ru', [shared, ru]],
  ['nl', [shared, nl]],
  ['hy', [shared, en, { marks: ':', plain: '.' }]],
  ['el', [shared, en, { marks: ';\u037e' }]],
]);

function buildPack(sources: readonly PackSource[]): Pack {
  const collect = (key: keyof PackSource): readonly string[] =>
    sources.flatMap((source) => source[key]?.split(' ') ?? []);
  const abbreviations = new Map<string, Abbreviation>();
  const prints = new Uint8Array(1024);
  for (const abbreviation of ABBREVIATIONS) {
    for (const word of collect(abbreviation)) {
      abbreviations.set(word, abbreviation);
      prints[printOf(word)] = 1;
    }
  }
  return {
    kinds: tabulateKinds(collect('marks').join(''), collect('plain').join('')),
    abbreviations,
    prints,
    zones: new Set(collect('zones')),
    starters: new Set(collect('starters')),
    speech: new Set(collect('speech')),
    ordinalNouns: new Set(collect('ordinalNouns')),
    ordinalLeads: new Set(collect('ordinalLeads')),
  };
}
