import { expect, test } from 'vitest';
import type { Target } from '../domain/annotation.ts';
import { describeTarget } from './describe.ts';
import { resolveTarget, type AnchorState } from './resolve.ts';

const BEFORE = 'The press secretary spoke for an hour on Thursday. ';
const AFTER = ' Reporters asked about the evacuation of the airport.';

function resolveChange(was: string, now: string): ReturnType<typeof resolveTarget> {
  const target = describeTarget(BEFORE + was + AFTER, {
    start: BEFORE.length,
    end: BEFORE.length + was.length,
  });
  return resolveTarget(BEFORE + now + AFTER, target);
}

const NEVER_THE_SAME: readonly (readonly [why: string, was: string, now: string])[] = [
  ['negation removed', 'They are not our friends.', 'They are our friends.'],
  ['negation added', 'They are our friends.', 'They are not our friends.'],
  ['contraction', 'They are not our friends.', 'They’re not our friends.'],
  ['direction and number', 'fell to 4.1 percent', 'rose to 9.7 percent'],
  ['another name', 'Psaki said so to Doocy', 'Kirby said so to Doocy'],
  ['another number', '13 American soldiers died', '12 American soldiers died'],
  ['another magnitude', 'It cost 5 million euros', 'It cost 5 billion euros'],
  ['minus sign', 'a change of 5 points', 'a change of -5 points'],
  ['minus sign at the edge', '5 points', '−5 points'],
  ['decimal point', 'a rate of 1.5 percent', 'a rate of 15 percent'],
  ['decimal comma', 'a rate of 1.5 percent', 'a rate of 1,5 percent'],
  ['space in a number', 'about 1 5 people came', 'about 15 people came'],
  ['decimals after the edge', 'fell to 4', 'fell to 4.1'],
  ['digits after the edge', 'fell to 4', 'fell to 45'],
  ['currency', 'It cost $5 in all', 'It cost €5 in all'],
  ['currency at the edge', '$5', '€5'],
  ['percent lost', 'a rise of 5% this year', 'a rise of 5 this year'],
  ['percent gained at the edge', 'a rise of 5', 'a rise of 5%'],
  ['not in the apostrophe', 'We can help them now', "We can't help them now"],
  ['not in the apostrophe at the edge', 'We can', "We can't"],
  ['prefix with a hyphen', 'profit groups paid for it', 'non-profit groups paid for it'],
  ['hyphen lost', 'a man-eating shark', 'a man eating shark'],
  ['hyphen closed', 're-sign the contract', 'resign the contract'],
  ['dash closed to a hyphen', 'He said no — one died.', 'He said no-one died.'],
  ['dash before a number closed', 'He said no — 13 died.', 'He said no-13 died.'],
  ['dash after a number closed', 'He saw 13 — year on year.', 'He saw 13-year on year.'],
  ['spaced hyphen closed', 'He said no - one died.', 'He said no-one died.'],
  ['two hyphens closed to one', 'He said no--one died.', 'He said no-one died.'],
  ['closed dash made a hyphen', 'He said no—one died.', 'He said no-one died.'],
  ['hyphen parted on one side', 'the pre-war and wars', 'the pre- war and wars'],
  ['accent', 'He sent a résumé there', 'He sent a resume there'],
  ['accent in a name', 'Mr Pena was there', 'Mr Peña was there'],
  [
    'combining mark on a letter that has no composed form',
    'the x value is known',
    'the x\u0304 value is known',
  ],
  ['superscript', '10² metres of it', '102 metres of it'],
  ['fraction', '½ of all voters', '1/2 of all voters'],
  ['other Arabic digits', 'عدد ٤٥ شخصا هنا', 'عدد ٤٦ شخصا هنا'],
  ['Arabic vowel mark', 'كتب الرجل الرسالة', 'كُتب الرجل الرسالة'],
  ['look-alike letter', 'paypal said it is safe', 'pаypal said it is safe'],
  ['override of the direction', 'the 31 who came', 'the \u202e31\u202c who came'],
  ['case of a unit', 'a plant of 5 MW there', 'a plant of 5 mW there'],
  ['bits and bytes', 'a line of 5 Mb each', 'a line of 5 MB each'],
  ['feet and inches', "was 5' tall", 'was 5" tall'],
  ['quotation of a word', 'the safe option is best', 'the “safe” option is best'],
  ['comma', 'Help, Ann and Bob came', 'Help Ann and Bob came'],
  ['question', 'They are our friends.', 'They are our friends?'],
  ['question after the edge', 'They are our friends', 'They are our friends?'],
  ['word order', 'man bites dog today', 'dog bites man today'],
  ['one Chinese character', '他们是我们的朋友。', '他们不是我们的朋友。'],
  ['Thai number', 'ราคา ๑๕ บาท', 'ราคา ๑๖ บาท'],
  ['word put in at the start of the quote', 'Nobody knew of it.', 'Almost nobody at all knew of it.'],
  ['all words', 'Biden', 'Trump'],
];

test.each(NEVER_THE_SAME)('words that differ are changed: %s', (_, was, now) => {
  expect(resolveChange(was, now).state).toBe('changed' satisfies AnchorState);
  expect(resolveChange(now, was).state).toBe('changed' satisfies AnchorState);
});

/** Digits beside a quote that make its number another one. */
const GROUPED: readonly (readonly [language: string, was: string, quote: string, now: string])[] = [
  ['de', 'Im Mai wurden 13 Menschen getötet.', 'wurden 13', 'Im Mai wurden 13_000 Menschen getötet.'],
  ['de', 'Es waren 13 Menschen.', '13', 'Es waren 13_000_000 Menschen.'],
  ['fr', 'Le budget était de 13 euros.', 'budget était de 13', 'Le budget était de 13_000 euros.'],
  ['de', 'Sie hat 500 Euro gezahlt.', '500 Euro gezahlt', 'Sie hat 13_500 Euro gezahlt.'],
  ['ru', 'Погибли 500 человек в мае.', '500 человек', 'Погибли 1_500 человек в мае.'],
  ['sv', 'Det kostade 13_500 kronor.', '13_500 kronor', 'Det kostade 113_500 kronor.'],
  ['sv', 'Det kostade 13_500 kronor.', 'kostade 13_500', 'Det kostade 13_500_000 kronor.'],
  ['sv', 'Det kostade 13_500 kronor.', 'kostade 13', 'Det kostade 13 kronor.'],
];
const GROUP_SEPARATORS = [..." \u00a0\u202f\u2009\u2007'’.,"];

test.each(GROUPED)(
  'a number that gains or loses a group of digits is changed (%s): %s, %s',
  (_, was, quote, now) => {
    for (const separator of GROUP_SEPARATORS) {
      const [older, words, newer] = [was, quote, now].map((text) => text.replaceAll('_', separator));
      for (const before of ['', BEFORE]) {
        const found = resolveTarget(before + newer, describeIn(older ?? '', words ?? ''));
        expect([separator, found.state]).toEqual([separator, 'changed']);
      }
    }
  },
);

test.each([
  ['Es stieg um 13 im Mai.', 'um 13', 'Es stieg um 13 % im Mai.'],
  ['Es stieg um 13 im Mai.', 'um 13', 'Es stieg um 13\u202f% im Mai.'],
  ['Es kostet 13 im Mai.', 'kostet 13', 'Es kostet 13 € im Mai.'],
  ['Het kost 13 in mei.', '13 in mei', 'Het kost € 13 in mei.'],
  ['Im Mai wurden 13 Menschen krank.', 'wurden 13', 'Im Mai wurden 13 Millionen Menschen krank.'],
  ['They sent 13 men there.', 'sent 13', 'They sent 13 thousand men there.'],
  ['It cost £5 to build.', 'cost £5', 'It cost £5 bn to build.'],
  ['Ils sont 13 ici.', 'sont 13', 'Ils sont 13 mille ici.'],
  ['Погибли 13 человек.', 'Погибли 13', 'Погибли 13 тыс. человек.'],
  ['死者は13人だった。', '死者は13', '死者は13万人だった。'],
])('what says how much a number is beside the quote changes it: %s, %s, %s', (was, quote, now) => {
  for (const [older, newer] of [
    [was, now],
    [now, was],
  ] as const)
    expect(resolveTarget(BEFORE + newer, describeIn(BEFORE + older, quote)).state).toBe('changed');
});

test.each([
  ['In 2013 people paid.', 'In 2013', 'In 2013, people paid.'],
  ['Of 13 people many paid.', 'Of 13 people', 'Of 13 people some paid.'],
  ['It rose by 5% in May.', 'by 5', 'It rose by 5\u00a0% in May.'],
])(
  'what stands beside another word, or is parted or spaced otherwise, does not: %s, %s, %s',
  (was, quote, now) => {
    expect(resolveTarget(BEFORE + now, describeIn(BEFORE + was, quote)).state).toBe('exact');
  },
);

test.each([
  ['In 2021 500 people came to it.', '500 people'],
  ['In 2021 500 people came to it.', 'In 2021'],
  ['Team 13 500 points in all.', '500 points'],
  ['Team 13 500 points in all.', 'Team 13'],
])('numbers that were neighbours already stay what they were: %s, %s', (text, quote) => {
  const target = describeIn(BEFORE + text + AFTER, quote);
  expect(resolveTarget(`${BEFORE}${text} Nobody knew why.${AFTER}`, target).state).toBe('exact');
  expect(resolveTarget(`So it went. ${BEFORE}${text}${AFTER}`, target).state).toBe('moved');
  const narrow = text.replace(' 500', '\u00a0500');
  expect(resolveTarget(BEFORE + narrow + AFTER, target).state).toMatch(/^(exact|moved|near)$/);
});

test.each([
  ['Men came in 2021, and left.', 'in 2021', 'Men came in 2021, 500 and left.'],
  ['Men came on the 13th, 500 in all.', '500 in all', 'Men came on May 13, 500 in all.'],
  ['Men came: 500 in all.', '500 in all', 'Men came in 2021: 500 in all.'],
])('what a comma or a colon parts is no group: %s', (was, quote, now) => {
  expect(resolveTarget(BEFORE + now, describeIn(BEFORE + was, quote)).state).toMatch(/^(exact|moved)$/);
});

test.each([
  ['The number is 13.', '13', 'The number is 13.5 in all.'],
  ['The number is 13 ', '13', 'The number is 13 000 in all.'],
  ['.5 is the number.', '5 is the number', '1.5 is the number.'],
])('what follows the end of the older text is looked at: %j', (was, quote, now) => {
  const target = describeIn(was, quote);
  const start = now.indexOf(quote);
  expect(resolveTarget(now, { ...target, position: { start, end: start + quote.length } }).state).not.toMatch(
    /^(exact|moved|near)$/,
  );
});

const NEAR: readonly (readonly [differs: string, was: string, now: string])[] = [
  ['case', 'They are not our friends.', 'THEY are not our friends.'],
  ['spacing', 'They are not our friends.', 'They are  not our\nfriends.'],
  ['spacing', 'They are not our friends.', 'They are\u00a0not our friends.'],
  ['spacing', 'Quoi ? Rien du tout', 'Quoi\u202f? Rien du tout'],
  ['spacing', 'a rise of 5 % this year', 'a rise of 5% this year'],
  ['spacing', '2021年8月に', '2021 年 8 月に'],
  ['quote marks', 'He said "no" to that', 'He said “no” to that'],
  ['quote marks', "We can't help them", 'We can’t help them'],
  ['quote marks', 'Er sagte „nein“ dazu', 'Er sagte »nein« dazu'],
  ['dashes', 'soldiers – 12 of them – died', 'soldiers — 12 of them — died'],
  ['spacing', 'He said no — one died.', 'He said no—one died.'],
  ['dashes', 'He said no -- one died.', 'He said no – one died.'],
  ['dashes', 'the well-known London-Paris train', 'the well\u2010known London–Paris train'],
  ['spacing', 'a well-known train', 'a well-\nknown train'],
  ['dashes', 'pages 10-20 of it', 'pages 10–20 of it'],
  ['dashes', 'a change of -5 points', 'a change of −5 points'],
  ['punctuation', 'They are not our friends.', 'They are not our friends!'],
  ['characters', 'Café Müller in Łódź', 'Café Müller in Łódź'.normalize('NFD')],
  ['characters', '각하 서울 대통령 각하', '각하 서울 대통령 각하'.normalize('NFD')],
  ['characters', 'about 13 soldiers died', 'about １３ soldiers died'],
  ['characters', 'عدد 45 شخصا هنا', 'عدد ٤٥ شخصا هنا'],
  ['characters', 'the evacuation began', 'the evac\u00aduation began'],
  ['characters', 'the evacuation began', 'the evac\u200buation began'],
  ['characters', 'قالت الوزارة ذلك', 'قالت الوزا\u0640\u0640رة ذلك'],
  ['characters', 'the first office', 'the ﬁrst oﬃce'],
];

test.each(NEAR)('typography that differs is near and named: %s in %j', (differs, was, now) => {
  for (const found of [resolveChange(was, now), resolveChange(now, was)]) {
    expect(found).toMatchObject({ state: 'near', isMoved: false });
    expect('differences' in found ? found.differences : []).toContain(differs);
  }
});

test.each([
  ['They are our friends.', 'changed'],
  ['They are not our friends', 'near'],
  ['They’re not our friends.', 'changed'],
  ['They are not our friends. They are not our friends.', 'ambiguous'],
  ['Nothing was said.', 'orphaned'],
] as const)('without context, "They are not our friends." in %j is %s', (now, state) => {
  const quote = { exact: 'They are not our friends.', prefix: '', suffix: '' };
  expect(resolveTarget(now, { quote, position: { start: 0, end: 25 } }).state).toBe(state);
});

test('a changed place says which words went and which came', () => {
  expect(resolveChange('fell to 4.1 percent', 'rose to 9.7 percent')).toMatchObject({
    range: { start: BEFORE.length, end: BEFORE.length + 19 },
    words: [
      { kind: 'removed', text: 'fell ' },
      { kind: 'added', text: 'rose ' },
      { kind: 'kept', text: 'to ' },
      { kind: 'removed', text: '4.1 ' },
      { kind: 'added', text: '9.7 ' },
      { kind: 'kept', text: 'percent' },
    ],
  });
});

test('a changed place that one of the windows cuts is told whole', () => {
  const was =
    'The ferry left at noon on Friday. It carried 40 people to the island. Chapter 13 tells of it.\n\n' +
    'Nobody knew why it turned. The owner said nothing. The captain had been asked twice about the storm.';
  const now =
    'The captain had been asked three times about the storm.\n\nThe ferry left at noon on Friday. It carried ' +
    '14 people to the island. Of 13 ships 13 came back, so they say in town.\n\nThe owner said nothing.';
  const start = was.indexOf('40 people');
  const quote = { exact: '40 people', prefix: 'n Friday. It carried ', suffix: ' to the island. Chap' };
  const found = resolveTarget(now, { quote, position: { start, end: start + 9 } });
  expect('range' in found && now.slice(found.range.start, found.range.end)).toBe('14 people');
});

test('a full stop that was lost is near, one that was gained is outside of the quote', () => {
  expect(resolveChange('They are not our friends.', 'They are not our friends')).toMatchObject({
    state: 'near',
    differences: ['punctuation'],
  });
  expect(resolveChange('They are not our friends', 'They are not our friends.').state).toBe('exact');
});

test.each([
  ['They are our friends.', 'They are our friends no longer.'],
  ['They are our friends.', 'They are our friends, but not for long.'],
  ['他们是我们的朋友。', '他们是我们的朋友吗。'],
])('a sentence that goes on is changed: %j, %j', (was, now) => {
  expect(resolveChange(was, now).state).toBe('changed');
  const target = describeIn(BEFORE + was + AFTER, was.slice(0, -1));
  expect(resolveTarget(BEFORE + now + AFTER, target).state).toBe('changed');
});

test('a sentence that is gone is orphaned', () => {
  const now = (BEFORE + AFTER).replace('  ', ' ');
  const was = 'They are not our friends. ';
  const target = describeTarget(BEFORE + was + AFTER.trim(), {
    start: BEFORE.length,
    end: BEFORE.length + was.length - 1,
  });
  expect(resolveTarget(now, target)).toEqual({ state: 'orphaned', candidates: [] });
});

const SENTENCE = 'They are not our friends.';

function describeIn(text: string, words: string, from = 0): Target {
  const start = text.indexOf(words, from);
  return describeTarget(text, { start, end: start + words.length });
}

test('a sentence twice in contexts that are both new is ambiguous, and both places are told', () => {
  const target = describeIn(BEFORE + SENTENCE + AFTER, SENTENCE);
  const now = `Nothing else came. ${SENTENCE} So it went. Then it rained. ${SENTENCE} Snow fell.`;
  const found = resolveTarget(now, target);
  expect(found.state).toBe('ambiguous');
  expect(found.candidates.map(({ range }) => now.slice(range.start, range.end))).toEqual([
    SENTENCE,
    SENTENCE,
  ]);
});

test('the same words at the same offsets are not exact when their context stands elsewhere', () => {
  const was = `${SENTENCE} A spokesman of the ministry said so on Monday.`;
  const inserted = `${SENTENCE} A song of that name was sung by all who had come. `;
  expect(resolveTarget(inserted + was, describeIn(was, SENTENCE))).toMatchObject({
    state: 'moved',
    range: { start: inserted.length, end: inserted.length + SENTENCE.length },
  });
});

test('an identical sentence elsewhere never takes over from one that was changed in its context', () => {
  const elsewhere = ` Years later a book bore the title. ${SENTENCE} It sold well.`;
  const target = describeIn(BEFORE + SENTENCE + AFTER + elsewhere, SENTENCE);
  const now = `${BEFORE}They are our friends.${AFTER}${elsewhere}`;
  expect(resolveTarget(now, target)).toMatchObject({
    state: 'changed',
    range: { start: BEFORE.length, end: BEFORE.length + 21 },
  });
});

test('a short quote whose context is gone is ambiguous rather than wrong', () => {
  const target = describeIn('In all 13 soldiers died on Thursday, it was said.', '13');
  expect(resolveTarget('Chapter 13 begins here.', target).state).toBe('ambiguous');
  expect(resolveTarget('Of 13 ships, 13 came back and 13 sank.', target).state).toBe('ambiguous');
});

test('a sentence that moved alone is known by its words', () => {
  const now = `${SENTENCE} It began to rain. ${BEFORE}${AFTER.trim()}`;
  expect(resolveTarget(now, describeIn(BEFORE + SENTENCE + AFTER, SENTENCE))).toMatchObject({
    state: 'moved',
    range: { start: 0, end: SENTENCE.length },
  });
});

function row(name: string): string {
  return `${name}: the count was repeated twice and the result was 13 in the end.\n`;
}

test('the older text can tell places apart that the stored context can not', () => {
  const was = row('Anna') + row('Berta') + row('Clara');
  const now = row('Zoe') + row('Dora') + row('Anna') + row('Berta') + row('Clara');
  const target = describeIn(was, '13', row('Anna').length);
  expect(resolveTarget(now, target).state).toBe('ambiguous');
  const start = now.indexOf('13', now.indexOf('Berta'));
  expect(resolveTarget(now, target, { madeOn: was })).toMatchObject({ state: 'moved', range: { start } });
});

test('a quote of nothing visible is orphaned once its place is gone', () => {
  const quote = { exact: ' \u200b', prefix: '', suffix: '' };
  expect(resolveTarget('Some text.', { quote, position: { start: 3, end: 5 } }).state).toBe('orphaned');
});

test('a paragraph that moves to the other end of a megabyte takes its targets with it', () => {
  const filler = Array.from(
    { length: 24_000 },
    (_, i) => `Line ${i} of the record says number ${i * 7}.`,
  ).join('\n');
  const paragraph = `\nOn Thursday a suicide bomber killed 13 soldiers at the gate. ${SENTENCE} She said so twice.\n`;
  const [was, now] = [paragraph + filler, filler + paragraph];
  expect(was.length).toBeGreaterThan(1_000_000);
  for (const words of [SENTENCE, '13 soldiers', 'suicide bomber']) {
    const start = now.indexOf(words, filler.length);
    expect(resolveTarget(now, describeIn(was, words))).toMatchObject({
      state: 'moved',
      range: { start, end: start + words.length },
    });
  }
});
