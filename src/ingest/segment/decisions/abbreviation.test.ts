import { testCuts } from '../cases.ts';

testCuts('a title never ends a sentence', {
  en: [
    'The bill was drafted by Sen. Maria Cantwell and Rep. Tom Cole. | Both declined to comment.',
    'Lt. Gen. H. R. McMaster briefed Gov. Kay Ivey on Tuesday.',
    'Dr. Lee, Prof. Ahmed and Ms. Ortiz signed. | Mr. Wu did not.',
    'They drove from St. Louis to Mt. Hood. | It rained.',
    'The match, Ghana vs. Peru, was cancelled.',
  ],
  de: [
    'Die Studie stammt von Prof. Dr. Anna Weber. | Sie erschien im Mai.',
    'Hr. Krause und Fr. Lang kamen später. | Niemand wartete.',
    'Der Preis stieg um ca. Zwanzig vom Hundert.',
  ],
  fr: ['M. Macron a reçu Mme Meloni. | Le Dr. Petit était absent.', 'Le discours de M. Le Drian a déçu.'],
  es: [
    'La Sra. Gómez y el Dr. Ruiz viajaron a Quito. | Nadie los esperaba.',
    'Vive en la Avda. Colón desde 1990.',
  ],
  pt: ['O Sr. Costa falou com a Dra. Lima. | Ela concordou.', 'O Exmo. Ministro chegou tarde.'],
  it: ["Ha parlato l'avv. Rossi. | Il Sig. Bianchi taceva.", 'La dott.ssa Ferri e l’on. Neri hanno firmato.'],
  nl: [
    'Dhr. De Vries sprak met mevr. Bakker. | Ze zwegen daarna.',
    'Volgens drs. Smit is dit bijv. Amsterdams beleid.',
  ],
  ru: ['Об этом сообщил проф. Иванов. | Он не назвал дату.', 'Музей им. Пушкина стоит на ул. Волхонка.'],
  da: ['Hr. Jensen talte med fru. Holm i Skt. Petri Kirke.'],
});

testCuts('an abbreviation that may end a sentence does so before a word that starts one', {
  en: [
    'He has lived in the U.S. since 1999. | She left the U.S. | They stayed.',
    'The U.S. Senate voted. | Troops left the U.S. | Then they returned.',
    'She works for Acme Inc. | It makes anvils.',
    'Acme Inc. Chairman Jo Park resigned.',
    'Martin Luther King Jr. Day is a holiday. | We honored Martin Luther King Jr. | He was 39.',
    'The shop is on Main St. | It opens at nine.',
    'Rep. Adam Schiff, D-Calif., spoke first.',
    'He earned a Ph.D. | Later he taught.',
    'Bring pens, paper, etc. | Pencils are optional.',
    'Smith et al. found no effect. | The paper by Smith et al. | was withdrawn.'.replace(' | was', ' was'),
    'The fugitive fled to Washington, D.C. | His lawyer did not.',
  ],
  de: [
    'Der Verlust betrug 3 Mrd. Euro. | Der Gewinn lag bei 2 Mio. | Das ist wenig.',
    'Es gab Brot, Käse usw. | Wein gab es nicht.',
    'Das Werk der Müller GmbH. | Es liegt in Kiel.',
  ],
  es: ['Vive en EE. UU. | El resto vive en Lima.', 'Trabaja en EE. UU. desde 2010.'],
  fr: ['Il vend du pain, du vin, etc. | Le reste est gratuit.'],
  it: ['Lavora per Alfa S.p.A. | La sede è a Torino.', 'Comprò pane, vino, ecc. | Poi tornò.'],
  nl: ['Hij werkt bij Delta N.V. | Het bedrijf groeit.'],
  ru: ['Это было в 1998 г. | Он жил тогда в Омске.', 'Там были яблоки, груши и т. д. | Все купили мало.'],
});

testCuts('a time of day ends a sentence unless its zone or day follows', {
  en: [
    'Polls closed at 8 p.m. | Voters had queued for hours.',
    'The speech starts at 9 p.m. Eastern on Friday.',
    'Crews arrived at 5 a.m. Monday. | Nobody slept.',
    'At 7 a.m. Kyiv was silent.',
    'By 10:30 p.m. Senators had gone home.',
    'The vote was at 3 p.m. and the count at 4 p.m. | Both were late.',
  ],
});

testCuts('letters between full stops are an abbreviation though no list has them', {
  en: ['The Q.X.Z. Foundation paid.', 'He joined the R.A.F. as a boy.'],
  de: ['Die X.Y.Z. Gruppe zahlte.'],
  und: ['The A.B.Q. Office closed.'],
});

testCuts('a common word ends its sentence', {
  en: [
    'The cat sat in the sun. | The dog did not.',
    'It is made of art. | Nothing else is.',
    'He said no. | She agreed.',
    'We came by sea. | They came by air. | Nobody came by bus.',
    'The budget grew. | 13 people voted against it.',
  ],
  de: ['Der Hund schlief. | Katzen schlafen auch.', 'Sie kam an. | Niemand war da.'],
  cs: ['Vláda padla. | Nikdo to nečekal.'],
  ko: ['그는 떠났다. | 그녀는 남았다.'],
  he: ['הממשלה נפלה. | איש לא הופתע.'],
  ka: ['ის წავიდა. | ის დარჩა.'],
});
