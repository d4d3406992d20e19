import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { segment } from './segment.ts';

/*
 * The golden rules of pragmatic_segmenter and an article segmented by hand. They belong to others, so they lie beside the
 * project and not in it; our own cases stand beside each decision.
 */
const folder = '../shared/segmentation';
const isThere = existsSync(`${folder}/golden-rules.json`);
const note = isThere ? '' : ` (skipped: no ${folder} beside the project)`;

interface Rule {
  readonly language: string;
  readonly name: string;
  readonly text: string;
  readonly sentences: readonly string[];
}

interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function read<T>(name: string, parse: (text: string) => T): T {
  return parse(readFileSync(`${folder}/${name}`, 'utf8'));
}

const readRules = (): readonly Rule[] =>
  read('golden-rules.json', (text) => JSON.parse(text) as readonly Rule[]);

/** Sentences with their white space left out, which is how the rules are to be compared. */
function segmentTexts({ text, language }: Rule): readonly string[] {
  return segment(text, language).map(({ start, end }) => squeeze(text.slice(start, end)));
}

const squeeze = (text: string): string => text.replaceAll(/\s+/gu, '');

const fails = (rule: Rule): boolean =>
  segmentTexts(rule).join('\n') !== rule.sentences.map(squeeze).join('\n');

test.skipIf(!isThere)(`all 52 golden rules of English hold${note}`, () => {
  const rules = readRules().filter(({ language }) => language === 'en');
  expect(rules).toHaveLength(52);
  expect(rules.filter(fails).map(({ name }) => name)).toEqual([]);
});

/** What these rules want and we do not do: a sentence ends at a comma or a colon, or before what begins in lower case. */
const NOT_OURS = [
  'ar: Comma #005',
  'ar: Regular punctuation #001',
  'ar: Time #004',
  'el: Question mark to end sentence #001',
  'kk: Question mark to end sentence #002',
];

test.skipIf(!isThere)(`93 of 98 golden rules of 16 other languages hold, all but five by name${note}`, () => {
  const rules = readRules().filter(({ language }) => language !== 'en');
  expect(rules).toHaveLength(98);
  expect(new Set(rules.map(({ language }) => language)).size).toBe(16);
  expect(
    rules
      .filter(fails)
      .map(({ language, name }) => `${language}: ${name}`)
      .toSorted(),
  ).toEqual(NOT_OURS);
});

test.skipIf(!isThere)(`the 17 sentences of the first article lie where a person found them${note}`, () => {
  const body = read('seed-article.body.txt', (text) => text);
  const sentences = read('seed-article.sentences.json', (text) => JSON.parse(text) as readonly Sentence[]);
  expect(sentences).toHaveLength(17);
  expect(segment(body, 'en')).toEqual(sentences.map(({ start, end }) => ({ start, end })));
});
