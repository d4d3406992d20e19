import { CLAIMS_HEAD, EVIDENCE_HEAD, findHead } from './csv-head.ts';
import type { UnknownFile } from './format.ts';
import { createPlainReader, typesOf } from './json-ld.ts';
import { fieldsOf, isFields, type Fields } from './loose-json.ts';

/** How many members of a list are looked at: those that are odd must not hide what the others are. */
const LOOKED_AT = 200;

/** The annotations of a file that has the shape of a Hypothesis search answer or client export; null when it has not. */
export function hypothesisRows(value: unknown): readonly unknown[] | null {
  if (typeof value !== 'object' || value === null) return null;
  if ('rows' in value && 'total' in value) return listOrNull(value.rows);
  const isExport = 'export_date' in value || 'export_userid' in value || 'client_version' in value;
  return isExport && 'annotations' in value ? listOrNull(value.annotations) : null;
}

function listOrNull(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? value : null;
}

/** One annotation of the W3C model, a list of them, a page or a collection. */
export function looksLikeW3c(value: unknown): boolean {
  return someMember(value, (row) => {
    const fields = createPlainReader(row['@context']).fieldsOf(row);
    const isIt = typesOf(fields).some((type) => /^Annotation(?:Page|Collection)?$/.test(type));
    return isIt || (Array.isArray(fields['@graph']) && looksLikeW3c(fields['@graph']));
  });
}

/** What Recogito's text annotator keeps: bodies beside a target with a selector, and no types. */
export function looksLikeRecogito(value: unknown): boolean {
  const rows = Array.isArray(value) ? value : fieldsOf(value)['annotations'];
  return someMember(
    rows,
    (fields) => Array.isArray(fields['bodies']) && fieldsOf(fields['target'])['selector'] !== undefined,
  );
}

/** Tasks of Label Studio: with their data and rounds, or flat (JSON_MIN). */
export function looksLikeLabelStudio(value: unknown): boolean {
  return someMember(
    value,
    (fields) =>
      (isFields(fields['data']) &&
        ['annotations', 'completions', 'predictions'].some((name) => Array.isArray(fields[name]))) ||
      ('annotation_id' in fields && 'annotator' in fields),
  );
}

/** Items of CSL-JSON: a type and something that names a publication. */
export function looksLikeCslJson(value: unknown): boolean {
  return someMember(
    fieldsOf(value)['items'] ?? value,
    (fields) =>
      typeof fields['type'] === 'string' &&
      !('@context' in fields) &&
      !('target' in fields) &&
      (typeof fields['URL'] === 'string' ||
        ('title' in fields && ['id', 'author', 'issued', 'DOI', 'accessed'].some((name) => name in fields))),
  );
}

/** Lines of doccano, or a list of the same: a text with labels, entities or comments. */
export function looksLikeDoccano({ text, json }: UnknownFile): boolean {
  if (json.ok) return someMember(json.value, isDoccanoRow);
  for (const line of linesOf(text, LOOKED_AT))
    if (line.trimStart().startsWith('{') && isDoccanoRow(fieldsOf(parseQuietly(line)))) return true;
  return false;
}

function isDoccanoRow(fields: Fields): boolean {
  return (
    (typeof fields['text'] === 'string' || typeof fields['data'] === 'string') &&
    ['label', 'labels', 'entities', 'cats'].some((name) => Array.isArray(fields[name]))
  );
}

/** The first lines that hold something. */
function* linesOf(text: string, most: number): Generator<string> {
  const line = /[^\r\n]+/g;
  let found = 0;
  for (let match = line.exec(text); match && found < most; match = line.exec(text)) {
    const words = match[0].replace(/^\ufeff/, '');
    if (words.trim() === '') continue;
    found += 1;
    yield words;
  }
}

/** An entry of BibTeX at the beginning of a line. */
export function looksLikeBibtex(text: string): boolean {
  return /^[ \t]*@[a-z]+[ \t]*[{(][^{}()\n]{0,200},/im.test(text);
}

export function looksLikeClaimsCsv(text: string): boolean {
  return findHead(text, CLAIMS_HEAD) !== null;
}

export function looksLikeEvidenceCsv(text: string): boolean {
  return findHead(text, EVIDENCE_HEAD) !== null;
}

function someMember(value: unknown, isOne: (fields: Fields) => boolean): boolean {
  const members = Array.isArray(value) ? (value as readonly unknown[]).slice(0, LOOKED_AT) : [value];
  return members.some((member) => isFields(member) && isOne(member));
}

function parseQuietly(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
