import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { serialiseDamaged } from './damaged-records.ts';

test('any text at all comes out of the file as it went in', () => {
  const unit = fc.nat(0xffff).map((code) => String.fromCharCode(code));
  const text = fc.array(unit).map((units) => units.join(''));
  const record = fc.record({ key: text, raw: text, reason: fc.string(), at: fc.string() });
  fc.assert(
    fc.property(fc.array(record), (records) => {
      const bytes = new TextEncoder().encode(serialiseDamaged(records, '2026-01-31T00:00:00Z'));
      const file: unknown = JSON.parse(new TextDecoder().decode(bytes));
      expect(file).toEqual({
        format: 'linecheck-damaged-records',
        exportedAt: '2026-01-31T00:00:00Z',
        records,
      });
    }),
  );
});
