import { FUNCTION_WORDS, TELLING_LETTERS } from './language-signs.ts';

/** A script that the letters of a text may be of, and the languages that are written in it, the likeliest first. */
interface Script {
  readonly letters: RegExp;
  readonly languages: readonly string[];
  /** What it is when no sign tells; nobody can say unless given. */
  readonly usual?: string;
}

/** UTF-16 units that are looked at. The language of the first pages is the language of the text. */
const SAMPLE = 10_000;

const WORD = /[\p{L}\p{M}]+/gu;
const LETTER_WEIGHT = 0.3;

const SCRIPTS: readonly Script[] = [
  { letters: /[\p{sc=Hiragana}\p{sc=Katakana}]/gu, languages: ['ja'] },
  { letters: /\p{sc=Hangul}/gu, languages: ['ko'] },
  // Characters of each alone tell them apart: which of the forms of a character is drawn depends on it.
  { letters: /\p{sc=Han}/gu, languages: ['zh', 'zh-Hant', 'ja'], usual: 'zh' },
  {
    letters: /\p{sc=Latin}/gu,
    languages: 'en de fr es pt it nl sv da nb fi pl cs sk hu ro ca hr tr id vi'.split(' '),
  },
  { letters: /\p{sc=Cyrillic}/gu, languages: ['ru', 'uk', 'bg', 'sr'] },
  { letters: /\p{sc=Arabic}/gu, languages: ['ar', 'fa', 'ur'] },
  { letters: /\p{sc=Devanagari}/gu, languages: ['hi', 'mr', 'ne'] },
  { letters: /\p{sc=Hebrew}/gu, languages: ['he'] },
  { letters: /\p{sc=Greek}/gu, languages: ['el'] },
  { letters: /\p{sc=Thai}/gu, languages: ['th'] },
  { letters: /\p{sc=Bengali}/gu, languages: ['bn'] },
  { letters: /\p{sc=Tamil}/gu, languages: ['ta'] },
  { letters: /\p{sc=Telugu}/gu, languages: ['te'] },
  { letters: /\p{sc=Gujarati}/gu, languages: ['gu'] },
  { letters: /\p{sc=Gurmukhi}/gu, languages: ['pa'] },
  { letters: /\p{sc=Kannada}/gu, languages: ['kn'] },
  { letters: /\p{sc=Malayalam}/gu, languages: ['ml'] },
  { letters: /\p{sc=Sinhala}/gu, languages: ['si'] },
  { letters: /\p{sc=Armenian}/gu, languages: ['hy'] },
  { letters: /\p{sc=Georgian}/gu, languages: ['ka'] },
  { letters: /\p{sc=Ethiopic}/gu, languages: ['am'] },
  { letters: /\p{sc=Khmer}/gu, languages: ['km'] },
  { letters: /\p{sc=Lao}/gu, languages: ['lo'] },
  { letters: /\p{sc=Myanmar}/gu, languages: ['my'] },
];

/**
 * The language of a text as a BCP 47 tag, `und` when nothing tells. The script decides first; languages that share one
 * are told apart by function words (each counts for less the more of them have it) and by letters that only one has.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE).normalize('NFC');
  const script = mostUsedScript(sample);
  if (script === null) return 'und';
  const [only, ...others] = script.languages;
  return others.length === 0 && only !== undefined ? only : mostLikelyLanguage(sample, script);
}

function mostUsedScript(sample: string): Script | null {
  let best: Script | null = null;
  let most = 0;
  const counts = SCRIPTS.map((script) => sample.match(script.letters)?.length ?? 0);
  // One kana in five ideographs is Japanese: Chinese has none.
  if ((counts[0] ?? 0) > 0.05 * (counts[2] ?? 0)) counts[0] = (counts[0] ?? 0) + (counts[2] ?? 0);
  for (const [index, script] of SCRIPTS.entries()) {
    const count = counts[index] ?? 0;
    if (count <= most) continue;
    best = script;
    most = count;
  }
  return best;
}

function mostLikelyLanguage(sample: string, script: Script): string {
  const scores = new Map<string, number>();
  const words = weigh(script.languages, (language) => FUNCTION_WORDS[language]?.split(' ') ?? []);
  const letters = weigh(script.languages, (language) => Array.from(TELLING_LETTERS[language] ?? ''));
  const lower = sample.toLowerCase();
  for (const [word] of lower.matchAll(WORD)) add(scores, words.get(word), 1);
  for (const letter of lower) add(scores, letters.get(letter), LETTER_WEIGHT);
  let best = script.usual ?? 'und';
  let most = 0;
  for (const language of script.languages) {
    const score = scores.get(language) ?? 0;
    if (score <= most) continue;
    best = language;
    most = score;
  }
  return best;
}

/** Which of the languages have a sign. */
function weigh(
  languages: readonly string[],
  signsOf: (language: string) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  for (const language of languages) {
    for (const sign of new Set(signsOf(language))) owners.set(sign, [...(owners.get(sign) ?? []), language]);
  }
  return owners;
}

function add(scores: Map<string, number>, owners: readonly string[] | undefined, weight: number): void {
  for (const language of owners ?? []) {
    scores.set(language, (scores.get(language) ?? 0) + weight / (owners?.length ?? 1));
  }
}
