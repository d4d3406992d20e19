import type { Restored, RestorePlan, RestoreStep, TakenBackRestoration } from '../../queries/backup.ts';
import { count } from '../../ui/count-words.ts';
import { sayBreakage } from '../../queries/say-breakage.ts';

/** What restoring would do with one fact check. */
export function describeStep(step: RestoreStep): string {
  switch (step.kind) {
    case 'add':
      return `Will be added, with ${count(step.annotations, 'annotation')}.`;
    case 'merge': {
      const parts = [
        ...(step.added > 0 ? [`${count(step.added, 'record')} will be added`] : []),
        ...(step.replaced > 0 ? [`${count(step.replaced, 'record')} replaced by newer versions`] : []),
        `${step.kept.toLocaleString('en')} stay as they are`,
      ];
      return `${parts.join(', ')}.`;
    }
    case 'keep':
      return 'Is here already, as it is in the file or newer.';
    case 'refused':
      return `Will be left out. ${step.problem}`;
  }
}

/** What comes in beside the fact checks, as a sentence; null when nothing does. */
export function describeRest({
  conflicts,
  damaged,
}: Pick<RestorePlan, 'conflicts' | 'damaged'>): string | null {
  const parts = [
    ...(conflicts > 0
      ? [`${count(conflicts, 'version')} that lost against ${conflicts === 1 ? 'another' : 'others'}`]
      : []),
    ...(damaged > 0 ? [`${count(damaged, 'damaged record')}, for the quarantine`] : []),
  ];
  return parts.length === 0 ? null : `Comes in too: ${parts.join('; ')}.`;
}

/** What restoring has done. */
export function describeRestored({ added, merged }: Restored): string {
  const parts = [
    ...(added.length > 0 ? [`${count(added.length, 'fact check')} added`] : []),
    ...(merged.length > 0 ? [`${count(merged.length, 'fact check')} brought up to date`] : []),
  ];
  return parts.length === 0 ? 'Everything in the backup was here already.' : `Restored: ${parts.join(', ')}.`;
}

/** What has become of a restoration that was taken back; `problems` are told apart from it. */
export function describeTakenBack({ factChecks, records }: Omit<TakenBackRestoration, 'problems'>): string {
  const kept = [
    ...(factChecks.length > 0 ? [count(factChecks.length, 'fact check')] : []),
    ...(records > 0 ? [count(records, 'record')] : []),
  ].join(' and ');
  if (kept === '') return 'Everything is as it was before.';
  const isOne = factChecks.length + records === 1;
  return `Taken back, but for ${kept} that ${isOne ? 'was' : 'were'} edited since: ${isOne ? 'it is' : 'they are'} kept.`;
}

/** What `work` says of something that was taken back, or why it could not be. Never rejects. */
export async function sayTakenBack(work: () => Promise<string>): Promise<string> {
  try {
    return await work();
  } catch (error) {
    return `It could not be taken back. ${sayBreakage(error)}`;
  }
}
