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
