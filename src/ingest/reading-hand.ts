/** How a reading is followed and stopped. */
export interface ReadingHand {
  /** Stops the reading; what comes out then means nothing. */
  readonly signal?: AbortSignal;
  /** Told a share from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}
