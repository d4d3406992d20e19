import { disguise, disguiseGerman } from './support/disguise.ts';
import { JOURNEYS, type Story } from './support/every-screen.ts';
import { lookThrough } from './support/plain-words.ts';
import { saidIn } from './support/said-in.ts';
import { expect, test } from './support/test.ts';

test.use({ locale: 'de-DE' });

/** What people write is in Russian, so that every Latin letter is the interface's. */
const RUSSIAN: Story = {
  name: 'Аня',
  newer:
    'В августе вывезли двести тысяч человек. Погибли двенадцать солдат. Это правда?\n\nСовсем другой абзац говорит о погоде и ценах на хлеб.',
  plan: {
    title: 'Доклад о вывозе',
    language: 'ru',
    paragraphs: [
      ['В августе вывезли сто тысяч человек.', 'Погибли тринадцать солдат.', 'Это правда?'],
      ['Никто ещё не смотрел сюда.', 'Корабль ушёл в полдень.'],
    ],
    reviewers: ['Аня', 'Боря'],
    sources: {
      log: { title: 'Журнал', url: 'https://example.org/' },
      twin: { title: 'Журнал', url: 'https://example.org/?a' },
      act: { title: 'Акт' },
    },
    annotations: [
      {
        quote: 'В августе вывезли сто тысяч человек',
        rating: 'mostly-false',
        conclusion: 'Меньше.',
        tags: ['числа'],
        cites: { log: 'refutes', act: 'context' },
        by: 'Боря',
      },
      { quote: 'сто тысяч', rating: 'half-true', by: 'Аня' },
      { quote: 'тринадцать солдат', rating: 'half-true', cites: { log: 'supports' } },
      { quote: 'Это правда?', isNotCheckable: true },
      { quote: 'Корабль ушёл в полдень.', rating: 'true' },
    ],
  },
};

const german = saidIn('de');

for (const size of ['', ' @phone']) {
  for (const [journey, walk] of Object.entries(JOURNEYS)) {
    test(`every word of ${journey} is a message, and none is cut off${size}`, async ({ page, context }) => {
      await disguiseGerman(context);
      const problems: Record<string, Awaited<ReturnType<typeof lookThrough>>> = {};
      await walk({
        page,
        story: RUSSIAN,
        said: (english) => disguise(german(english)),
        look: async (screen) => {
          const seen = await lookThrough(page);
          if (seen.plain.length + seen.cut.length > 0) problems[screen] = seen;
        },
      });
      expect(problems).toEqual({});
    });
  }
}
