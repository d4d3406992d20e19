import { fieldsOf, isFields, oneOrSeveral, type Fields } from './loose-json.ts';

/** How many members of a list are looked at: one that is odd must not hide what the others are. */
const LOOKED_AT = 20;

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
  return someMember(value, (fields) => {
    const types = oneOrSeveral(fields['type'] ?? fields['@type']);
    const graph = fields['@graph'];
    return (
      types.some(
        (type) => typeof type === 'string' && /(?:^|:|#)Annotation(?:Page|Collection)?$/.test(type),
      ) ||
      (Array.isArray(graph) && looksLikeW3c(graph[0]))
    );
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

/** Lines of doccano: a text with labels, entities or comments, in the first line that is one. */
export function looksLikeDoccano(text: string): boolean {
  const line = /^[\s\ufeff]*(\{[^\r\n]*)/.exec(text)?.[1];
  if (line === undefined) return false;
  const fields = fieldsOf(parseQuietly(line));
  return (
    (typeof fields['text'] === 'string' || typeof fields['data'] === 'string') &&
    ['label', 'labels', 'entities', 'cats'].some((name) => Array.isArray(fields[name]))
  );
}

/** An entry of BibTeX at the beginning of a line. */
export function looksLikeBibtex(text: string): boolean {
  return /^[ \t]*@[a-z]+[ \t]*[{(][^{}()\n]{0,200},/im.test(text);
}

export function looksLikeClaimsCsv(text: string): boolean {
  return hasColumns(text, ['Id', 'Quote', 'Claim', 'Verdict']);
}

export function looksLikeEvidenceCsv(text: string): boolean {
  return hasColumns(text, ['Annotation id', 'Stance', 'Source']);
}

/** True when the first line names all of these, in quote marks or not, whatever parts them. */
function hasColumns(text: string, names: readonly string[]): boolean {
  const head = /^\ufeff?([^\r\n]{0,4000})/.exec(text)?.[1] ?? '';
  const columns = new Set(head.split(/[,;\t]/).map((name) => name.replaceAll('"', '').trim()));
  return names.every((name) => columns.has(name));
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
