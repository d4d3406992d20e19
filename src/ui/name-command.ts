import { listCommands, type Command } from './commands.ts';
import { nameKey } from './name-key.ts';

const GROUPS = ['Verdict', 'Sentences', 'Annotation', 'New version', 'Everywhere'] as const;

export type CommandGroup = (typeof GROUPS)[number];

export interface NamedCommand {
  readonly command: Command;
  readonly group: CommandGroup;
  readonly name: string;
  /** Each as it stands on the keyboard: "Ctrl+Z", "→". */
  readonly keys: readonly string[];
}

/** What every command is called, by its id. */
const NAMES: Readonly<Record<string, readonly [group: CommandGroup, name: string]>> = {
  rate: ['Verdict', 'Verdict'],
  'not-checkable': ['Verdict', 'Holds no claim that can be checked'],
  next: ['Sentences', 'Next sentence'],
  previous: ['Sentences', 'Previous sentence'],
  first: ['Sentences', 'First sentence'],
  last: ['Sentences', 'Last sentence'],
  'extend-next': ['Sentences', 'Select the next sentence as well'],
  'extend-previous': ['Sentences', 'Select the previous sentence as well'],
  'extend-first': ['Sentences', 'Select to the first sentence'],
  'extend-last': ['Sentences', 'Select to the last sentence'],
  'next-untouched': ['Sentences', 'Next sentence that nobody has looked at'],
  'previous-untouched': ['Sentences', 'Previous sentence that nobody has looked at'],
  join: ['Sentences', 'Join with the next sentence'],
  split: ['Sentences', 'Split the sentence'],
  open: ['Annotation', 'Open the annotation here, or begin one'],
  annotate: ['Annotation', 'Begin another annotation here'],
  'start-back': ['Annotation', 'Start one word earlier'],
  'start-forward': ['Annotation', 'Start one word later'],
  'end-back': ['Annotation', 'End one word earlier'],
  'end-forward': ['Annotation', 'End one word later'],
  close: ['Annotation', 'Close, and back to the sentence'],
  'next-question': ['New version', 'Next question'],
  'previous-question': ['New version', 'Previous question'],
  answer: ['New version', 'Answer'],
  place: ['New version', 'Choose a place that is offered'],
  'find-place': ['New version', 'Find its place'],
  'load-version': ['Everywhere', 'Load a new version of the article'],
  'show-annotations': ['Everywhere', 'Show the annotations'],
  'show-sources': ['Everywhere', 'Show the sources'],
  overview: ['Everywhere', 'Overview, and what is left to do'],
  export: ['Everywhere', 'Export'],
  settings: ['Everywhere', 'Settings'],
  library: ['Everywhere', 'To the library'],
  paste: ['Everywhere', 'Paste an article'],
  undo: ['Everywhere', 'Undo'],
  redo: ['Everywhere', 'Redo'],
  tour: ['Everywhere', 'How it works: the first steps'],
  keys: ['Everywhere', 'Show the keys of this screen'],
  'change-keys': ['Everywhere', 'Change keys'],
  palette: ['Everywhere', 'Find a command'],
};

/**
 * The commands with their names, each once and in the order of their groups and names. Of two of one name the first one counts; the
 * keys of both are shown.
 */
export function nameCommands(commands: readonly Command[]): readonly NamedCommand[] {
  const named = new Map<string, NamedCommand>();
  for (const command of commands) {
    const [group, words] = NAMES[command.id] ?? ['Everywhere', ''];
    const name = [words, command.label].filter(Boolean).join(': ');
    const own = [...(command.keys ?? []), ...(command.keysInText ?? [])].map(nameKey);
    const same = named.get(`${group}/${name}`);
    named.set(`${group}/${name}`, {
      command: same?.command ?? command,
      group,
      name,
      keys: [...new Set([...(same?.keys ?? []), ...own])],
    });
  }
  return [...named.values()].toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** As they are listed above, group by group. */
function placeOf({ group, command }: NamedCommand): number {
  return GROUPS.indexOf(group) * 1000 + Object.keys(NAMES).indexOf(command.id);
}

/** Commands whose keys are what they are everywhere, or belong to what they do: those of a verdict to its scale. */
const FIXED: ReadonlySet<string> = new Set(['rate', 'answer', 'place', 'close']);

/** True where a person can have another key for it. */
export function isKeyChangeable({ id }: Command): boolean {
  return !FIXED.has(id);
}

/** What a key does on the present screen, but for this command; null for nothing. */
export function findKeyOwner(key: string, but: string): NamedCommand | null {
  const owners = listCommands().filter(
    ({ id, keys, keysInText }) => id !== but && [...(keys ?? []), ...(keysInText ?? [])].includes(key),
  );
  return nameCommands(owners)[0] ?? null;
}
