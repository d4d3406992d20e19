/** Words that say how much a number is, in languages that news is written in: stems, and words that are whole. */
const AMOUNT_STEMS =
  'thousand hundred dozen million milion millón milhão milhões miljoen miljard miljon milliard billion billón bilhão ' +
  'bilhões biljoen trillion trilhão trilhões tausend hundert milyon milyar миллион миллиард триллион тысяч мільйон ' +
  'мільярд εκατομμύρι χιλιάδ';
const AMOUNT_WORDS =
  'lakh crore mio mrd mln mlrd mld bn mn tn trn mil mille mila tusen tusind duizend tys тыс млн млрд трлн ألف آلاف ' +
  'مليون مليار 만 억 조';
const SPELT = `(?:${AMOUNT_STEMS.replaceAll(' ', '|')})\\p{L}{0,6}|${AMOUNT_WORDS.replaceAll(' ', '|')}`;
/** One of them, a sign of that kind, or a currency that is not that of a number behind it. */
const AMOUNT = new RegExp(
  `^\\p{Zs}{0,2}(?:[%‰°％十百千万萬億亿兆]|\\p{Sc}(?!\\p{Zs}?\\p{Nd})|(?:${SPELT})(?![\\p{L}\\p{M}\\p{N}]))`,
  'iu',
);

/** Units of "%", " €", " million" after a number; 0 when there is nothing like it. */
export function lengthOfAmount(text: string, at: number): number {
  return AMOUNT.exec(text.slice(at, at + 32))?.[0].length ?? 0;
}

/** Two to twelve, and both; one is too often an article. */
const COUNTS =
  'two three four five six seven eight nine ten eleven twelve both zwei drei vier fünf sechs sieben acht neun zehn elf ' +
  'zwölf beide deux trois quatre cinq sept huit neuf dix onze douze dos tres cuatro cinco seis siete ocho nueve diez ' +
  'dois duas três quatro sete oito nove dez due tre quattro cinque sei sette otto dieci twee drie vijf zes zeven negen ' +
  'tien два две три четыре пять шесть семь восемь девять десять';
const NUMBER = new RegExp(
  `\\p{N}|^(?:${SPELT}|${COUNTS.replaceAll(' ', '|')})$|^[一二三四五六七八九十百千万萬億亿兆两兩]`,
  'iu',
);

/** True for a word that is a number, in figures or spelt, or says how much one is. */
export function isNumber(word: string): boolean {
  return NUMBER.test(word);
}
