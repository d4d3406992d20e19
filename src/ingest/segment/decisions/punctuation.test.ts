import { testCuts } from '../cases.ts';

testCuts('a comma, a colon or a semicolon behind the mark keeps the sentence going', {
  en: [
    'Pens, paper, etc., were sold.',
    'In the U.S., Canada and Peru it rained.',
    '"Why?", Collins asked.',
    'Marks & Co. & Sons closed.',
    'The list (pens, etc.); the price.',
  ],
  es: ['«¡Basta!», dijo Ana. | Nadie se movió.'],
});

testCuts('a colon, a semicolon and a dash end nothing', {
  en: [
    'WASHINGTON (AP) — The House voted on Friday.',
    'KABUL, Aug. 26 (Reuters) - Thirteen troops died.',
    'WASHINGTON, D.C. — Officials met.',
    'He knew one thing: They had lied; Nobody else did.',
  ],
});

testCuts('closing quotes, brackets and citation marks stay with the sentence they close', {
  en: [
    'He said "Go." | She said “Stay.” | They left.',
    'It is known.[12] | It is denied.[3][4] | Both are true.',
    'It is known.¹ | It is denied.²',
    'This is settled science.14 | That is not.',
    'It is said.[citation needed] | It is not.',
    'He wrote "He said \'Go.\'" | She read it.',
    '(He said "Go.") | She went.',
  ],
  de: ['Er sagte: „Geh.“ | Sie ging.', 'Er sagte: ‚Geh.‘ | Sie ging.'],
  fr: ['Il a dit « Va. » | Elle partit.', 'Il a dit «\u00a0Va\u00a0!\u00a0» | Elle partit.'],
  sv: ['Han sa ”Gå.” | Hon gick.'],
  ar: ['قال: «اذهب.» | ذهبت.'],
});

testCuts('opening marks stay with the sentence they open', {
  es: ['Llegó tarde. | ¿Quién lo vio? | ¡Nadie! | Se fue.', '¿Y tú? | ¡¿Qué?!'],
  en: ['It ended. | "Who won?" | “Nobody.” | (He lied.)', 'He left. | *She* stayed.'],
  de: ['Er ging. | „Halt!“'],
  fr: ['Il partit. | « Halte ! »'],
});

testCuts('marks in a row are one', {
  en: ['What?! | No way!!! | Really‽ | Yes.', 'Well?... | He left.'],
  fr: ['Quoi ! ? | Rien !', 'Vraiment ? | Oui ! | Bon.', 'Qui, moi\u202f? | Oui\u202f!'],
});

testCuts('ornaments and emoji that end a line belong to its last sentence', {
  en: ['We won! 🎉🎉\n|They lost. ***', 'Great news! 👩‍👩‍👧‍👦 | Families met.'.replace('! 👩‍👩‍👧‍👦 | ', '! | 👩‍👩‍👧‍👦 ')],
});
