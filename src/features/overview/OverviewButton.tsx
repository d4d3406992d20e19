import { ChartNoAxesColumn } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { IconButton } from '../../ui/Button.tsx';
import { OverviewDialog } from './OverviewDialog.tsx';

interface OverviewButtonProps {
  /** Goes to a sentence of the article, by its index. */
  readonly onGo: (sentence: number) => void;
  /** Shows the annotations that a query finds. */
  readonly onSearch: (query: string) => void;
}

/** The fact check in small: a picture of its paragraphs, verdicts and sources. */
export function OverviewButton({ onGo, onSearch }: OverviewButtonProps): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <IconButton label="Overview" icon={<ChartNoAxesColumn />} onClick={() => setIsOpen(true)} />
      {isOpen ? <OverviewDialog onGo={onGo} onSearch={onSearch} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
