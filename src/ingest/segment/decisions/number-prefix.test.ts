import { testCuts } from '../cases.ts';

testCuts('an abbreviation before its number does not end a sentence', {
  en: [
    'He is on Twitter. | #Kabul trended.',
    'See No. 5 on p. 12. | It is short.',
    'The committee cited Nos. 7 and 9.',
    'Vol. II and Fig. 3 were lost.',
    'On Sept. 11 and Jan. 6 the flags were lowered.',
    'He moved to No. 10 Downing Street.',
    'Article 4, Sec. 2 applies. | Nothing else does.',
  ],
  de: ['Das steht in Art. 5 Abs. 2. | Mehr steht dort nicht.', 'Haus Nr. 7 brannte.'],
  fr: ["L'art. 49 al. 3 fut invoqué. | Le vote n'eut pas lieu."],
  es: ['El art. 14 y la pág. 20 lo dicen. | Nadie lo leyó.'],
  ru: ['См. рис. 4 и стр. 20. | Там всё сказано.', 'Дом № 5 сгорел. | Школа № 7 стоит.'],
  pt: ['Ver pág. 8 e art. 5. | Nada mais importa.'],
});

testCuts('"No." that answers is a sentence', {
  en: ['No. | We did not go.', 'Did he pay? | No. | Nobody did.', '"No. | I was at home," he said.'],
});

testCuts('a number ends a sentence', {
  en: [
    'The toll rose to 104,000. | It may rise again.',
    'Growth was 2.5. | Inflation was 3.1.',
    'It cost $1.50. | He paid $2.',
    'In all there were 12. | Marines made up most of them.',
    'The match ended 3-0. | Fans cheered.',
  ],
  nl: ['Het waren er 40. | 12 mensen bleven.'],
});
