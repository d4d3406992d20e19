import { useEffect, useEffectEvent } from 'react';

/** As far as the Launch Handler API (WICG) concerns us; only browsers that install apps have it. */
interface LaunchQueue {
  readonly setConsumer: (take: (launch: { readonly files: readonly FileSystemFileHandle[] }) => void) => void;
}

/** Hands over the file by which the system has started the installed app. Each file starts a window of its own. */
export function useLaunchedFile(onFile: (file: File) => void, onRefused: () => void): void {
  const take = useEffectEvent(onFile);
  const refuse = useEffectEvent(onRefused);
  useEffect(() => {
    if (!('launchQueue' in window)) return;
    (window.launchQueue as LaunchQueue).setConsumer(({ files: [handle] }) => {
      handle?.getFile().then(take, refuse);
    });
  }, []);
}
