import { useCallback, useEffect, useRef } from 'react';

/** A function that never changes and calls the latest one, so that memoised rows are not drawn again for a new one. */
export function useLatest<Argument>(call: (argument: Argument) => void): (argument: Argument) => void {
  const latest = useRef(call);
  useEffect(() => {
    latest.current = call;
  });
  return useCallback((argument) => latest.current(argument), []);
}
