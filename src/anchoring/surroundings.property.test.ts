import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeTarget } from './describe.ts';
import { resolveTarget, type AnchorState } from './resolve.ts';

/** A language: words of which sentences are made, and words that take back what stands beside them. */
interface Language {
  readonly words: readonly string[];
  readonly negations: readonly string[];
  readonly space: string;
}

const LANGUAGES: readonly Language[] = [
  spaced(
    'soldiers were seen in town on Monday after the march had ended there',
    'not never hardly no without',
  ),
  spaced('Menschen wurden gestern am Tor des alten Hafens gesehen und gezählt', 'nicht kein nie kaum ohne'),
  spaced('des gens sont venus hier au port avec leurs enfants ce matin', 'ne pas jamais sans aucune'),
  spaced('muchas personas vinieron ayer al puerto con sus hijos por la tarde', 'no nunca sin jamás ningún'),
  spaced('muitas pessoas vieram ontem ao porto com os filhos pela tarde', 'não nunca sem nenhum'),
  spaced('molte persone vennero ieri al porto con i loro figli la sera', 'non nessun senza'),
  spaced('люди пришли вчера в порт вместе со своими детьми под вечер', 'не никогда без нет'),
  spaced('veel mensen kwamen gisteren naar de haven met hun kinderen', 'niet geen nooit zonder'),
  spaced('många kom igår till hamnen med sina barn på kvällen', 'inte aldrig utan ingen'),
  spaced('ludzie przyszli wczoraj do portu razem z dziećmi wieczorem', 'nie nigdy bez'),
  spaced('جاء الناس أمس إلى الميناء مع أطفالهم في المساء', 'لا لم ليس غير بدون'),
  spaced('사람들이 어제 항구에 아이들과 함께 저녁에 도착했다고 전했다', '못 안 없이 아니'),
  { words: [...'军队昨天在城里看见他们和朋友一起离开港口'], negations: [...'不没未非无'], space: '' },
  {
    words: [...'軍隊は昨日港で友達を見たと述べた'],
    negations: ['ない', 'なかった', 'ません', '不', '未'],
    space: '',
  },
];

function spaced(words: string, negations: string): Language {
  return { words: words.split(' '), negations: negations.split(' '), space: ' ' };
}

interface Sentence {
  readonly language: Language;
  readonly words: readonly string[];
  /** The marked ones: from, and up to but not including. */
  readonly from: number;
  readonly to: number;
}

/** With at least one word on either side of those that are marked, so that these are no sentence of their own. */
const sentences = fc
  .record({
    language: fc.constantFrom(...LANGUAGES),
    first: fc.nat(),
    from: fc.integer({ min: 1, max: 5 }),
    length: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ language, first, from, length }): Sentence => {
    const turn = first % language.words.length;
    const words = [...language.words.slice(turn), ...language.words.slice(0, turn)].slice(
      0,
      from + length + 3,
    );
    return { language, words, from, to: Math.min(from + length, words.length - 1) };
  });

const RUNS = { numRuns: 2000, endOnFailure: true };
const BEFORE = 'Somebody had come earlier. ';
const AFTER = ' Reporters asked about the airport.';

interface Marked {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The sentence between two others; `put` are words, with their place among those of the sentence, that are put in. */
function write(
  { language, words, from, to }: Sentence,
  [before, inside, after]: readonly string[][],
): Marked {
  const { space } = language;
  const head = [...words.slice(0, from), ...(before ?? [])].join(space);
  const mark = inside?.join(space) ?? words.slice(from, to).join(space);
  const tail = [...(after ?? []), ...words.slice(to)].join(space);
  const start = BEFORE.length + head.length + space.length;
  const text = `${BEFORE}${head}${space}${mark}${space}${tail}.${AFTER}`;
  return { text, start, end: start + mark.length };
}

/** What becomes of each of the two in the text of the other. */
function exchange(one: Marked, other: Marked): readonly AnchorState[] {
  return [
    resolveTarget(other.text, describeTarget(one.text, one)).state,
    resolveTarget(one.text, describeTarget(other.text, other)).state,
  ];
}

/** Of two of them, that neither is taken for the other. */
const ASKED = /^(changed|ambiguous|orphaned),(changed|ambiguous|orphaned)$/;

test('a negation that comes or goes near marked words, in any language, leaves no verdict on them standing', () => {
  fc.assert(
    fc.property(sentences, fc.nat(), fc.nat(2), fc.boolean(), (sentence, which, away, isBefore) => {
      const { language, words, from, to } = sentence;
      const negation = language.negations[which % language.negations.length] ?? '';
      const at = isBefore ? Math.max(0, from - away) : Math.min(words.length, to + away);
      const more = words.toSpliced(at, 0, negation);
      const shift = isBefore ? 1 : 0;
      expect(
        String(
          exchange(
            write(sentence, []),
            write({ ...sentence, words: more, from: from + shift, to: to + shift }, []),
          ),
        ),
      ).toMatch(ASKED);
    }),
    RUNS,
  );
});

const PUT_BEFORE = ['2', '13,', 'some', '~', '–', '€', '$', '<', '20 –', '3 x', 'two', 'almost', '1 000'];
const PUT_BEHIND = [
  '2',
  '– 14',
  '%',
  '€',
  'km',
  'million',
  '+',
  '/ 14',
  'x 2',
  '000',
  'more',
  '万',
  '½',
  '°C',
];

test('a number that gets or loses something beside it leaves no verdict on it standing', () => {
  fc.assert(
    fc.property(
      sentences,
      fc.constantFrom('13', '4.1', '104,000', '2021', '٤٥', '１３'),
      fc.constantFrom(...PUT_BEFORE),
      fc.constantFrom(...PUT_BEHIND),
      fc.constantFrom('before', 'behind', 'alone before', 'alone behind'),
      (sentence, number, putBefore, putBehind, where) => {
        const words = sentence.words.slice(sentence.from, sentence.to);
        const isBefore = where.endsWith('before');
        const alone = where.startsWith('alone') ? [] : words;
        const inside = isBefore ? [number, ...alone] : [...alone, number];
        expect(
          String(
            exchange(
              write(sentence, [[], inside, []]),
              write(sentence, [isBefore ? [putBefore] : [], inside, isBefore ? [] : [putBehind]]),
            ),
          ),
        ).toMatch(ASKED);
      },
    ),
    RUNS,
  );
});

const GLUED_BEFORE = ['non-', 'anti-', 'un', 'ex-', 'Nicht', 'pseudo-', "d'", '#', '@', '-'];
const GLUED_BEHIND = ['-like', 'less', "n't", '’s', '-free', 'los', '-', '5'];

test('letters that are joined to marked words leave no verdict on them standing', () => {
  const spacedOnes = sentences.filter(({ language }) => language.space !== '');
  fc.assert(
    fc.property(
      spacedOnes,
      fc.constantFrom(...GLUED_BEFORE),
      fc.constantFrom(...GLUED_BEHIND),
      fc.boolean(),
      (sentence, before, behind, isBefore) => {
        const one = write(sentence, []);
        const put = isBefore ? before : behind;
        if (!/[\p{L}\p{N}]/u.test(put)) return;
        const at = isBefore ? one.start : one.end;
        const shift = isBefore ? put.length : 0;
        expect(
          String(
            exchange(one, {
              text: one.text.slice(0, at) + put + one.text.slice(at),
              start: one.start + shift,
              end: one.end + shift,
            }),
          ),
        ).toMatch(ASKED);
      },
    ),
    RUNS,
  );
});

test('quote marks that come or go around just the marked words leave no verdict on them standing', () => {
  fc.assert(
    fc.property(
      sentences,
      fc.constantFrom('“”', '„“', '«»', '""', '‘’', "''", '「」', '『』', '‹›', '« »', '”“', '””'),
      (sentence, marks) => {
        const one = write(sentence, []);
        const [opening, closing] = [marks.slice(0, marks.length / 2), marks.slice(marks.length / 2)];
        const [head, mark, tail] = [
          one.text.slice(0, one.start),
          one.text.slice(one.start, one.end),
          one.text.slice(one.end),
        ];
        const inside = marks === '« »' ? `«\u00a0${mark}\u00a0»` : `${opening}${mark}${closing}`;
        const start = head.length + inside.indexOf(mark);
        expect(
          String(exchange(one, { text: head + inside + tail, start, end: start + mark.length })),
        ).toMatch(ASKED);
      },
    ),
    RUNS,
  );
});

test('words that are put before the first or behind the last word of a marked sentence leave no verdict standing', () => {
  fc.assert(
    fc.property(sentences, fc.nat(), fc.boolean(), (sentence, which, isBefore) => {
      const { language } = sentence;
      const whole = { ...sentence, from: 0, to: sentence.words.length };
      const more = language.words[which % language.words.length] ?? '';
      const [one, text] = [whole.words.join(language.space), language.space];
      const longer = isBefore ? `${more}${text}${one}` : `${one}${text}${more}`;
      const place = (words: string): Marked => {
        const start = BEFORE.length + words.indexOf(one);
        return { text: `${BEFORE}${words}.${AFTER}`, start, end: start + one.length };
      };
      const target = describeTarget(place(one).text, place(one));
      expect(resolveTarget(place(longer).text, target).state).toMatch(/^(changed|ambiguous|orphaned)$/);
    }),
    RUNS,
  );
});
