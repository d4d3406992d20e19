import type { GetICUArgs } from '@schummar/icu-type-parser';
import format, { type CompiledMessage, type FormatOptions, type FormatValues } from 'icu-minify/format';
import { IN_DATA } from './in-data.ts';
import { dateFormat, spokenLanguage, locale, numberFormat, pluralRules } from './language.ts';

/** What a message must be told, by the names in its braces. A number is declared as one: `{n, number}` or a plural. */
export type Arguments<Text extends string> = GetICUArgs<
  Text,
  { ICUArgument: string; ICUNumberArgument: number; ICUDateArgument: Date | number }
>;

type Values<Text extends string> = keyof Arguments<Text> extends never ? [] : [values: Arguments<Text>];

/** Only words that stand in the code can be looked up in a catalogue. */
export type Written<Text extends string> = Text & (string extends Text ? never : unknown);

/** How numbers, plurals and dates are said. */
export const FORMATTERS = {
  formatters: {
    getNumberFormat: numberFormat,
    getPluralRules: pluralRules,
    getDateTimeFormat: dateFormat,
  } as FormatOptions['formatters'],
};

/**
 * A sentence of the interface in the language of the interface. It is written in English, as an ICU message; the
 * translations stand in `catalogues/`. The build compiles it: see `compile/messages-plugin.ts`.
 */
export function say(words: Message): string;
export function say<const Text extends string>(words: Written<Text>, ...values: Values<Text>): string;
export function say(words: unknown, values?: unknown): string {
  return format(translate(words), locale(), isolate(values as FormatValues<string>), FORMATTERS) as string;
}

/** Words of people in a sentence, such as a title, must not turn round what stands beside them (Unicode's FSI and PDI). */
export function isolate<Given extends object | undefined>(values: Given): Given {
  const { direction } = spokenLanguage();
  const isolated = { ...values } as Record<string, unknown>;
  for (const [name, value] of Object.entries(isolated)) {
    const turnsRound =
      typeof value === 'string' && (direction === 'rtl' ? LEFT_TO_RIGHT : RIGHT_TO_LEFT).test(value);
    if (turnsRound) isolated[name] = `\u2068${value}\u2069`;
  }
  return isolated as Given;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufefc]/;
const LEFT_TO_RIGHT = /[a-z\u00c0-\u02b8]/i;

/** Words of the interface that are yet to be said: a table of labels is made before the language is known. */
export interface Message {
  readonly [UNSAID]: true;
}

declare const UNSAID: unique symbol;

/**
 * Marks words that are said later, by `say`. The context tells translators which of two meanings words have that are the
 * same in English only ("Open": the state, or what a button does).
 */
export function message<const Text extends string>(
  text: keyof Arguments<Text> extends never ? Text : never,
  context?: string,
): Message {
  return (context === undefined ? text : { text, context }) as unknown as Message;
}

/**
 * Marks English words of a rating scale, which are data: they are kept, compared and exported as they are, and `sayData` says
 * them in the language of the interface.
 */
export function inData<const Text extends string>(words: Text): Text {
  return words;
}

/** Words of a rating scale as the interface says them: those of a person's own scale as they are. */
export function sayData(words: string): string {
  // Without anything in braces, words are their own compiled message.
  return (spokenLanguage().translate(words, IN_DATA) as string | undefined) ?? words;
}

interface InContext {
  readonly text: CompiledMessage;
  readonly context: string;
}

function isInContext(words: unknown): words is InContext {
  return typeof words === 'object' && words !== null && 'context' in words;
}

/** The compiled message in the language of the interface. */
export function translate(words: unknown): CompiledMessage {
  // The build has put the compiled message where the English stood.
  const { text, context } = isInContext(words) ? words : { text: words as CompiledMessage, context: '' };
  return spokenLanguage().translate(text, context) ?? text;
}
