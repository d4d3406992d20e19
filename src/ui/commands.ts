import { useEffect, useRef } from 'react';
import { isInDialog, isTyping } from './key-target.ts';

/**
 * Something that a person can do on the present screen, by keys or by its name. What has no label of its own is called
 * as `name-command.ts` says.
 */
export interface Command {
  readonly id: string;
  readonly label?: string;
  /**
   * As `KeyboardEvent.key` says them, `Shift+` before those that have a name ("Shift+End"); "Mod+z" is Ctrl+Z or Cmd+Z.
   */
  readonly keys?: readonly string[];
  /** Further keys, for when the focus is on a sentence or nowhere. */
  readonly keysInText?: readonly string[];
  /** Its keys are for when the focus is in this element, in a field too when it says so. */
  readonly within?: () => Element | null;
  readonly whileTyping?: boolean;
  /** False when there was nothing to do for it, and the key is somebody else's. */
  readonly run: () => unknown;
}

/** Keys that a person has put in the place of a command's own, by its id: see `Command.keys`. */
export type KeyChanges = Readonly<Record<string, readonly string[]>>;

let changes: () => KeyChanges = () => ({});

const screens = new Set<() => readonly Command[]>();

/** The window's event when there are commands that were not there before. */
export const COMMANDS_CAME = 'commands';

/** What can be done as long as the component is there. Of two commands with one key the later component has it. */
export function useCommands(commands: () => readonly Command[]): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const screen = (): readonly Command[] => latest.current();
    screens.add(screen);
    dispatchEvent(new Event(COMMANDS_CAME));
    return () => void screens.delete(screen);
  }, []);
}

/** Everything that can be done now, what came last first, with the keys in force. */
export function listCommands(): readonly Command[] {
  const changed = changes();
  return [...screens]
    .toReversed()
    .flatMap((screen) => screen())
    .map((command) => {
      const keys = changed[command.id];
      return keys ? { ...command, keys } : command;
    });
}

/**
 * Runs commands by their keys. `hasCharacterKeys` tells whether keys that write a character count (WCAG 2.2, 2.1.4), and
 * `changedKeys` which ones a person has changed.
 */
export function listenForKeys(hasCharacterKeys: () => boolean, changedKeys: () => KeyChanges): () => void {
  changes = changedKeys;
  function onKeyDown(event: KeyboardEvent): void {
    const { target, key } = event;
    // What is pressed while an input method composes is its own, Escape too.
    if (event.defaultPrevented || event.isComposing || event.altKey || isInDialog(target)) return;
    const isModified = event.ctrlKey || event.metaKey;
    if (!isModified && key.length === 1 && !hasCharacterKeys()) return;
    const pressed = keyOf(event);
    for (const command of listCommands()) {
      const { keys, keysInText, within, whileTyping, run } = command;
      const isMeant = keys?.includes(pressed) || (keysInText?.includes(pressed) && isInText(target));
      if (!isMeant || (within && !within()?.contains(target as Node))) continue;
      if (!isModified && !whileTyping && isTyping(target)) continue;
      if (run() === false) continue;
      event.preventDefault();
      return;
    }
  }
  addEventListener('keydown', onKeyDown);
  return () => removeEventListener('keydown', onKeyDown);
}

type PressedKey = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

/** What is pressed, as `Command.keys` says it. Where the keyboard writes no Latin letters, it is the one that the key is named after. */
export function keyOf({ key, code, shiftKey, ctrlKey, metaKey }: PressedKey): string {
  const isModified = ctrlKey || metaKey;
  const shift = shiftKey && (isModified || key.length > 1) ? 'Shift+' : '';
  const named = OTHER_SCRIPT.test(key) ? /^(?:Key|Digit|Numpad)(.)$/.exec(code)?.[1] : undefined;
  const written = named === undefined || shiftKey ? (named ?? key) : named.toLowerCase();
  return isModified ? `Mod+${shift}${written.toLowerCase()}` : shift + written;
}

/** A letter or digit that is neither Latin nor ASCII. */
const OTHER_SCRIPT = /^(?!\p{Script=Latin}|[\0-\x7f])[\p{L}\p{N}]$/u;

/** The focus is on a sentence, or nowhere. Badges and links have their own Enter. */
function isInText(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof Element && target.matches('[data-sentence]'));
}
