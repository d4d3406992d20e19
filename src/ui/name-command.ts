import { message, say, type Message } from '../messages/say.ts';
import { listCommands, type Command } from './commands.ts';
import { nameKey } from './name-key.ts';

const EVERYWHERE = message('Everywhere');

const GROUPS = [
  message('Verdict'),
  message('Sentences'),
  message('Annotation'),
  message('New version'),
  EVERYWHERE,
] as const;

export interface NamedCommand {
  readonly command: Command;
  readonly group: string;
  readonly name: string;
  /** Each as it stands on the keyboard: "Ctrl+Z", "→". */
  readonly keys: readonly string[];
}

/** What every command is called, by its id; null for one that its label says alone. */
const NAMES: Readonly<Record<string, readonly [group: Message, name: Message | null]>> = {
  rate: [message('Verdict'), message('Verdict')],
  'not-checkable': [message('Verdict'), message('Holds no claim that can be checked')],
  next: [message('Sentences'), message('Next sentence')],
  previous: [message('Sentences'), message('Previous sentence')],
  first: [message('Sentences'), message('First sentence')],
  last: [message('Sentences'), message('Last sentence')],
  'extend-next': [message('Sentences'), message('Select the next sentence as well')],
  'extend-previous': [message('Sentences'), message('Select the previous sentence as well')],
  'extend-first': [message('Sentences'), message('Select to the first sentence')],
  'extend-last': [message('Sentences'), message('Select to the last sentence')],
  'next-untouched': [message('Sentences'), message('Next sentence that nobody has looked at')],
  'previous-untouched': [message('Sentences'), message('Previous sentence that nobody has looked at')],
  join: [message('Sentences'), message('Join with the next sentence')],
  split: [message('Sentences'), message('Split the sentence')],
  open: [message('Annotation'), message('Open the annotation here, or begin one')],
  annotate: [message('Annotation'), message('Begin another annotation here')],
  'start-back': [message('Annotation'), message('Start one word earlier')],
  'start-forward': [message('Annotation'), message('Start one word later')],
  'end-back': [message('Annotation'), message('End one word earlier')],
  'end-forward': [message('Annotation'), message('End one word later')],
  'previous-annotation': [message('Annotation'), message('Previous annotation')],
  'next-annotation': [message('Annotation'), message('Next annotation')],
  'add-source': [message('Annotation'), message('Add source')],
  status: [message('Annotation'), message('Status')],
  'make-not-checkable': [message('Annotation'), message('Mark as not checkable')],
  'make-claim': [message('Annotation'), message('Make it a claim')],
  'still-holds': [message('Annotation'), message('Still holds')],
  're-check': [message('Annotation'), message('Re-check')],
  detach: [message('Annotation'), message('Detach')],
  'remove-annotation': [message('Annotation'), message('Remove annotation')],
  close: [message('Annotation'), message('Close, and back to the sentence')],
  'next-question': [message('New version'), message('Next question')],
  'previous-question': [message('New version'), message('Previous question')],
  answer: [message('New version'), message('Answer')],
  place: [message('New version'), message('Choose a place that is offered')],
  'find-place': [message('New version'), message('Find its place')],
  'show-group': [message('New version'), message('Show', 'these sentences')],
  'previous-part': [message('New version'), message('Part before')],
  'next-part': [message('New version'), message('Next part')],
  'side-by-side': [message('New version'), message('Side by side')],
  inline: [message('New version'), message('Inline')],
  compare: [message('New version'), message('Compare')],
  'use-version': [message('New version'), message('Use this version')],
  'cancel-version': [message('New version'), message('Cancel')],
  desk: [EVERYWHERE, message('Back to the article')],
  'load-version': [EVERYWHERE, message('Load a new version of the article')],
  'older-version': [EVERYWHERE, null],
  'show-annotations': [EVERYWHERE, message('Show the annotations')],
  'show-sources': [EVERYWHERE, message('Show the sources')],
  'search-annotations': [EVERYWHERE, message('Search annotations')],
  'search-sources': [EVERYWHERE, message('Search sources')],
  'clear-filters': [EVERYWHERE, message('Clear filters')],
  overview: [EVERYWHERE, message('Overview, and what is left to do')],
  conflicts: [EVERYWHERE, message('Compare what was edited in two places')],
  import: [EVERYWHERE, message('Import a file')],
  export: [EVERYWHERE, message('Export')],
  settings: [EVERYWHERE, message('Settings')],
  library: [EVERYWHERE, message('To the library')],
  paste: [EVERYWHERE, message('Paste an article')],
  'open-file': [EVERYWHERE, message('Open a file')],
  sample: [EVERYWHERE, message('Practise on a sample')],
  continue: [EVERYWHERE, message('Continue')],
  'edit-text': [EVERYWHERE, message('Edit the text')],
  'check-article': [EVERYWHERE, message('Check this article')],
  backup: [EVERYWHERE, message('Download everything')],
  restore: [EVERYWHERE, message('Restore from a backup')],
  undo: [EVERYWHERE, message('Undo')],
  redo: [EVERYWHERE, message('Redo')],
  notices: [EVERYWHERE, message('To the latest notice')],
  tour: [EVERYWHERE, message('How it works: the first steps')],
  keys: [EVERYWHERE, message('Show the keys of this screen')],
  'change-keys': [EVERYWHERE, message('Change keys')],
  palette: [EVERYWHERE, message('Find a command')],
};

/**
 * The commands with their names, each once and in the order of their groups and names. Of two of one name the first one counts; the
 * keys of both are shown.
 */
export function nameCommands(commands: readonly Command[]): readonly NamedCommand[] {
  const named = new Map<string, NamedCommand>();
  for (const command of commands) {
    const [groupWords, words] = NAMES[command.id] ?? [EVERYWHERE, null];
    const group = say(groupWords);
    const name = nameOne(words && say(words), command.label);
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

function nameOne(words: string | null, label: string | undefined): string {
  return words && label ? say('{name}: {words}', { name: words, words: label }) : (words ?? label ?? '');
}

/** As they are listed above, group by group. */
function placeOf({ group, command }: NamedCommand): number {
  return GROUPS.findIndex((one) => say(one) === group) * 1000 + Object.keys(NAMES).indexOf(command.id);
}

/**
 * Commands whose keys are what they are everywhere, or belong to what they do, those of a verdict to its scale; and those that
 * are one of several.
 */
const FIXED: ReadonlySet<string> = new Set([
  'rate',
  'answer',
  'place',
  'close',
  'status',
  'show-group',
  'older-version',
  'sample',
]);

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
