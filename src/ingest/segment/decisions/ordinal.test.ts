import { testCuts } from '../cases.ts';

testCuts('a numeral with a full stop is an ordinal where the language writes them so', {
  de: [
    'Am 3. Oktober wird gefeiert. | Am 4. nicht.',
    'Der 2. Weltkrieg endete am 8. Mai 1945.',
    'Ludwig XIV. baute Versailles.',
    'Im 19. Jahrhundert war das anders.',
    'Sie wurde beim 5. Versuch Erste.',
    'Er feierte seinen 40. Geburtstag. | Viele kamen.',
    '1. Juli bis 2. August bleibt geschlossen.',
  ],
  da: ['Den 5. juni er en helligdag. | Alle har fri.'],
});

testCuts('a numeral at the end of a sentence ends it', {
  de: [
    'Das steht auf Seite 12. | Dort steht es.',
    'Er wurde 90. | Sie wurde 80.',
    'Es waren 15. | Keiner blieb.',
  ],
  en: ['He was born on May 3. | October was cold.'],
});
