import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { say } from '../../messages/say.ts';
import { useNotify } from '../../stores/desk-context.ts';
import styles from './Exchange.module.css';

interface FileDropProps {
  readonly onFile: (file: File) => void;
  /** What dropping does, while a file is held over the page. */
  readonly words: string;
}

/** While it is rendered, a file that is dropped anywhere on the page is taken, and never opened by the browser itself. */
export function FileDrop({ onFile, words }: FileDropProps): ReactNode {
  const [isOver, setIsOver] = useState(false);
  const notify = useNotify();

  const take = useEffectEvent(({ files, items }: DataTransfer) => {
    const [file] = files;
    if (!file) return;
    // A folder comes as a file that nobody can read.
    if (items[0]?.webkitGetAsEntry()?.isDirectory === true) {
      notify(say('“{name}” is a folder. Drop one of the files in it.', { name: file.name }));
      return;
    }
    if (files.length > 1) notify(say('One file at a time: “{name}” is taken.', { name: file.name }));
    onFile(file);
  });

  useEffect(() => {
    const stop = new AbortController();
    const listen = (type: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void): void =>
      addEventListener(type, act, { signal: stop.signal });

    listen('dragover', (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setIsOver(true);
    });
    // Between two elements of the page there is a next one; at its edge there is none.
    listen('dragleave', ({ relatedTarget }) => {
      if (relatedTarget === null) setIsOver(false);
    });
    listen('drop', (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setIsOver(false);
      take(event.dataTransfer);
    });
    return () => stop.abort();
  }, []);

  if (!isOver) return null;
  return (
    <div className={styles['drop']} aria-hidden="true">
      <p>{words}</p>
    </div>
  );
}

function holdsFiles(event: DragEvent): event is DragEvent & { readonly dataTransfer: DataTransfer } {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
