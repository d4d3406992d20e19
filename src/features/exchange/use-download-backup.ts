import { serialiseBackup } from '../../exchange/backup.ts';
import { say } from '../../messages/say.ts';
import { useGatherBackup } from '../../queries/backup.ts';
import { useKeeping } from '../../queries/store-context.ts';
import { useNotify } from '../../stores/desk-context.ts';
import { downloadFile } from '../../ui/download-text.ts';
import { packText } from '../../ui/pack-text.ts';
import { createPace } from '../../stores/pace.ts';

/** A backup that was begun is written to its end. */
const NEVER = new AbortController().signal;

/** How to give out everything that this browser keeps as one file, and whether it is being gathered. */
export function useDownloadBackup(): { readonly download: () => void; readonly isGathering: boolean } {
  const { clock, store } = useKeeping();
  const gather = useGatherBackup();
  const notify = useNotify();

  async function write(): Promise<void> {
    const { backup, caveat } = await gather.mutateAsync(undefined);
    const pace = createPace(() => undefined, NEVER);
    const { text, fileName, mediaType } = await serialiseBackup(backup, {
      exportedAt: clock.instant(),
      pace,
    });
    downloadFile(fileName, await packText(mediaType, text, pace));
    store.markFiled(backup.factChecks);
    const said = say('Downloaded “{fileName}” with {n, plural, one {# fact check} other {# fact checks}}.', {
      fileName,
      n: backup.factChecks.length,
    });
    notify(caveat === null ? said : `${said} ${caveat}`);
  }

  return {
    download: () =>
      void write().catch((error: unknown) =>
        notify(say('The backup could not be made: {error}', { error: String(error) })),
      ),
    isGathering: gather.isPending,
  };
}
