import type { BrowserContext, Page } from '@playwright/test';

/** How it is seen in a page that the marks are there. */
export interface MarksSeen {
  /** A class or a tag that marks have, and how many elements have it when all of them are drawn. */
  readonly name: string;
  readonly by: 'class' | 'tag';
  readonly least: number;
}

/** Puts the probe into every page of the context, before anything of the page runs. */
export async function installProbe(context: BrowserContext, seen: MarksSeen): Promise<void> {
  await context.addInitScript(watchPage, seen);
}

/** Milliseconds from the beginning of the navigation until the frame with all marks was done. */
export function whenOpened(page: Page): Promise<number> {
  return page.evaluate(() => (Reflect.get(globalThis, 'probe') as Probe).opened);
}

/** Waits until nothing has changed in the article for some frames: what a page still does after opening is not measured with the first key. */
export function whenCalm(page: Page): Promise<void> {
  return page.evaluate(() => (Reflect.get(globalThis, 'probe') as Probe).calm());
}

/** How it is seen that the page has answered. */
export type Answer =
  /** An element is there that has not been there: what is shown has another look. */
  | { readonly selector: string }
  /** There are more marks than before. */
  | 'one mark more';

/** Milliseconds from the key or click that `act` does until the frame with the answer was done. */
export async function timeUntilPainted(
  page: Page,
  act: () => Promise<void>,
  answer: Answer,
): Promise<number> {
  await page.evaluate((it) => (Reflect.get(globalThis, 'probe') as Probe).expectAnswer(it), answer);
  await act();
  return page.evaluate(() => (Reflect.get(globalThis, 'probe') as Probe).answered);
}

/** Milliseconds from when the mouse comes upon an element that `act` moves it to, until the next frame was done. */
export async function timeUntilHovered(
  page: Page,
  act: () => Promise<void>,
  selector: string,
): Promise<number> {
  await page.evaluate((it) => (Reflect.get(globalThis, 'probe') as Probe).expectHover(it), selector);
  await act();
  return page.evaluate(() => (Reflect.get(globalThis, 'probe') as Probe).answered);
}

/** How many frames took longer than 50 ms while the article was scrolled from end to end, a window a frame. */
export function scrollThrough(page: Page): Promise<number> {
  return page.evaluate(() => (Reflect.get(globalThis, 'probe') as Probe).scroll());
}

interface Probe {
  opened: Promise<number>;
  answered: Promise<number>;
  expectAnswer: (answer: Answer) => void;
  expectHover: (selector: string) => void;
  calm: () => Promise<void>;
  scroll: () => Promise<number>;
}

/** To run in the page; it can use nothing from around it. */
function watchPage({ name, by, least }: MarksSeen): void {
  const LONG = 50;
  const PATIENCE = 20_000;
  const CALM = 20;

  /** The message comes after the frame was laid out and painted. */
  const afterFrame = (then: (now: number) => void): void => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => then(performance.now()));
      port1.start();
      port2.postMessage(null);
    });
  };

  const marks = by === 'tag' ? document.getElementsByTagName(name) : document.getElementsByClassName(name);
  const opened = new Promise<number>((resolve) => {
    const look = (): void => {
      if (marks.length >= least) afterFrame(resolve);
      else requestAnimationFrame(look);
    };
    look();
  });

  let actedAt = 0;
  const noteAct = ({ timeStamp }: Event): void => {
    actedAt = timeStamp;
  };
  addEventListener('keydown', noteAct, true);
  addEventListener('click', noteAct, true);

  const probe: Probe = {
    opened,
    answered: Promise.resolve(0),
    expectAnswer: (answer) => {
      const article = document.querySelector('article');
      const before = marks.length;
      const isThere = (): boolean =>
        answer === 'one mark more' ? marks.length > before : article?.querySelector(answer.selector) !== null;
      if (!article || isThere()) throw new Error(`It is there already: ${JSON.stringify(answer)}`);
      probe.answered = new Promise((resolve, reject) => {
        setTimeout(reject, PATIENCE, new Error(`Not seen in the article: ${JSON.stringify(answer)}`));
        const observer = new MutationObserver(() => {
          if (!isThere()) return;
          observer.disconnect();
          afterFrame((now) => resolve(now - actedAt));
        });
        observer.observe(article, { subtree: true, childList: true, attributes: true });
      });
    },
    expectHover: (selector) => {
      probe.answered = new Promise((resolve, reject) => {
        setTimeout(reject, PATIENCE, new Error(`The mouse has not come upon ${selector}`));
        const noteHover = ({ target, timeStamp }: Event): void => {
          if (!(target instanceof Element) || !target.closest(selector)) return;
          removeEventListener('pointerover', noteHover, true);
          afterFrame((now) => resolve(now - timeStamp));
        };
        addEventListener('pointerover', noteHover, true);
      });
    },
    calm: () =>
      new Promise((resolve) => {
        let frames = 0;
        const observer = new MutationObserver(() => {
          frames = 0;
        });
        const article = document.querySelector('article');
        if (article) observer.observe(article, { subtree: true, childList: true, attributes: true });
        const look = (): void => {
          frames += 1;
          if (frames < CALM) requestAnimationFrame(look);
          else {
            observer.disconnect();
            resolve();
          }
        };
        requestAnimationFrame(look);
      }),
    scroll: async () => {
      const article = document.querySelector('article');
      let scroller: Element | null = article?.parentElement ?? null;
      while (
        scroller &&
        (scroller.scrollHeight <= scroller.clientHeight ||
          !/auto|scroll/.test(getComputedStyle(scroller).overflowY))
      )
        scroller = scroller.parentElement;
      const root = scroller ?? document.scrollingElement ?? document.documentElement;
      const nextFrame = (): Promise<number> =>
        new Promise((resolve) => {
          requestAnimationFrame(resolve);
        });
      root.scrollTop = 0;
      await nextFrame();
      let last = await nextFrame();
      let long = 0;
      for (;;) {
        const before = root.scrollTop;
        root.scrollTop += root.clientHeight;
        if (root.scrollTop === before) return long;
        const now = await nextFrame();
        if (now - last > LONG) long += 1;
        last = now;
      }
    },
  };
  Object.assign(globalThis, { probe });
}
