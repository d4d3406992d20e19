import { say } from '../../messages/say.ts';

const KINDS: readonly (readonly [selector: string, name: (n: number) => string])[] = [
  [
    'img, picture:not(:has(img)), amp-img',
    (n) => say('{n, plural, one {# picture} other {# pictures}}', { n }),
  ],
  [
    'video, audio, iframe, object, embed',
    (n) => say('{n, plural, one {# embedded player} other {# embedded players}}', { n }),
  ],
  ['form', (n) => say('{n, plural, one {# form} other {# forms}}', { n })],
  ['script:not([type*=json])', (n) => say('{n, plural, one {# script} other {# scripts}}', { n })],
];

const NOTICE =
  '[id*=cookie i], [class*=cookie i], [id*=consent i], [class*=consent i], [id*=gdpr i], [class*=gdpr i]';
const ASIDE = '[class*=pullquote i], [class*=pull-quote i], [class*=newsletter i], [id*=newsletter i]';
const RELATED =
  'aside[class*=related i], div[class*=related i], section[class*=related i], ul[class*=related i]';

/** No part of a page that is more than this share of its words is furniture, whatever it is called. */
const LARGEST_SHARE = 0.3;

/**
 * Takes out of a page what is called a cookie notice, a pull quote, a newsletter box or related links, and says what
 * of the page will not be in the article. Changes the page.
 */
export function countDropped(page: Document): readonly string[] {
  const counted = KINDS.flatMap(([selector, name]) => {
    const found = page.querySelectorAll(`:is(${selector}):not(noscript *)`).length;
    return found === 0 ? [] : [name(found)];
  });
  const all = page.body.textContent.length;
  const take = (selector: string): number => {
    let taken = 0;
    for (const element of page.body.querySelectorAll(selector)) {
      if (!element.isConnected || element.textContent.length > all * LARGEST_SHARE) continue;
      element.remove();
      taken += 1;
    }
    return taken;
  };
  if (take(NOTICE) > 0) counted.push(say('a cookie notice'));
  const asides = take(ASIDE);
  if (asides > 0)
    counted.push(
      say('{n, plural, =1 {a box beside the text} other {# boxes beside the text}}', { n: asides }),
    );
  if (take(RELATED) > 0) counted.push(say('related links'));
  return counted;
}
