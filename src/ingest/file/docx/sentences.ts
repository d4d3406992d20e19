import { message } from '../../../messages/say.ts';

/** Why a document is not read, for the person. */
export const DAMAGED = message(
  'This document is damaged and can’t be read. Get it anew, or copy its text and use “Paste an article”.',
);
export const OTHER = message(
  'It is a packed file, but no Word document, and Linecheck can’t read it. Open it in its own program, copy the text, and use “Paste an article”.',
);
export const TOO_LARGE = message(
  'This document unpacks to far more than any article has, so it was not read. Copy the part that is to be checked, and use “Paste an article”.',
);
export const LOCKED = message(
  'This document is protected by a password. Save a copy without one from the program that opens it, and open that copy.',
);
