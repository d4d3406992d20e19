import { keepFocus } from '../ui/keep-focus.ts';
import { stayAboveKeyboard } from '../ui/stay-above-keyboard.ts';

/** What has the focus never loses it to the page, and is never behind the on-screen keyboard. Returns how to stop. */
export function keepInPlace(): () => void {
  const stops = [keepFocus(), stayAboveKeyboard()];
  return () => {
    for (const stop of stops) stop();
  };
}
