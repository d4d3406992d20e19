import { say } from '../messages/say.ts';
import { findJsonError, type JsonError } from './find-json-error.ts';
import type { ItemProblem } from './format.ts';

export type JsonRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: string };

/** In UTF-16 units: about a hundred times the largest fact check that we have met. */
const MOST_CHARACTERS = 200_000_000;

/** How deep arrays and objects may stand in one another; a fact check needs eight. */
export const MOST_LEVELS = 100;

/**
 * Reads JSON (RFC 8259) of unknown origin and makes sure that its values are harmless to handle: not enormous, not
 * nested without end, without names that change what an object is, and without numbers that no longer are any.
 */
export function readJson(text: string): JsonRead {
  const read = parseJson(text);
  if (!read.ok || isHarmless(read.value)) return read;
  const [harm] = findHarm(read.value);
  return harm === undefined ? read : fail(harm.problem);
}

/**
 * The same, but of a list only the members are left out that hold harm: null stands in their place, and each is named.
 */
export function readJsonItems(text: string): JsonRead & { readonly problems: readonly ItemProblem[] } {
  const problems: ItemProblem[] = [];
  const read = parseJson(text);
  if (!read.ok || isHarmless(read.value)) return { ...read, problems };
  for (const { problem, place } of findHarm(read.value)) {
    const member = listMemberAround(place);
    if (member === null) return { ...fail(problem), problems };
    if (isLeftOut(place)) continue;
    member.list[member.at] = null;
    problems.push({ place: member.path, problem: say('{problem} It is left out.', { problem }) });
  }
  return { ...read, problems };
}

function parseJson(text: string): JsonRead {
  if (text.length > MOST_CHARACTERS) {
    const [size, most] = [inMillions(text.length), inMillions(MOST_CHARACTERS)];
    return fail(
      say('The file holds {size, number} million characters; up to {most, number} million can be opened.', {
        size,
        most,
      }),
    );
  }
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (json.trim() === '') return fail(say('The file is empty.'));
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    // What the engine says differs from browser to browser; what we find reads the same in all of them.
    const error = findJsonError(json);
    return fail(error ? describe(json, error) : say('The file is nested too deep to be read.'));
  }
  return { ok: true, value };
}

function inMillions(count: number): number {
  return Math.round(count / 1_000_000);
}

function fail(problem: string): JsonRead {
  return { ok: false, problem };
}

function describe(json: string, { offset, reason }: JsonError): string {
  const before = json.slice(0, offset);
  const line = before.split(/\r\n?|\n/).length;
  const column = offset - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
  if (offset >= json.length) {
    return say(
      'The file breaks off in line {line}: it was cut short when it was saved, sent or downloaded.',
      { line: String(line) },
    );
  }
  if (offset === 0) return say('This is not a JSON file.');
  return say('The file is not valid JSON: in line {line}, column {column}, {reason}.', {
    line: String(line),
    column: String(column),
    reason,
  });
}

function isHarmful(name: string): boolean {
  return name === '__proto__' || name === 'constructor' || name === 'prototype';
}

/** True when `findHarm` finds nothing: a file has hundreds of thousands of values, and they are nearly always right. */
function isHarmless(root: unknown): boolean {
  let level: readonly unknown[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth >= MOST_LEVELS) return false;
    const below: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'number' && !Number.isFinite(value)) return false;
      if (typeof value !== 'object' || value === null) continue;
      if (Array.isArray(value)) {
        for (const member of value) below.push(member);
        continue;
      }
      const fields = value as Readonly<Record<string, unknown>>;
      for (const name in fields) {
        if (isHarmful(name)) return false;
        const field = fields[name];
        if (typeof field === 'object' || typeof field === 'number') below.push(field);
      }
    }
    level = below;
  }
  return true;
}

interface Place {
  readonly value: object;
  readonly name: string;
  readonly parent: Place | null;
  readonly level: number;
}

interface Harm {
  readonly problem: string;
  readonly place: Place;
}

/** What must not get in, with the value that holds it. Uses a list instead of the call stack. */
function* findHarm(root: unknown): Generator<Harm> {
  if (typeof root !== 'object' || root === null) return;
  const waiting: Place[] = [{ value: root, name: '', parent: null, level: 1 }];
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    const isList = Array.isArray(place.value);
    for (const [name, value] of Object.entries<unknown>(place.value as Record<string, unknown>)) {
      if (!isList && isHarmful(name)) {
        const problem = say(
          'The name “{name}” at {path} is not allowed: it could change how the program works.',
          { name, path: pathOf(place) },
        );
        yield { problem, place };
      }
      if (typeof value === 'number' && !Number.isFinite(value)) {
        yield { problem: say('The number at {path} is too large.', { path: pathOf(place, name) }), place };
      }
      if (typeof value !== 'object' || value === null) continue;
      if (place.level === MOST_LEVELS) {
        const problem = say('The file is nested more than {levels, number} levels deep, at {path}.', {
          levels: MOST_LEVELS,
          path: pathOf(place).slice(0, 80),
        });
        yield { problem, place };
      } else waiting.push({ value, name, parent: place, level: place.level + 1 });
    }
  }
}

/** The smallest member of a list that a place is in, or null. */
function listMemberAround(
  place: Place,
): { readonly list: unknown[]; readonly at: number; readonly path: string } | null {
  for (let at: Place | null = place; at?.parent; at = at.parent)
    if (Array.isArray(at.parent.value))
      return { list: at.parent.value as unknown[], at: Number(at.name), path: pathOf(at) };
  return null;
}

/** True for a place in something that was left out already. */
function isLeftOut(place: Place): boolean {
  for (let at: Place | null = place; at?.parent; at = at.parent)
    if ((at.parent.value as Record<string, unknown>)[at.name] !== at.value) return true;
  return false;
}

/** As a person would write it: `factCheck.annotations[3].claim`. */
function pathOf(place: Place, ...last: readonly string[]): string {
  const steps = [...last];
  for (let at: Place | null = place; at?.parent; at = at.parent) steps.unshift(at.name);
  if (steps.length === 0) return say('the top');
  return steps.map((step, i) => (/^\d+$/.test(step) ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');
}
