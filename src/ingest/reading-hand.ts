import { say } from '../messages/say.ts';

/** How a reading is followed and stopped. */
export interface ReadingHand {
  /** Stops the reading; what comes out then means nothing. */
  readonly signal?: AbortSignal;
  /** Told a share from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** What comes out of a reading that was stopped; nobody is there to read it. */
export function stopped(): { readonly ok: false; readonly problem: string } {
  return { ok: false, problem: say('The reading was stopped.') };
}
