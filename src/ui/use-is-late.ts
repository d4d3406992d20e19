import { useEffect, useState } from 'react';

/** Milliseconds that anything may take without a word to be seen. */
const PATIENCE = 1000;

/** True once a part has been there for so long (milliseconds): by default, that what it waits for needs a word. */
export function useIsLate(patience = PATIENCE): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, [patience]);
  return isLate;
}
