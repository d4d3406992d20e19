import { testCuts } from '../cases.ts';

testCuts('a date whose numbers have full stops is no end', {
  ko: [
    '2021. 8. 26. 카불 공항에서 폭발이 일어났다. | 13명이 숨졌다.',
    '그는 2021.8.26. 서울에서 말했다. | 끝.',
    '작성일 2021. 8. 26.\n|다음 줄이다.',
    '인구는 2021. | 다음 해에 줄었다.',
  ],
  hu: ['A nap 2021. 8. 26. volt. | Esett.'],
  en: ['It was made on 2021. 8. 26. | Nobody saw it.'],
});
