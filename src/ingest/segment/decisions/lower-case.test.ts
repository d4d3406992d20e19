import { testCuts } from '../cases.ts';

testCuts('what goes on in lower case is no new sentence', {
  en: [
    'She turned and cried "Help!" and ran.',
    'The Jeopardy! host retired. | Fans wept.',
    'Who knows? perhaps nobody.',
    'He asked why! — and left.',
    'Approx. half of them left.',
    '"This is fine." she said.',
  ],
  ru: ['— Кто там? — спросил он.', '— Уходи! — крикнула она. | Он ушёл.'],
  fr: ['Quelle horreur ! s’écria-t-il.'],
});

testCuts('a brand in lower case can start a sentence', {
  nl: ["Overdag schijnt de zon. | 's Avonds regent het."],
  en: ['Sales fell. | iPhone owners waited.', 'He sold it. | eBay took a cut.'],
});
