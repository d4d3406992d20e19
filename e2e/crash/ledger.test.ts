import { expect, test } from 'vitest';
import { createLedger } from './ledger.ts';

const CASES = [
  ['what was acknowledged', 'The log says so', null],
  ['what was typed after it', 'The log says so, twice', null],
  ['a part of what was typed after it', 'The log says so, tw', null],
  ['an older value', 'The log', 'lost'],
  ['nothing', '', 'lost'],
  ['less than was acknowledged', 'The log says', 'torn'],
  ['words that nobody wrote', 'The log says sp', 'torn'],
] as const;

test.each(CASES)('a field that shows %s', (_, found, kind) => {
  const ledger = createLedger();
  for (const value of ['The log', 'The log says so']) {
    ledger.type('conclusion', value);
    ledger.acknowledge();
  }
  ledger.type('conclusion', 'The log says so, twice');
  const findings = ledger.compare(new Map([['conclusion', found]]));
  expect(findings).toEqual(
    kind === null ? [] : [{ kind, field: 'conclusion', acknowledged: 'The log says so', found }],
  );
});

test('what was never acknowledged may be there or not, and counts as seen when it is', () => {
  const ledger = createLedger();
  ledger.type('verdict', 'True');
  expect(ledger.compare(new Map())).toEqual([]);
  ledger.type('verdict', 'False');
  const found = new Map([['verdict', 'False']]);
  expect(ledger.compare(found)).toEqual([]);
  ledger.adopt(found);
  expect(ledger.compare(new Map())).toMatchObject([{ kind: 'lost', acknowledged: 'False', found: '' }]);
});

test('a field that nobody ever filled is torn', () => {
  expect(createLedger().compare(new Map([['verdict', 'True']]))).toMatchObject([{ kind: 'torn' }]);
});

test('an acknowledgement counts every edit since the one before', () => {
  const ledger = createLedger();
  ledger.type('verdict', 'True');
  ledger.type('verdict', 'False');
  ledger.type('conclusion', 'So it is');
  expect(ledger.acknowledge()).toBe(3);
  expect(ledger.acknowledge()).toBe(0);
  expect(ledger.valueOf('verdict')).toBe('False');
});
