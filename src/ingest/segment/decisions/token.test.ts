import { testCuts } from '../cases.ts';

testCuts('a mark inside an address, a number or a name of a file is no end', {
  en: [
    'Write to Jo.Ode@Example.org. | She answers.',
    'Contact tips@ap.org. | Read more at apnews.com. | Bye.',
    'See https://example.org/a.Page?id=4&Q=Yes!Now for more. | It is long.',
    'Go to www.Example.Com/News. | It is free.',
    'Download report.final.PDF and data.csv. | Both are large.',
    'Version 2.4.1 fixed it. | Version 3.0 broke it.',
    'ASP.NET and Node.js won. | Others lost.',
    'It fell by .5 percent. | Then it rose.',
    'The server is at 192.168.0.1. | Nobody knows why.',
    'It costs $3.2 billion. | Taxes pay for it.',
    'The U.S.-led force left. | So did others.',
    'He has a Ph.D. in law.',
    "That was Sammy Davis Jr.'s hat. | He lost it.",
    'The domain example.co.uk expired.',
    'He uses Yahoo! for mail.',
    'The time was 05:30.15. | He won.',
  ],
  de: ['Das kostet 1.250.000 Euro. | Es sind 3,5 Prozent.', 'Mehr unter beispiel.de/Seite. | Kostenlos.'],
});

testCuts('a missing space does not hide the end of a sentence', {
  en: ['He left.She stayed.', 'Who paid?Nobody did.', 'It was 1,200.That is a lot.'].map((text) =>
    text.replace(/([.?])(?=[A-Z])/u, '$1|'),
  ),
});

testCuts('signs that names bear are no end', {
  en: ['She joined Y!K and Yahoo! in May.', 'The !Kung live there.'],
  ja: ['Yahoo!ニュースによると雨だ。|晴れた。', '便利だ!|でも高い。'],
});
