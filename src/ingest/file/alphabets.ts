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
  // Syllables that any text is full of: Chinese read as Korean makes the others.
  ko: /[이다는의에을를가고은하한지도사로인기대자서시해어나그있리정보일부아수들라여전제요스만장상원으과면조주거안성공구소비국게며것유세선경했모개신연중우할동된때미무회마생습니두적음않없까오단재용현계방관위당말러금바명데트물실발등간네본체진년월]/u,
  // Kana, and the ideographs that news is full of: rare ones are what a wrong encoding makes.
  ja: /[ぁ-ヿ日本人年月時間分前後大中小会社長国内外政府東京市県町村地方行発見事件者今新聞学校生活]/u,
  zh: /[的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西月话合回特代内信表化老给世位次度门任常先海通教原东声提立及比员解水名真论处走义各入几口认条平系气题活更别打女变四总何电数安少报才结反受目太量再感建务做接必场件计管期市直资命山金指许统区保至队形社便空决治展科司五基书非则听却界达光放强即像难且权思完设式路记南品住告类求据程北边死该交规万取望觉术领共确传师观清今切院让识候带导争运议财府警党席局案济费增降亿百千右左亡伤否称闻布研究质显改善村需努船客乘答示座桥城镇這個們來為國對會說時後過發經學現當沒動還進樣實從無與長機關點業將兩間問並應戰頭體見產東聲員論處義幾條氣題別變總電數報結計資領區隊統決則聽達強難權書記類據邊該規萬術傳師觀讓識帶導爭運議財黨費億傷認稱聞務場許設質顯鎮於著裡]/u,
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
