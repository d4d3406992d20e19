import { testCuts } from './cases.ts';

testCuts('a blank line always ends a sentence', {
  en: [
    'Biden in Kabul\n\n|the visit that never was',
    'He met Sen.\n\n|Hawley there',
    'It (was\n\n|late. | He) left.',
    'One\n \t\n|two',
  ],
  ja: ['彼の\n\n|家'],
});

testCuts('a single line break ends a heading, a byline, a caption or an item', {
  en: [
    'Thirteen Dead in Kabul\n|By Jane Ode\n|The attack came at dusk.',
    'red\n|green\n|blue',
    'Ingredients\n|flour\n|sugar',
    'He left.\n|she stayed.'.replace('|she', '|She'),
    'Photo: Ada Ode\n|The bridge at dawn',
    'Prices rose\u2028|Wages fell\u2029|Nobody noticed',
    'One\r|Two\r\n|Three\v|Four',
  ],
  zh: [
    '下雨了\n|没人来',
    '首都国际机场附近发生爆炸，造成十三人死亡\n|总统说不会原谅，也不会忘记，将作出回应\n|议会今天继续讨论撤军计划，结果还不清楚',
  ],
});

testCuts('a line that plainly runs on does not end its sentence', {
  en: [
    'The bridge that fell on\nMonday was old. | It was built by a firm\nthat no longer exists.'.replace(
      'on\nMonday',
      'a\nmonday',
    ),
    'He bought apples,\nPears and plums.',
    'It was late\n, he said.',
    'The minister resigned on Tuesday after months of\nquestions about her travel. | She will be replaced by\nAnna Ode, who led the inquiry.',
    'The report that was published by the inspector of\nPrisons last week said that half of the cells in\nLondon were not fit for use. | The Ministry of\nJustice declined to comment on any of its findings.',
  ],
  de: [
    'Der Bericht des Ministeriums über die Lage der\nHäftlinge in Berlin wurde gestern vorgestellt und\nstieß auf Kritik. | Niemand war überrascht.',
  ],
  ja: [
    'これは私の\n本です。|それは彼が\n書いた。',
    '雨、\n雪。',
    '首都の国際空港の近くで二十六日、大きな\nな爆発があり、十三人が死亡した。|負傷した\n人は六十人に上る。|大統領は「許しはし\nない」と述べ、報復を誓った。',
  ],
});

testCuts('a list marker or a bullet begins a line of its own whatever stands before it', {
  en: [
    'The desk needs three things before it goes to print, and\n- the names of all who were asked to comment on it, and\n- the dates.'.replaceAll(
      '\n',
      '\n|',
    ),
    'We need,\n|1. time',
  ],
});
