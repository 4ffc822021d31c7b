import { useCallback, useState } from 'react';
import type { Bench } from '../../../../shared/translation/place/bench';

export interface BenchHistory {
  readonly bench: Bench;
  /** Changes the bench; one step to take back. */
  readonly change: (change: (bench: Bench) => Bench) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

interface Steps {
  readonly before: readonly Bench[];
  readonly now: Bench;
  readonly after: readonly Bench[];
}

/** What a person moves on the bench, with its own undo: nothing of it is in the project yet. */
export function useBench(first: Bench): BenchHistory {
  const [steps, setSteps] = useState<Steps>({ before: [], now: first, after: [] });
  const change = useCallback((make: (bench: Bench) => Bench) => {
    setSteps((old) => {
      const now = make(old.now);
      return now === old.now ? old : { before: [...old.before, old.now], now, after: [] };
    });
  }, []);
  const undo = useCallback(() => {
    setSteps((old) => {
      const now = old.before.at(-1);
      return now ? { before: old.before.slice(0, -1), now, after: [old.now, ...old.after] } : old;
    });
  }, []);
  const redo = useCallback(() => {
    setSteps((old) => {
      const [now, ...after] = old.after;
      return now ? { before: [...old.before, old.now], now, after } : old;
    });
  }, []);
  return { bench: steps.now, change, undo, redo };
}
