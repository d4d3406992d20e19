import { testCuts } from '../cases.ts';

testCuts('a quotation and its attribution are one sentence', {
  en: [
    '"Will the airport hold?" Collins asked.',
    '“Is this over?” Sen. Susan Collins asked on Friday. | Nobody answered.',
    '"Who paid?" White House reporter Ann O’Neill asked the spokesman.',
    '"Stop!" he shouted. | They ran.',
    '"Is it safe?" asked the mayor.',
    '‘Are you mad?’ Mr. Finch said.',
    '"Where were you?" I asked.',
    '"We are done." Lopez said.',
  ],
  de: ['„Wann kommst du?“, fragte sie. | Er schwieg.', '„Halt!“ rief der Mann.'],
  fr: ['« Pourquoi partir ? » demanda-t-il. | Elle se tut.'],
  es: ['«¿Quién pagó?», preguntó la jueza. | Nadie respondió.'],
  ru: ['«Кто заплатит?» — спросил он. | Никто не ответил.'],
  nl: ['“Wie betaalt dat?” vroeg de rechter.'],
});

testCuts('what only stands behind a quotation is a sentence of its own', {
  en: [
    '"They are not our friends." | She left the room.',
    'He asked, "Who paid?" | The room fell silent.',
    '"Are we safe?" | Collins said the answer was no.',
    '"Was it true?" | Nobody knew.',
    '"We will stay." | Officials declined to elaborate.',
  ],
});

testCuts('each complete sentence of a quotation stands alone', {
  en: [
    '"We looked. | We found nothing," he said.',
    'He said: "It is over. | Go home." | They went.',
    '“I lied. | Then I lied again.”',
    "'Nobody told us. | We read it,' said Ito.",
    '"He said \'Never again.\' | I believed him," she said.',
  ],
  de: ['„Es ist vorbei. | Geht nach Hause“, sagte er.', '»Es ist vorbei.« | Sie gingen.'],
  fr: ['« Il pleut. | Rentrons », dit-elle. | Ils rentrèrent.'],
});
