import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { directionOf } from './direction.ts';
import { detectLanguage } from './language.ts';

test.each<[language: string, text: string]>([
  ['en', 'The harbour was closed for two days after the storm, and nobody had been told when it would open.'],
  [
    'de',
    'Der Hafen blieb nach dem Sturm zwei Tage lang geschlossen, und niemand wusste, wann er öffnen würde.',
  ],
  [
    'fr',
    'Le port est resté fermé deux jours après la tempête et personne ne savait quand il allait rouvrir.',
  ],
  ['es', 'El puerto estuvo cerrado dos días después de la tormenta y nadie sabía cuándo se iba a abrir.'],
  ['pt', 'O porto ficou fechado dois dias depois da tempestade e ninguém sabia quando é que ia abrir.'],
  [
    'it',
    'Il porto è rimasto chiuso per due giorni dopo la tempesta e nessuno sapeva quando avrebbe riaperto.',
  ],
  ['nl', 'De haven was na de storm twee dagen gesloten en niemand wist wanneer hij weer open zou gaan.'],
  ['sv', 'Hamnen var stängd i två dagar efter stormen och ingen visste när den skulle öppna igen.'],
  [
    'da',
    'Havnen var lukket i to dage efter stormen, og ingen vidste, hvad der ville ske, eller hvornår den blev åbnet.',
  ],
  [
    'nb',
    'Havnen var stengt i to dager etter stormen, og ingen visste hva som ville skje, eller når den ble åpnet.',
  ],
  ['fi', 'Satama oli suljettuna kaksi päivää myrskyn jälkeen, eikä kukaan tiennyt, milloin se on taas auki.'],
  ['pl', 'Port był zamknięty przez dwa dni po burzy i nikt nie wiedział, kiedy się go otworzy.'],
  ['cs', 'Přístav byl po bouři dva dny zavřený a nikdo nevěděl, kdy se zase otevře, ale už je to tak.'],
  ['sk', 'Prístav bol po búrke dva dni zatvorený a nikto nevedel, kedy sa otvorí, ale už je to tak.'],
  ['hu', 'A kikötő a vihar után két napig zárva volt, és senki sem tudta, hogy mikor nyit ki.'],
  ['ro', 'Portul a fost închis două zile după furtună și nimeni nu știa când o să fie deschis.'],
  [
    'ca',
    'El port va estar tancat dos dies després de la tempesta i ningú no sabia quan obriria aquest estiu.',
  ],
  ['hr', 'Luka je bila zatvorena dva dana nakon oluje i nitko nije znao kad će se otvoriti.'],
  ['tr', 'Liman fırtınadan sonra iki gün kapalı kaldı ve ne zaman açılacağını kimse bilmiyordu.'],
  ['id', 'Pelabuhan itu ditutup selama dua hari setelah badai dan tidak ada yang tahu kapan akan dibuka.'],
  ['vi', 'Bến cảng đã đóng cửa hai ngày sau cơn bão và không ai biết khi nào sẽ mở lại.'],
  ['ru', 'Порт был закрыт два дня после бури, и никто не знал, когда он откроется.'],
  ['uk', 'Порт був закритий два дні після бурі, і ніхто не знав, коли він відкриється.'],
  ['bg', 'Пристанището беше затворено два дни след бурята и никой не знаеше кога ще се отвори.'],
  ['sr', 'Лука је била затворена два дана после олује и нико није знао када ће се отворити.'],
  ['ar', 'ظل الميناء مغلقا يومين بعد العاصفة ولم يكن أحد يعرف متى يفتح من جديد.'],
  ['fa', 'بندر پس از توفان دو روز بسته بود و هیچ کس نمی‌دانست که کی باز می‌شود.'],
  ['ur', 'طوفان کے بعد بندرگاہ دو دن بند رہی اور کسی کو معلوم نہیں تھا کہ یہ کب کھلے گی۔'],
  ['hi', 'तूफ़ान के बाद बंदरगाह दो दिन बंद रहा और किसी को पता नहीं था कि वह कब खुलेगा।'],
  ['he', 'הנמל היה סגור יומיים אחרי הסערה ואיש לא ידע מתי ייפתח.'],
  ['el', 'Το λιμάνι έμεινε κλειστό δύο μέρες μετά την καταιγίδα.'],
  ['ja', '港は嵐の後、二日間閉鎖され、いつ再開するか誰も知らなかった。'],
  ['zh', '暴风雨过后，港口关闭了两天，没有人知道何时重新开放。'],
  ['zh-Hant', '暴風雨過後，港口關閉了兩天，沒有人知道何時重新開放。'],
  ['zh-Hant', '美國總統說：「我們不會放棄。」'],
  ['zh', '美国总统说：“我们不会放弃。”'],
  ['zh', '习近平出席北京冬奥会'],
  ['ja', '東京都知事選挙、現職当選確実'],
  ['ko', '항구는 폭풍 후 이틀 동안 폐쇄되었고 언제 열릴지 아무도 몰랐다.'],
  ['en', 'Erdoğan and Łukasz Müller spoke of “Die Zeit” and 港 before they flew to São Paulo.'],
  ['ja', '国際連合教育科学文化機関（ユネスコ）の総会'],
  ['und', '12.5 % – 13'],
  ['und', 'Xyzzy plugh'],
])('%s: %s', (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

test('letters written with combining marks are the same letters', () => {
  expect(detectLanguage('Bến cảng đã đóng cửa hai ngày sau cơn bão'.normalize('NFD'))).toBe('vi');
});

test.each<[language: string, text: string, direction: 'ltr' | 'rtl']>([
  ['en', 'The port is closed.', 'ltr'],
  ['ar', 'الميناء مغلق', 'rtl'],
  ['he', 'UNESCO, NATO: הנמל סגור', 'rtl'],
  ['ur', '', 'rtl'],
  ['az-Arab', 'باکی', 'rtl'],
  ['en', 'الميناء مغلق', 'rtl'],
  ['ar', 'The port is closed.', 'ltr'],
  ['und', 'الميناء مغلق', 'rtl'],
  ['no tag', '12 – 13', 'ltr'],
])('%s text “%s” runs %s', (language, text, direction) => {
  expect(directionOf(language, text)).toBe(direction);
});

test('any text has a language tag that the platform understands, and a direction', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const language = detectLanguage(text);
      expect(Intl.getCanonicalLocales(language)).toEqual([language]);
      expect(['ltr', 'rtl']).toContain(directionOf(language, text));
    }),
  );
});
