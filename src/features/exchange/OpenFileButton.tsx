import { FileInput, FolderOpen } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { say } from '../../messages/say.ts';
import { Button, IconButton } from '../../ui/Button.tsx';

/** Text, pages and everything that the formats of `exchange` are called. */
const ACCEPTED =
  '.json,.jsonld,.jsonl,.csv,.bib,.txt,.text,.md,.markdown,.html,.htm,.xhtml,.docx,.pdf,application/json,application/ld+json,text/csv,text/plain,text/markdown,text/html';

interface OpenFileButtonProps {
  readonly onFile: (file: File) => void;
  readonly label?: string;
  readonly look?: 'words' | 'icon';
}

/** Opens the file chooser. What can be opened is judged by its content, so the chooser only suggests. */
export function OpenFileButton(props: OpenFileButtonProps): ReactNode {
  const { onFile, label = say('Open a file'), look = 'words' } = props;
  const input = useRef<HTMLInputElement>(null);
  const choose = (): void => input.current?.click();
  return (
    <>
      {look === 'icon' ? (
        <IconButton label={label} icon={<FileInput />} onClick={choose} />
      ) : (
        <Button onClick={choose}>
          <FolderOpen aria-hidden="true" />
          {label}
        </Button>
      )}
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
    </>
  );
}
