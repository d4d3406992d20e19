import { FileInput, FolderOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { say } from '../../messages/say.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/commands.ts';
import { useFileChooser } from './FileChooser.tsx';

interface OpenFileButtonProps {
  readonly onFile: (file: File) => void;
  readonly label?: string;
  readonly look?: 'words' | 'icon';
  /** The id of the command that does the same. */
  readonly command?: string;
}

/** Opens the file chooser. */
export function OpenFileButton(props: OpenFileButtonProps): ReactNode {
  const { onFile, label = say('Open a file'), look = 'words', command } = props;
  const { choose, input } = useFileChooser(label, onFile);
  useCommands(() => (command === undefined ? [] : [{ id: command, run: choose }]));
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
      {input}
    </>
  );
}
