import { message, say } from '../messages/say.ts';
import { CodeMissing } from './late-place.ts';

/** What the store says to a person. */
export const NEWER = message(
  'This fact check was saved by a newer version of Linecheck. It can be read and exported here, not edited: reload the page to get the newer version.',
);
export const NEWER_UNREADABLE = message(
  'A newer version of Linecheck saved this fact check, and this one can’t show it: reload the page. All of it is kept.',
);
export const FULL = message(
  'The browser has no room left for this page. What was saved before is unharmed; export your work, then remove fact checks that you no longer need.',
);
export const NOT_HERE = message('There is no such fact check in this browser.');
export const NOT_FOUND_YET = message(
  'This fact check is not in the quick part of this browser’s storage. Its database, which may have it, has not answered yet.',
);
export const REMOVED = message('This fact check was removed.');

/** Notes on what was saved, where less than everything can be promised. */
export const ONE_COPY = message(
  'This browser lets Linecheck keep only one copy of your work, which may lose the last minute when the browser is killed. Export it before you close the page.',
);
export const NO_LOCAL_STORAGE = message(
  'This browser blocks part of its storage. Your work is saved in its database alone: export it from time to time.',
);
export const MIRROR_FULL = message(
  'The quick part of this browser’s storage is full. Your work goes on in its database alone: export it from time to time.',
);
export const LONG_ALONE = message(
  'There is no room for a second copy of a long article. Export it from time to time.',
);
export const NOTHING_KEPT = message(
  'This browser lets the page keep nothing, as in some private windows. Export your work before you close the page.',
);

export const ARTICLE_CHANGED = message(
  'The text of the article is not the one that this fact check began with: its digest (SHA-256) does not fit. Compare it with the original before you go on.',
);

export const OLDER_TEXT_CHANGED = message(
  'The text of an older version of the article is not the one that was kept: its digest (SHA-256) does not fit. Do not rely on what is compared with it.',
);

export function sayUnread(count: number): string {
  return say(
    '{n, plural, =1 {One record of it can’t be read here. It is kept; see the Settings.} other {# records of it can’t be read here. They are kept; see the Settings.}}',
    { n: count },
  );
}

/** Of records that hang on one that is not here. */
export function sayLeftOut(count: number): string {
  return say(
    '{n, plural, one {# record belongs} other {# records belong}} to something that is not here. What is left out is kept in quarantine.',
    { n: count },
  );
}

export const CODE_MISSING = message(
  'The part of Linecheck that saves could not be loaded. It is tried again; if this stays, load the page again.',
);

export const NOT_WRITTEN = message(
  'The disk or the browser’s share of it is full, or can’t be written to. What was saved before is kept. Make room, or export your work now; saving goes on by itself.',
);

/** Why the database did not take it, and what to do. What browsers tell of a disk that fails says neither. */
export function sayNotSaved(error: unknown): string {
  if (error instanceof CodeMissing) return say(CODE_MISSING);
  const { name, message: reason } = firstCauseOf(error);
  return /^(?:QuotaExceeded|Unknown)Error$/.test(name) || /NO_SPACE|quota|disk/i.test(reason)
    ? say(NOT_WRITTEN)
    : say(
        'The browser’s database did not take it ({reason}). It is tried again; export your work if this stays.',
        { reason: (reason || name).replace(/\.$/, '') },
      );
}

function firstCauseOf(error: unknown): Pick<Error, 'name' | 'message'> {
  if (!(error instanceof Error)) return { name: '', message: String(error) };
  return error.cause instanceof Error ? firstCauseOf(error.cause) : error;
}
