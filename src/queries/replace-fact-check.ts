import { isEmptyChange, type Change, type Hand, type Update } from '../domain/change.ts';
import { gatherFactCheck, headOf, recordsOf, type AnyRecord, type FactCheck } from '../domain/fact-check.ts';
import { reissue, sayTheSame, type Id } from '../domain/record.ts';
import { tellReplaced } from '../domain/untold-words.ts';
import { say } from '../messages/say.ts';

/**
 * The Change that makes one version of a fact check say what another version of it says. Records get new revisions, so
 * that they win over what is there; who wrote them and when stays as it was. The history of what the other version has, too,
 * stays: it says what was, whichever version stands.
 */
export function replaceFactCheck(present: FactCheck, other: FactCheck, { clock, by }: Hand): Change {
  const added: AnyRecord[] = [];
  const updated: Update[] = [];
  for (const record of recordsOf(other)) {
    const before = present.tables[record.type].get(record.id);
    if (!before) added.push(reissue(record, clock.nextRev()));
    else if (!sayTheSame(before, record))
      updated.push({
        before: tellReplaced(before, present),
        after: reissue(record, clock.nextRev(), before.rev),
      });
  }
  const removed = recordsOf(present)
    .filter(
      (record) =>
        !other.tables[record.type].has(record.id) &&
        !(record.type === 'history' && other.tables.annotation.has(record.annotationId)),
    )
    .map((record) => tellReplaced(record, present));
  return { label: say('Replace by the file'), at: clock.instant(), by, added, updated, removed };
}

/** True when both hold the same records, whoever wrote them and when. */
export function holdTheSame(a: FactCheck, b: FactCheck, hand: Hand): boolean {
  return isEmptyChange(replaceFactCheck(a, b, hand));
}

/** The same records as a fact check of its own, so that it can be kept beside the one it was taken from. */
export function copyFactCheck(factCheck: FactCheck, id: Id): FactCheck {
  const head = headOf(factCheck);
  const others = recordsOf(factCheck).filter((record) => record !== head);
  return gatherFactCheck(id, [
    { ...head, id, title: say('{title} (copy)', { title: head.title }) },
    ...others,
  ]);
}
