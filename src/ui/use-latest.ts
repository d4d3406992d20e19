import { useCallback, useLayoutEffect, useRef } from 'react';

/** A function that never changes and calls the latest one, so that what is memoised is not drawn again for a new one. */
export function useLatest<Arguments extends readonly unknown[], Result>(
  call: (...given: Arguments) => Result,
): (...given: Arguments) => Result {
  const latest = useRef(call);
  useLayoutEffect(() => {
    latest.current = call;
  });
  return useCallback((...given) => latest.current(...given), []);
}
