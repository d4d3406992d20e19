import { testCuts } from '../cases.ts';

testCuts('a list marker belongs to its item', {
  en: [
    '1. Ask the desk\n|2. Ask the author\n|3. Ask again',
    '1. Ask the desk. | 2. Ask the author.',
    '1) Ask the desk 2) Ask the author'.replace(' 2)', ' | 2)'),
    'a) Red b) Green c) Blue'.replace(' b)', ' | b)').replace(' c)', ' | c)'),
    '(1) Red (2) Green'.replace(' (2)', ' | (2)'),
    '(a) It rained. | (b) It snowed.',
    'i. First point\n|ii. Second point',
    'Q. Who paid? | A. Nobody did.',
    '• Red • Green • Blue'.replaceAll(' • ', ' | • '),
    '- red\n|- green\n|- blue',
    '* Red paint\n|* Green paint',
    'He signed it. | 1. Pay. | 2. Leave.',
  ],
  de: ['1. Fragen Sie nach.\n|2. Notieren Sie es.'],
  ja: ['1. 雨\n|2. 雪', '①雨\n|②雪'],
});

testCuts('numbers and initials in running text are no list', {
  en: [
    'For 1. above and 2. below no fee is due.',
    'B. Jones met C. Smith at noon.',
    'Bring 1) pens and 2) paper.',
    'It was his no. 1 hit and her no. 2 hit.',
  ],
});
