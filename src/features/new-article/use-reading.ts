import { useEffect, useRef, useState } from 'react';
import { layOut } from '../../ingest/make-article.ts';
import { bodyOfPasted, type Pasted } from '../../ingest/pasted-body.ts';
import { sayBreakage } from '../../queries/say-breakage.ts';
import { proposePasted } from './article-draft.ts';

interface Reading {
  /** Lays out what was pasted and puts it before the person, unless something is being read. */
  readonly read: (pasted: Pasted) => void;
  /** Stops the reading, and takes back what was said about the last one. */
  readonly stop: () => void;
  readonly isReading: boolean;
  /** Why there is nothing to look at, as a sentence. */
  readonly problem: string | null;
}

/** From a text in the field to one that can be looked at. Leaving the page stops it. */
export function useReading(onProposed: () => void): Reading {
  const running = useRef<AbortController | null>(null);
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function read(pasted: Pasted): Promise<void> {
    const stopping = new AbortController();
    const { signal } = stopping;
    running.current = stopping;
    setReading(true);
    setProblem(null);
    const said = await layOut(bodyOfPasted(pasted), { signal }).catch((error: unknown) => ({
      ok: false as const,
      problem: sayBreakage(error),
    }));
    if (signal.aborted) return;
    running.current = null;
    setReading(false);
    if (said.ok) {
      proposePasted(said.content);
      onProposed();
    } else setProblem(said.problem);
  }

  return {
    read: (pasted) => {
      if (running.current === null) void read(pasted);
    },
    stop: () => {
      running.current?.abort();
      running.current = null;
      setReading(false);
      setProblem(null);
    },
    isReading,
    problem,
  };
}
