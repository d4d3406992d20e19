import { testCuts } from '../cases.ts';

testCuts('an ellipsis ends a sentence only if what follows starts like one', {
  en: [
    'The leverage...that we will use is large.',
    'He waited... and left.',
    'He waited... | She did not.',
    'He waited… | She did not.',
    'We hoped … but nothing came.',
    '"I thought..." | She broke off.',
    'It was . . . not easy.',
    'He was gone.... | They searched.',
    'I think ... I was wrong.',
    'About ... 40 came.',
  ],
  fr: ['Il hésita… puis partit. | Elle resta…'],
  de: ['Er kam … und ging. | Sie blieb …'],
  es: ['Llegó... y se fue. | Nadie lo vio...'],
  zh: ['他说……算了。|走吧。'],
});

testCuts('an ellipsis for left-out words belongs to the sentence it opens or stands in', {
  en: [
    '...and then it broke. | We left.',
    '“… we choose to go.” | He meant it.',
    'They [...] Wanted more.',
    'It ended. | ...then it began.',
    'He quoted it (...) Freely.',
    'We left. . . . | Nobody came.'.replace('left. . . . | Nobody', 'left. | . . . Nobody'),
  ],
});
