import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';
import { guessWideOrder } from './guess-wide-order.ts';

/** Every character that the encoding can write, with its bytes: TextEncoder itself writes UTF-8 only. */
function encode(text: string, encoding: string): Uint8Array {
  const table = tableOf(encoding);
  return Uint8Array.from(Array.from(text).flatMap((character) => table.get(character) ?? [0x3f]));
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding, { fatal: true });
  const add = (...bytes: number[]): void => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      if (Array.from(character).length === 1 && !table.has(character)) table.set(character, bytes);
    } catch {
      // These bytes mean nothing.
    }
  };
  for (let first = 0; first < 256; first += 1) add(first);
  if (/jis|euc|gb|big5/.test(encoding)) {
    for (let first = 0x81; first < 255; first += 1)
      for (let next = 0x40; next < 255; next += 1) add(first, next);
  }
  tables.set(encoding, table);
  return table;
}

/** Node takes windows-1252 for ISO 8859-1, so that no quotation marks of it can be tried here. */
const TEXTS: readonly (readonly [encoding: string, text: string])[] = [
  [
    'windows-1252',
    'Die Brücke über den Fluß wurde für 4 Millionen Euro eröffnet, sagte der Bürgermeister. Schön, hieß es.',
  ],
  [
    'windows-1252',
    "Le maire a déclaré que le pont, fermé depuis février, sera rouvert à l'été. C'est une étape décisive.",
  ],
  [
    'windows-1252',
    'El alcalde dijo que el puente costó cuatro millones. ¿Quién lo pagó? La región, según el periódico.',
  ],
  [
    'windows-1250',
    'Burmistrz powiedział, że most został otwarty w 1998 roku i kosztował więcej niż się spodziewano. Są też długi.',
  ],
  [
    'windows-1250',
    'Starosta řekl, že most byl otevřen v roce 1998 a že nikdo nebyl zraněn. Podle něj to není možné.',
  ],
  [
    'windows-1250',
    'A polgármester szerint a hidat 1998-ban nyitották meg, és többe került, mint gondolták. Erről később is szó lesz.',
  ],
  [
    'windows-1251',
    'Мэр города заявил, что мост был открыт в 1998 году. Никто не пострадал, но расходы выросли вдвое.',
  ],
  [
    'windows-1251',
    'Міський голова заявив, що міст було відкрито у 1998 році. Ніхто не постраждав, але витрати зросли.',
  ],
  [
    'koi8-u',
    'Мэр города заявил, что мост был открыт в 1998 году. Никто не пострадал, но расходы выросли вдвое.',
  ],
  [
    'ibm866',
    'Мэр города заявил, что мост был открыт в 1998 году. Никто не пострадал, но расходы выросли вдвое.',
  ],
  [
    'windows-1253',
    'Ο δήμαρχος είπε ότι η γέφυρα άνοιξε το 1998. Κανείς δεν τραυματίστηκε, αλλά το κόστος διπλασιάστηκε.',
  ],
  [
    'windows-1254',
    'Belediye başkanı köprünün 1998 yılında açıldığını söyledi. Kimse yaralanmadı ama masraflar iki katına çıktı. Bu çok önemli.',
  ],
  ['windows-1255', 'ראש העיר אמר כי הגשר נפתח בשנת 1998. איש לא נפגע, אבל ההוצאות הוכפלו.'],
  ['windows-1256', 'قال رئيس البلدية إن الجسر افتتح في عام 1998. لم يصب أحد بأذى ولكن التكاليف تضاعفت.'],
  ['windows-874', 'นายกเทศมนตรีกล่าวว่าสะพานเปิดในปี 1998 ไม่มีใครได้รับบาดเจ็บ'],
  ['shift_jis', '市長によると、橋は一九九八年に開通した。けが人はいなかったが、費用は二倍になった。'],
  ['euc-jp', '市長によると、橋は一九九八年に開通した。けが人はいなかったが、費用は二倍になった。'],
  ['gb18030', '市长说，这座桥是在1998年开通的。没有人受伤，但是费用增加了一倍。'],
  ['big5', '市長說，這座橋是在1998年開通的。沒有人受傷，但是費用增加了一倍。'],
  ['euc-kr', '시장은 다리가 1998년에 개통되었다고 말했다. 다친 사람은 없었지만 비용은 두 배로 늘었다.'],
];

/** Short ones of East Asia, whose encodings all make ideographs or syllables of each other's bytes. */
const EAST_ASIAN: readonly (readonly [encoding: string, text: string])[] = [
  ['gb18030', '部长表示，去年共有十万名乘客乘坐渡轮。没有人回答我们的问题。'],
  ['gb18030', '公司否认裁员传闻，称利润增长百分之四。'],
  ['gb18030', '北京大学发布研究报告：空气质量明显改善，但农村地区仍需努力。'],
  ['big5', '部長表示，去年共有十萬名乘客乘坐渡輪。沒有人回答我們的問題。'],
  ['big5', '公司否認裁員傳聞，稱利潤增長百分之四。'],
  ['shift_jis', '会社は人員削減の噂を否定し、利益は四パーセント増えたと述べた。'],
  ['euc-jp', '会社は人員削減の噂を否定し、利益は四パーセント増えたと述べた。'],
  ['euc-kr', '회사는 감원 소문을 부인하며 이익이 사 퍼센트 늘었다고 밝혔다.'],
  ['euc-kr', '장관은 작년에 십만 명이 배를 탔다고 말했다. 아무도 대답하지 않았다.'],
];

test.each([...TEXTS, ...EAST_ASIAN])('%s is guessed from what it says: %s', (encoding, text) => {
  const { text: decoded, certainty } = decodeText(encode(text, encoding));
  expect(decoded).toBe(text);
  expect(certainty).toBe('guessed');
});

test.each(TEXTS)('%s is believed where a page declares it', (encoding, text) => {
  const page = `<!doctype html><meta http-equiv="content-type" content="text/html; charset=${encoding}"><p>${text}`;
  expect(decodeText(encode(page, encoding))).toMatchObject({ text: page, certainty: 'declared' });
});

test('what fits UTF-8 is UTF-8, whatever the page says', () => {
  const page = '<meta charset="windows-1252"><p>Brücke';
  expect(decodeText(new TextEncoder().encode(page))).toEqual({
    text: page,
    encoding: 'utf-8',
    certainty: 'proven',
  });
});

test('UTF-8 with one broken byte is still UTF-8', () => {
  const bytes = new TextEncoder().encode('Die Brücke über den Fluß wurde für Müller eröffnet. Schöne Grüße.');
  const { text, encoding } = decodeText(Uint8Array.from([...bytes, 0xc3]));
  expect(encoding).toBe('utf-8');
  expect(text).toMatch(/Grüße\.\ufffd$/);
});

test.each([
  ['utf-16le with a mark', [0xff, 0xfe, 0x48, 0, 0xe9, 0]],
  ['utf-16be with a mark', [0xfe, 0xff, 0, 0x48, 0, 0xe9]],
  ['utf-16le without one', [0x48, 0, 0xe9, 0]],
  ['utf-16be without one', [0, 0x48, 0, 0xe9]],
  ['utf-8 with a mark', [0xef, 0xbb, 0xbf, 0x48, 0xc3, 0xa9]],
])('%s is read without its mark', (_, bytes) => {
  expect(decodeText(Uint8Array.from(bytes)).text).toBe('Hé');
});

/** UTF-16 without a mark. */
function encodeWide(text: string, isBig: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), !isBig);
  return new Uint8Array(view.buffer);
}

const OTHER_SCRIPTS = TEXTS.filter(([encoding]) => !/125[024]/.test(encoding)).map(([, text]) => text);

test.each(OTHER_SCRIPTS)('UTF-16 without a mark is known by its script: %s', (text) => {
  for (const isBig of [false, true])
    for (const long of [text, `${text}\n\n`.repeat(40), `“${text}” Linecheck, 1998 – 2021 №4…`])
      expect(decodeText(encodeWide(long, isBig))).toMatchObject({
        text: long,
        encoding: isBig ? 'utf-16be' : 'utf-16le',
      });
});

test('no bytes by chance, no numbers and no other encoding are taken for UTF-16', () => {
  const pair = fc.tuple(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0, 4, 6, 0x4e, 0x52));
  const bytes = fc.oneof(
    fc.uint8Array({ minLength: 2, maxLength: 2000 }),
    fc.array(pair, { minLength: 20, maxLength: 500 }).map((pairs) => Uint8Array.from(pairs.flat())),
    // Measurements of sixteen bits, none of them zero.
    fc
      .array(fc.integer({ min: 1024, max: 1279 }), { minLength: 20, maxLength: 500 })
      .map((numbers) => encodeWide(String.fromCharCode(...numbers, 1024), false)),
  );
  fc.assert(
    fc.property(bytes, (some) => {
      expect(guessWideOrder(some)).toBeNull();
    }),
    { numRuns: 2000 },
  );
});

test.each(TEXTS)('what is in another encoding is never taken for UTF-16: %s: %s', (encoding, text) => {
  for (const bytes of [encode(text, encoding), new TextEncoder().encode(text)]) {
    expect(guessWideOrder(bytes)).toBeNull();
    // A byte that is zero, as a broken copy has it, is no sign of it.
    expect(guessWideOrder(Uint8Array.from([...bytes, ...bytes, 0, 0x20]))).toBeNull();
    expect(guessWideOrder(Uint8Array.from([...bytes, ...bytes, 0x20, 0]))).toBeNull();
  }
});

test('any text in UTF-8, with zeros or without, is never taken for UTF-16', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(guessWideOrder(new TextEncoder().encode(`${text}\0${text}`))).toBeNull();
    }),
    { numRuns: 1000 },
  );
});

test('an unknown encoding that a page names is no reason to fail', () => {
  const bytes = Uint8Array.from([...new TextEncoder().encode('<meta charset="nonsense">caf'), 0xe9]);
  expect(decodeText(bytes).text).toMatch(/café$/);
});

test('any bytes at all become text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(typeof decodeText(bytes).text).toBe('string');
    }),
  );
});

test('any text in UTF-8 comes back as it was', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0') && !text.startsWith('\ufeff')),
      (text) => {
        expect(decodeText(new TextEncoder().encode(text)).text).toBe(text);
      },
    ),
  );
});
