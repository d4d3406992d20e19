import { formatSeries } from '../../messages/format-series.ts';
import { formatList } from '../../messages/formats.ts';
import { say } from '../../messages/say.ts';
import type { Restored, RestorePlan, RestoreStep, TakenBackRestoration } from '../../queries/backup.ts';
import { sayBreakage } from '../../queries/say-breakage.ts';

/** What restoring would do with one fact check. */
export function describeStep(step: RestoreStep): string {
  switch (step.kind) {
    case 'add':
      return say('Will be added, with {n, plural, one {# annotation} other {# annotations}}.', {
        n: step.annotations,
      });
    case 'merge': {
      const parts = [
        ...(step.added > 0
          ? [say('{n, plural, one {# record} other {# records}} will be added', { n: step.added })]
          : []),
        ...(step.replaced > 0
          ? [
              say('{n, plural, one {# record} other {# records}} replaced by newer versions', {
                n: step.replaced,
              }),
            ]
          : []),
        say('{kept, number} stay as they are', { kept: step.kept }),
      ];
      return say('{what}.', { what: formatSeries(parts) });
    }
    case 'keep':
      return say('Is here already, as it is in the file or newer.');
    case 'refused':
      return say('Will be left out. {problem}', { problem: step.problem });
  }
}

/** How much comes in beside the fact checks. */
type Rest = Pick<RestorePlan, 'conflicts' | 'removed' | 'retold' | 'deleted' | 'damaged'>;

/** What comes in beside the fact checks, as a sentence; null when nothing does. */
export function describeRest(rest: Rest): string | null {
  const parts = partsOfRest(rest);
  return parts.length === 0 ? null : say('Comes in too: {what}.', { what: parts.join('; ') });
}

function partsOfRest({ conflicts, removed, retold, deleted, damaged }: Rest): readonly string[] {
  return [
    ...(conflicts > 0
      ? [
          say(
            '{n, plural, one {# version that lost against another} other {# versions that lost against others}}',
            {
              n: conflicts,
            },
          ),
        ]
      : []),
    ...(removed > 0
      ? [
          say(
            '{n, plural, one {# annotation that was removed and can be brought back} other {# annotations that were removed and can be brought back}}',
            { n: removed },
          ),
        ]
      : []),
    ...(retold > 0
      ? [
          say(
            '{n, plural, one {another version of # annotation that was removed here, too, for its history} other {other versions of # annotations that were removed here, too, for their history}}',
            { n: retold },
          ),
        ]
      : []),
    ...(deleted > 0
      ? [
          say(
            '{n, plural, one {# fact check that was deleted and can be brought back} other {# fact checks that were deleted and can be brought back}}',
            { n: deleted },
          ),
        ]
      : []),
    ...(damaged > 0
      ? [
          say('{n, plural, one {# damaged record} other {# damaged records}}, for the quarantine', {
            n: damaged,
          }),
        ]
      : []),
  ];
}

/** What restoring has done. */
export function describeRestored(restored: Restored): string {
  const { added, merged, conflicts, removed, retold, deleted, damaged } = restored;
  const parts = [
    ...(added.length > 0
      ? [say('{n, plural, one {# fact check} other {# fact checks}} added', { n: added.length })]
      : []),
    ...(merged.length > 0
      ? [
          say('{n, plural, one {# fact check} other {# fact checks}} brought up to date', {
            n: merged.length,
          }),
        ]
      : []),
  ];
  const rest = partsOfRest({
    conflicts: conflicts.length,
    removed: removed.length,
    retold: retold.length,
    deleted,
    damaged,
  });
  if (parts.length + rest.length === 0) return say('Everything in the backup was here already.');
  const records = parts.length === 0 ? [] : [formatSeries(parts)];
  return say('Restored: {what}.', { what: [...records, ...rest].join('; ') });
}

/** What has become of a restoration that was taken back; `problems` are told apart from it. */
export function describeTakenBack({
  factChecks,
  records,
  deleted,
  damaged,
}: Omit<TakenBackRestoration, 'problems'>): string {
  const sentences = [describeKept(factChecks.length, records)];
  if (deleted > 0)
    sentences.push(
      say(
        'Among the deleted fact checks {n, plural, one {# of the backup stays listed} other {# of the backup stay listed}}.',
        { n: deleted },
      ),
    );
  if (damaged > 0)
    sentences.push(
      say(
        'Only the quarantine keeps {n, plural, one {# damaged record} other {# damaged records}} of the backup.',
        { n: damaged },
      ),
    );
  return sentences.join(' ');
}

function describeKept(factChecks: number, records: number): string {
  const kept = formatList([
    ...(factChecks > 0
      ? [say('{n, plural, one {# fact check} other {# fact checks}}', { n: factChecks })]
      : []),
    ...(records > 0 ? [say('{n, plural, one {# record} other {# records}}', { n: records })] : []),
  ]);
  if (kept === '') return say('Everything is as it was before.');
  return say(
    '{n, plural, one {Taken back, but for {kept} that was edited since: it is kept.} other {Taken back, but for {kept} that were edited since: they are kept.}}',
    { n: factChecks + records, kept },
  );
}

/** What `work` says of something that was taken back, or why it could not be. Never rejects. */
export async function sayTakenBack(work: () => Promise<string>): Promise<string> {
  try {
    return await work();
  } catch (error) {
    return say('It could not be taken back. {error}', { error: sayBreakage(error) });
  }
}
