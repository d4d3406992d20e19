import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findMessages } from './find-messages.ts';
import { mayHaveMessages } from './parse-source.ts';

/** A message of the interface, as translators see it. */
export interface ListedMessage {
  /** Its name in a catalogue: the English, and the context behind ` // ` where the words have two meanings. */
  readonly name: string;
  /** ICU, in English. */
  readonly text: string;
  readonly context: string;
  /** The first module that says it, as a path without its ending. */
  readonly module: string;
}

const SOURCE = fileURLToPath(new URL('../..', import.meta.url));

/** All messages in the code, in the order of the modules and of what stands in them. Node only. */
export function listMessages(): readonly ListedMessage[] {
  const listed = new Map<string, ListedMessage>();
  for (const { file, source } of readSources()) {
    if (!mayHaveMessages(source)) continue;
    for (const { text, context } of findMessages(file, source)) {
      const name = nameOf(text, context);
      if (!listed.has(name)) listed.set(name, { name, text, context, module: file.replace(/\.tsx?$/, '') });
    }
  }
  return [...listed.values()];
}

/** English and context, from the name that a message has in a catalogue. */
export function readName(name: string): { readonly text: string; readonly context: string } {
  const [text = '', context = ''] = name.split(' // ');
  return { text, context };
}

function nameOf(text: string, context: string): string {
  return context === '' ? text : `${text} // ${context}`;
}

/** The modules of the app, by their paths within `src`, in one order on every machine. Node only. */
export function readSources(): readonly { readonly file: string; readonly source: string }[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .toSorted(compare)
    .map((file) => ({ file, source: readFileSync(path.join(SOURCE, file), 'utf8') }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
