import { expect, test } from 'vitest';
import { describeAge, describeInstant } from './describe-age.ts';

const NOW = '2026-03-02T09:30:00.000Z';

test.each([
  ['2026-03-02T09:29:31.000Z', 'just now'],
  ['2026-03-02T09:30:20.000Z', 'just now'],
  ['2026-03-02T09:29:00.000Z', '1 minute ago'],
  ['2026-03-02T08:31:00.000Z', '59 minutes ago'],
  ['2026-03-02T08:30:00.000Z', '1 hour ago'],
  ['2026-03-02T00:10:00.000Z', '9 hours ago'],
  ['2026-03-01T23:10:00.000Z', 'yesterday'],
  ['2026-03-01T00:00:00.000Z', 'yesterday'],
  ['2026-02-24T23:00:00.000Z', '6 days ago'],
  ['2026-02-22T12:00:00.000Z', '22 February'],
  ['2025-11-04T12:00:00.000Z', '4 November 2025'],
  ['2027-01-01T00:00:00.000Z', '1 January 2027'],
  ['nonsense', ''],
])('%s, seen from the morning of 2 March 2026, is “%s”', (instant, words) => {
  expect(describeAge(instant, NOW, 'UTC')).toBe(words);
});

test('days end at midnight of the time zone, not of Greenwich', () => {
  expect(describeAge('2026-03-01T23:10:00.000Z', NOW, 'Asia/Tokyo')).toBe('10 hours ago');
});

test('the exact time names day and minute', () => {
  expect(describeInstant('2026-03-01T23:10:00.000Z', 'UTC')).toContain('1 March 2026');
  expect(describeInstant('2026-03-01T23:10:00.000Z', 'UTC')).toContain('23:10');
});
