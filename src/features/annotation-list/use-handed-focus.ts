import { useEffectEvent, useLayoutEffect, type RefObject } from 'react';

/** Hands the focus from one form of a list, when it goes, to the other one that takes its place. */
export function useHandedFocus(
  list: RefObject<HTMLElement | null>,
  hadFocusRef: RefObject<boolean>,
  take: () => void,
): void {
  const takeFocus = useEffectEvent(take);
  useLayoutEffect(() => {
    const element = list.current;
    if (hadFocusRef.current) takeFocus();
    hadFocusRef.current = false;
    return () => {
      hadFocusRef.current = element?.contains(document.activeElement) ?? false;
    };
  }, [list, hadFocusRef]);
}
