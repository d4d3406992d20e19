import { testCuts } from '../cases.ts';

testCuts('an initial is part of a name', {
  en: [
    'John F. Kennedy met J. D. Salinger. | Neither spoke.',
    'The novels of J.K. Rowling and J. R. R. Tolkien sold well.',
    'It was signed by T. S. Eliot.',
    'William F. "Bill" Weld ran twice.',
  ],
  de: ['Der Roman von E. T. A. Hoffmann erschien. | Er gefiel.'],
  fr: ['Une lettre de J.-P. Sartre fut vendue.'],
  ru: ['Роман Л. Н. Толстого вышел. | Его читали все.', 'А.С. Пушкин родился в Москве.'],
  ar: ['قال د. خالد إن العدد صحيح. | ولم يعلق أحد.'],
  el: ['Ο Κ. Καβάφης έγραψε. | Εκείνος έφυγε.'],
});

testCuts('a letter that ends a phrase ends its sentence before a word that starts one', {
  en: [
    'They chose plan B. | It failed.',
    'Take vitamin C. | You need it.',
    'Only you and I. | Nobody else may know.',
    'The answer was section D. | We all missed it.',
  ],
});

testCuts('abbreviations of single letters stay whole', {
  de: ['Das gilt z. B. Sonntags nicht.', 'Er sprach u. a. Russisch und kam i. d. R. Freitags.'],
  es: ['En el siglo V a. C. la ciudad ardió.', 'Trae frutas, p. ej. peras.'],
  ru: ['Это сталь, т. е. Сплав.'],
  fr: ['Des fruits, p. ex. des poires.'],
});
