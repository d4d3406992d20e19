import type { Page } from '@playwright/test';

/** What stands as it is in every language: names, units, what is typed, what `planFile` says of ratings, labels of files. */
const NAMES =
  /Linecheck|JSON|CSV|BibTeX|CSL|W3C|ClaimReview|AVeriTeC|FEVER|Label Studio|doccano|Hypothesis|Recogito|Markdown|https?:\S*|doi:|urn:|\b[kMG]B\b|\bEnter\b|\bEsc\b|\bShift\b|\bCtrl\b|\bMod\b|\bTab\b|(?:verdict|has|by|status|tag|text):(?:"[^"]*"|\S*)|\S+\.(?:json|bib)\b|English|Deutsch|Español|Français|What “[^”]*” means\.|„(?:false|False|Claim|Loaded word)“/g;

/** What dates, distances in time and lists are made of in German, which the browser says itself. */
const SAID_BY_BROWSER =
  /\b(?:Jan|Feb|März|Apr|Mai|Juni|Juli|Aug|Sept|Okt|Nov|Dez)[a-z]*\b\.?|\b(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|um|vor|in|gestern|heute|jetzt|und|Sekunden?|Minuten?|Stunden?|Tag(?:en)?|Englisch|Arabisch|Japanisch|Russisch)\b/g;

/**
 * Words on the page that are no message of the interface, and its own words that are cut off. An element that says another
 * language than the page's, and `bdi`, hold what people wrote.
 */
export async function lookThrough(
  page: Page,
): Promise<{ readonly plain: readonly string[]; readonly cut: readonly string[] }> {
  const { words, cut } = await page.evaluate(() => {
    const languages = new Intl.DisplayNames(document.documentElement.lang, { type: 'language' });
    const nameOfLanguage = (tag: string): string | undefined =>
      /^[a-z]{2,3}(?:-[a-z]{4})?$/i.test(tag) ? languages.of(tag) : undefined;
    const canBeScrolledTo = (element: Element): boolean => {
      for (let outer = element.parentElement; outer; outer = outer.parentElement)
        if (/auto|scroll/.test(getComputedStyle(outer).overflowX) && outer.scrollWidth > outer.clientWidth)
          return outer !== document.documentElement;
      return false;
    };
    // A page that is too wide widens the window of a small screen.
    const width = Math.min(innerWidth, screen.width);
    const found: string[] = [];
    const cutOff = new Set<string>();
    const isWrittenByPeople = (element: Element): boolean =>
      element.closest('[lang]:not(html), bdi, kbd, code') !== null;
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ checkVisibilityCSS: true }) || element.closest('select') !== null;
    for (const element of document.body.querySelectorAll('*')) {
      if (!isSeen(element) || element.matches('script, style, noscript, svg *')) continue;
      const by = isWrittenByPeople(element);
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description']) {
        const value = element.getAttribute(name);
        if (value !== null && !by) found.push(value);
      }
      if (element instanceof HTMLOptionElement && nameOfLanguage(element.value) === element.text) continue;
      const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
      const text = own
        .map((node) => node.textContent ?? '')
        .join(' ')
        .trim();
      if (text === '' || by) continue;
      found.push(text);
      // What is only for screen readers is clipped to nothing.
      const style = getComputedStyle(element);
      if (style.clipPath !== 'none') continue;
      const scrolls = style.overflowX === 'auto' || style.overflowX === 'scroll';
      // What stands in a line has no width of its own.
      if (!scrolls && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
        cutOff.add(text);
      const { left, right } = element.getBoundingClientRect();
      if ((left < -1 || right > width + 1) && !canBeScrolledTo(element))
        cutOff.add(`${text} (beyond the window)`);
    }
    if (document.documentElement.scrollWidth > width) cutOff.add('the page');
    return { words: found, cut: [...cutOff] };
  });
  const isPlain = (text: string): boolean =>
    /[A-Za-z]{2,}/.test(text.replaceAll(NAMES, '').replaceAll(SAID_BY_BROWSER, ''));
  // What people wrote may be cut, and has none of the letters of the disguise.
  const isOurs = (text: string): boolean => /[\u0100-\u02af\u1e00-\u1eff]|^the page$/.test(text);
  return { plain: [...new Set(words.filter(isPlain))], cut: cut.filter(isOurs) };
}
