import { ChartNoAxesColumn } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import type { Id } from '../../domain/record.ts';
import { say } from '../../messages/say.ts';
import { IconButton } from '../../ui/Button.tsx';
import { useCommands } from '../../ui/commands.ts';
import { OverviewDialog } from './OverviewDialog.tsx';
import { useWayByBar } from './use-way-by-bar.ts';

interface OverviewButtonProps {
  /** Goes to a sentence of the article, by its index. */
  readonly onGo: (sentence: number) => void;
  readonly onOpen: (annotation: Id) => void;
  /** Shows the annotations that a query finds. */
  readonly onSearch: (query: string) => void;
}

/** The fact check in small: a picture of its paragraphs, verdicts and sources. */
export function OverviewButton({ onGo, onOpen, onSearch }: OverviewButtonProps): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  useWayByBar(place, onGo);
  useCommands(() => [{ id: 'overview', run: () => setIsOpen(true) }]);
  return (
    <>
      <span ref={place} hidden />
      <IconButton label={say('Overview')} icon={<ChartNoAxesColumn />} onClick={() => setIsOpen(true)} />
      {isOpen ? (
        <OverviewDialog onGo={onGo} onOpen={onOpen} onSearch={onSearch} onClose={() => setIsOpen(false)} />
      ) : null}
    </>
  );
}
