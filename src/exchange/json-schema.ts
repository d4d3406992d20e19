import { toJsonSchema } from '@valibot/to-json-schema';
import { RECORD_SCHEMAS, RECORD_TYPES, type RecordType } from '../domain/fact-check.ts';
import { DANGEROUS_SCHEMES } from '../domain/link.ts';
import { FORMAT_NAME, FORMAT_VERSION, LATER_SECTIONS, SCHEMA_ADDRESS, SECTIONS } from './linecheck-layout.ts';

/**
 * The JSON Schema (draft 2020-12) of our own file, made of the record schemas. It says all that a schema can say; that
 * ranges are in order, quotes stand at their places, ids are not doubled and digests are right is checked by `parse`.
 */
export function createFileSchema(): Readonly<Record<string, unknown>> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: SCHEMA_ADDRESS,
    title: 'Linecheck fact check',
    description:
      'A fact check as one file: the article, what was annotated in it, verdicts, sources and evidence. ' +
      'Offsets count UTF-16 code units of the article text, half-open. Unknown fields are allowed in every record.',
    type: 'object',
    required: ['format', 'version', 'factCheck'],
    properties: {
      $schema: { const: SCHEMA_ADDRESS },
      format: { const: FORMAT_NAME },
      version: { type: 'string', pattern: `^${FORMAT_VERSION.major}\\.\\d{1,6}$` },
      exportedAt: { type: 'string', format: 'date-time' },
      generator: { type: 'string' },
      /** Of `factCheck` as canonical JSON (RFC 8785). */
      integrity: { type: 'string', pattern: '^sha256-[0-9a-f]{64}$' },
      /** There when the file holds a part of the annotations: how many of the fact check a person left out. */
      selection: {
        type: 'object',
        required: ['leftOut'],
        properties: { leftOut: { type: 'integer', minimum: 1 } },
      },
      factCheck: {
        type: 'object',
        required: [
          'head',
          ...SECTIONS.map(([section]) => section).filter((section) => !LATER_SECTIONS.has(section)),
        ],
        properties: {
          head: { $ref: '#/$defs/fact-check' },
          ...Object.fromEntries(
            SECTIONS.map(([section, type]) => [
              section,
              {
                type: 'array',
                items: { $ref: `#/$defs/${type}` },
                ...(NEEDED.has(type) ? { minItems: 1 } : {}),
              },
            ]),
          ),
        },
      },
    },
    $defs: Object.fromEntries(RECORD_TYPES.map((type) => [type, describeRecord(type)])),
  };
}

/** A fact check cannot be opened without one of these. */
const NEEDED: ReadonlySet<RecordType> = new Set(['article', 'rating-scale']);

function describeRecord(type: RecordType): object {
  const { $schema: _dialect, ...schema } = toJsonSchema(RECORD_SCHEMAS[type], {
    target: 'draft-2020-12',
    // What compares fields with one another has no words in JSON Schema.
    errorMode: 'ignore',
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction.type === 'check' && jsonSchema.type === 'string' && !jsonSchema.pattern
        ? { ...jsonSchema, not: { pattern: DANGEROUS_PATTERN } }
        : undefined,
  });
  return schema;
}

/** A dangerous scheme with the characters in it that browsers skip. */
const SKIPPED = '[\\u0000-\\u0020\\u007f-\\u009f\\u200b-\\u200f\\u2028\\u2029\\ufeff]*';
const DANGEROUS_PATTERN = `^${SKIPPED}(?:${DANGEROUS_SCHEMES.map(spread).join('|')}):`;

function spread(scheme: string): string {
  return scheme.replaceAll(/./g, (letter) => {
    const either = /[a-z]/.test(letter) ? `[${letter}${letter.toUpperCase()}]` : letter;
    return either + SKIPPED;
  });
}
