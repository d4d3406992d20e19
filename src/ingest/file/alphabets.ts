/**
 * Letters beyond ASCII that are common in a language, in lower case: where a script has many letters, the ones that any
 * text is full of. A text that was read in a wrong encoding has others.
 */
const LETTERS: Readonly<Record<string, string>> = {
  en: 'éèêïöüçñ',
  de: 'äöüß',
  fr: 'àâæçéèêëîïôœùûü',
  es: 'áéíñóúü¿¡ªº',
  pt: 'áâãàçéêíóôõúªº',
  it: 'àèéìíòóù',
  nl: 'áéëïíóöü',
  sv: 'åäöé',
  da: 'æøåé',
  nb: 'æøåéòô',
  fi: 'äöå',
  pl: 'ąćęłńóśźż',
  cs: 'áčďéěíňóřšťúůýž',
  sk: 'áäčďéíĺľňóôŕšťúýž',
  hu: 'áéíóöőúüű',
  ro: 'ăâîșțşţ',
  ca: 'àçèéíïòóúü·',
  hr: 'čćđšž',
  tr: 'çğıöşüâî',
  ru: 'оеаинтсрвлкмдпуязыбьгчйхжшюцщэфъё',
  uk: 'оаніитвреслкдумпязьбгйчхцжіїєшщюфґ',
  bg: 'аиоетнрсвлкдпмзябугъчцйжщхшфюь',
  sr: 'аоиенрстукјвдмпзлгбчшцјжхњћљђџф',
  el: 'αοιετσνηυρπκμλςωδγχθφβξζψάέίόύήώϊϋ',
  he: 'יוהלאמרתבשנםחדעקפגטסכזצןךףץ',
  ar: 'االيمنوترتبةعدسفحقكجهىئشصطخأإءضغذثزظؤآ',
  fa: 'ایرندهومتبسشزکگخلفقپجعچحغصطذءآئ',
  th: 'านรอกเงมยลวดทสตะคปบ่้ัิีืไแห',
  ur: 'ایےکریںنوہسمتبلدپجگچھٹحعقفشآئخ',
};

/** The most frequent letters of the scripts whose languages share them. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  ko: /[가-힣]/u,
  // Kana, and the ideographs that news is full of: rare ones are what a wrong encoding makes.
  ja: /[ぁ-ヿ日本人年月時間分前後大中小会社長国内外政府東京市県町村地方行発見事件者今新聞学校生活]/u,
  zh: /[的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裡市報报日月]/u,
};

/** Letters of an alphabet from here on are rarer than those before them, and prove less. */
const FREQUENT = 14;
const RARER = 0.5;

/**
 * How much a small letter speaks for a text being in the language (BCP 47): 1 for the common ones, 0 for what it does
 * not have.
 */
export function weighLetter(letter: string, language: string): number {
  const script = SCRIPTS[language];
  if (script) return script.test(letter) ? 1 : 0;
  const rank = LETTERS[language]?.indexOf(letter) ?? -1;
  if (rank < 0) return 0;
  return rank < FREQUENT || /\p{sc=Latin}/u.test(letter) ? 1 : RARER;
}
