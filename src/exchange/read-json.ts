import { findJsonError, type JsonError } from './find-json-error.ts';

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
  if (text.length > MOST_CHARACTERS) {
    const [size, most] = [text.length, MOST_CHARACTERS].map((count) => Math.round(count / 1_000_000));
    return fail(`The file holds ${size} million characters; up to ${most} million can be opened.`);
  }
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (json.trim() === '') return fail('The file is empty.');
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    // What the engine says differs from browser to browser; what we find reads the same in all of them.
    const error = findJsonError(json);
    return fail(error ? describe(json, error) : 'The file is nested too deep to be read.');
  }
  const problem = findHarm(value);
  return problem === null ? { ok: true, value } : fail(problem);
}

function fail(problem: string): JsonRead {
  return { ok: false, problem };
}

function describe(json: string, { offset, reason }: JsonError): string {
  const before = json.slice(0, offset);
  const line = before.split(/\r\n?|\n/).length;
  const column = offset - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
  if (offset >= json.length) {
    return `The file breaks off in line ${line}: it was cut short when it was saved, sent or downloaded.`;
  }
  if (offset === 0) return 'This is not a JSON file.';
  return `The file is not valid JSON: in line ${line}, column ${column}, ${reason}.`;
}

const HARMFUL_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

interface Place {
  readonly value: object;
  readonly name: string;
  readonly parent: Place | null;
  readonly level: number;
}

/** A sentence about the first thing that must not get in, or null. Uses a list instead of the call stack. */
function findHarm(root: unknown): string | null {
  if (typeof root !== 'object' || root === null) return null;
  const waiting: Place[] = [{ value: root, name: '', parent: null, level: 1 }];
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    const isList = Array.isArray(place.value);
    for (const [name, value] of Object.entries<unknown>(place.value as Record<string, unknown>)) {
      if (!isList && HARMFUL_NAMES.has(name)) {
        return `The name “${name}” at ${pathOf(place)} is not allowed: it could change how the program works.`;
      }
      if (typeof value === 'number' && !Number.isFinite(value)) {
        return `The number at ${pathOf(place, name)} is too large.`;
      }
      if (typeof value !== 'object' || value === null) continue;
      if (place.level === MOST_LEVELS) {
        return `The file is nested more than ${MOST_LEVELS} levels deep, at ${pathOf(place).slice(0, 80)}.`;
      }
      waiting.push({ value, name, parent: place, level: place.level + 1 });
    }
  }
  return null;
}

/** As a person would write it: `factCheck.annotations[3].claim`. */
function pathOf(place: Place, ...last: readonly string[]): string {
  const steps = [...last];
  for (let at: Place | null = place; at?.parent; at = at.parent) steps.unshift(at.name);
  if (steps.length === 0) return 'the top';
  return steps.map((step, i) => (/^\d+$/.test(step) ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');
}
