import { testCuts } from '../cases.ts';

testCuts('a bracketed remark does not split the sentence it stands in', {
  en: [
    'The bridge (It was built in 1901. Nobody uses it.) collapsed on Monday.',
    'He paid (at 5 p.m.) Friday.',
    'She won (again!) Tuesday.',
    'The mayor [Mr. Ode] left. | He came back.',
    'Their claim (is it true?) Republicans repeat daily.',
    'He wrote {see no. 4. It is long.} nothing else.',
    'The unit (see Fig. 2. The map is old.) moved north.',
  ],
  ja: ['彼は（本当だろうか？そうだ。）笑った。|終わり。'],
  zh: ['他（真的吗？是的。）笑了。|完了。'],
  ru: ['Он (Кто знает? Никто.) ушёл. | Всё.'],
});

testCuts('a bracketed sentence on its own is a sentence', {
  en: [
    'They left. | (Nobody had asked them to.) | We stayed.',
    'He came. | [The door was open.] | She went.',
    '(It rained.) | The match went on.',
  ],
});

testCuts('a bracketed reference belongs to the sentence it supports', {
  en: [
    '"It was a mistake." (Ode 12). | He said no more.',
    'He called it "a farce!" (Times, May 4). | It was.',
  ],
});

testCuts('a bracket that never closes does no harm', {
  en: [
    'He wrote (by hand. | She typed. | They read.',
    'a) one',
    'It ended badly :( and late. | We left. | They stayed.',
  ],
});
