import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDangerousAddress, linkTarget } from './link.ts';
import { arbitraryText } from './testing/arbitrary-text.ts';

const HOSTILE = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  '  javascript:alert(1)',
  '\u0000javascript:alert(1)',
  '\u0001\u001fjavascript:alert(1)',
  'java\tscript:alert(1)',
  'java\r\nscript:alert(1)',
  'javascript\n:alert(1)',
  '\u200bjavascript:alert(1)',
  '\ufeffjavascript:alert(1)',
  '\u2028javascript:alert(1)',
  'javascript://example.org/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'DATA:text/html;base64,PHNjcmlwdD4=',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'file://server/share',
  'blob:https://example.org/1',
  'filesystem:https://example.org/x',
  'about:blank',
  'view-source:https://example.org',
];

test.each(HOSTILE)('%j is dangerous and never becomes a link', (address) => {
  expect(isDangerousAddress(address)).toBe(true);
  expect(linkTarget(address)).toBeNull();
});

describe('linkTarget', () => {
  test.each([
    ['https://example.org', 'https://example.org/'],
    [' HTTPS://Example.org/A b ', 'https://example.org/A%20b'],
    ['http://example.org/?q=1#top', 'http://example.org/?q=1#top'],
    ['https://例え.jp/路', 'https://xn--r8jz45g.jp/%E8%B7%AF'],
    ['https://example.org/"><script>', 'https://example.org/%22%3E%3Cscript%3E'],
    ['doi:10.1000/182', 'https://doi.org/10.1000/182'],
    ['DOI: 10.1000/182', 'https://doi.org/10.1000/182'],
    ['https://doi.org/10.1000/182', 'https://doi.org/10.1000/182'],
    ['http://dx.doi.org/10.1000/182', 'https://doi.org/10.1000/182'],
    ['https://doi.org/10.1000/a%23b', 'https://doi.org/10.1000/a%23b'],
    ['https://doi.org/10.1000/182?nosfx=y', 'https://doi.org/10.1000/182?nosfx=y'],
    ['doi:10.1000/a#b?c', 'https://doi.org/10.1000/a%23b%3Fc'],
    ['doi:10.1000/a%23b', 'https://doi.org/10.1000/a%23b'],
    ['doi:10.1000/100%', 'https://doi.org/10.1000/100%25'],
    [
      'doi:10.1002/(SICI)1096-8644(199601)99:1<1::AID-AJPA1>3.0.CO;2-1',
      'https://doi.org/10.1002/(SICI)1096-8644(199601)99:1%3C1::AID-AJPA1%3E3.0.CO;2-1',
    ],
    ['urn:isbn:0451450523', 'urn:isbn:0451450523'],
    ['URN:nbn:de:101:1-1', 'URN:nbn:de:101:1-1'],
    ['urn:abc:><img/src=x/onerror=alert(1)>', 'urn:abc:%3E%3Cimg/src=x/onerror=alert(1)%3E'],
    ['urn:abc:100%/é%C3%A9', 'urn:abc:100%/%C3%A9%C3%A9'],
    ['https://[::1]/a?b[]={c|d}', 'https://[::1]/a?b%5B%5D=%7Bc%7Cd%7D'],
  ])('makes of %j the link %s', (address, target) => {
    expect(linkTarget(address)).toBe(target);
  });

  test.each([
    '',
    'example.org',
    'www.example.org',
    'page 4',
    'https://',
    'https://exa mple.org/',
    'https:example.org',
    'http//example.org',
    '//example.org',
    '/etc/passwd',
    'mailto:desk@example.org',
    'tel:+1',
    'ftp://example.org',
    'urn:',
    'urn:isbn:',
    'doi:10.1/x',
    'doi:10.1000/\ud800',
    'https://example.org/\udfff',
    'see https://example.org',
  ])('leaves %j plain text', (address) => {
    expect(linkTarget(address)).toBeNull();
  });

  test('gives for any text at all null or an address that is http, https or urn, and never throws', () => {
    const prefix = fc.constantFrom(
      '',
      'https://',
      'http://a.example/',
      'doi:10.1000/',
      'urn:x:',
      'javascript:',
      ' ',
    );
    fc.assert(
      fc.property(prefix, fc.oneof(arbitraryText(), fc.string({ unit: 'binary' })), (start, text) => {
        const target = linkTarget(start + text);
        expect(target === null || /^(?:https?:\/\/|urn:)\S/i.test(target)).toBe(true);
        expect(target === null || !isDangerousAddress(target)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('gives for any text at all only characters of RFC 3986, 2, so that nothing in it ends a tag or a link', () => {
    const prefix = fc.constantFrom(
      'https://',
      'http://a.example/',
      'https://[::1]/?',
      'doi:10.1000/',
      'urn:x:',
    );
    fc.assert(
      fc.property(prefix, fc.oneof(arbitraryText(), fc.string({ unit: 'binary' })), (start, text) => {
        const target = linkTarget(start + text);
        expect(target ?? '').toMatch(/^(?:[\w\-.~!$&'()*+,;=:@/?#%[\]])*$/);
        expect(linkTarget(target ?? '')).toBe(target);
      }),
      { numRuns: 1000 },
    );
  });

  test('gives the same for the link that it has given', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        const target = linkTarget(url);
        expect(linkTarget(target ?? '')).toBe(target);
      }),
    );
  });
});

describe('isDangerousAddress', () => {
  test.each([
    '',
    'https://example.org/javascript:alert(1)',
    'javascript',
    'the file: a reader',
    'database: none',
    'doi:10.1000/182',
    'profile:x',
  ])('lets %j be', (address) => {
    expect(isDangerousAddress(address)).toBe(false);
  });

  test('sees through whatever browsers skip', () => {
    const skipped = fc.stringMatching(/^[\u0000-\u0020\u200b-\u200f\ufeff]{0,4}$/);
    fc.assert(
      fc.property(
        fc.constantFrom('javascript:', 'data:', 'view-source:'),
        fc.infiniteStream(skipped),
        (scheme, noise) => {
          const noisy = [...scheme].map((letter) => (noise.next().value ?? '') + letter).join('');
          expect(isDangerousAddress(`${noisy}x`)).toBe(true);
        },
      ),
    );
  });
});
