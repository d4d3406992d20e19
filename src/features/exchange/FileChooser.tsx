import { useRef, type ReactNode } from 'react';

/** Text, pages and everything that the formats of `exchange` are called. */
const ACCEPTED =
  '.json,.jsonld,.jsonl,.csv,.bib,.txt,.text,.md,.markdown,.html,.htm,.xhtml,.docx,.pdf,application/json,application/ld+json,text/csv,text/plain,text/markdown,text/html';

interface FileChooser {
  readonly choose: () => void;
  /** Has to be rendered somewhere. Nobody sees it. */
  readonly input: ReactNode;
}

/** The system's file chooser. What can be opened is judged by its content, so the chooser only suggests. */
export function useFileChooser(label: string, onFile: (file: File) => void): FileChooser {
  const input = useRef<HTMLInputElement>(null);
  return {
    choose: () => input.current?.click(),
    input: (
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={ACCEPTED}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file can be chosen again, perhaps repaired.
          currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    ),
  };
}
