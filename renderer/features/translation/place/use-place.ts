import { useEffect, useRef, useState } from 'react';
import type { EncodingGuess, TextSource } from '../../../../shared/api/contract';
import { AppError, errorData } from '../../../../shared/api/errors';
import type { Id, LanguageTag } from '../../../../shared/domain/common';
import { benchOf, type Bench } from '../../../../shared/translation/place/bench';
import { getClient } from '../../../platform/client';
import { flushDocument, useDocument } from '../../../state/document';
import { cancelJob, jobResult } from '../../../state/jobs';

export type PlacePhase =
  | { readonly step: 'bring'; readonly problem: string | null }
  | { readonly step: 'placing'; readonly jobId: Id | null }
  | {
      readonly step: 'found';
      readonly bench: Bench;
      readonly isTable: boolean;
      /** What the text was recognised as, and what it was read as; null where that was no question. */
      readonly encoding: { readonly guess: EncodingGuess; readonly read: string } | null;
      readonly source: TextSource;
    };

/** What is asked: a text in a language, for a track's profile (null: the language's own), read as `encoding` (null: recognised). */
export interface PlaceQuestion {
  readonly source: TextSource;
  readonly language: LanguageTag;
  readonly profileId: string | null;
  readonly encoding: string | null;
}

const BRING: PlacePhase = { step: 'bring', problem: null };

/** Places a translation as a job. Closing the dialog cancels what runs. */
export function usePlace(): {
  readonly phase: PlacePhase;
  readonly place: (question: PlaceQuestion) => Promise<void>;
  readonly stop: () => void;
  readonly back: () => void;
} {
  const [phase, setPhase] = useState<PlacePhase>(BRING);
  const running = useRef<Id | null>(null);
  const isStopped = useRef(false);
  const recognised = useRef<EncodingGuess | null>(null);
  const stop = () => {
    isStopped.current = true;
    // A job that ended meanwhile needs no cancel.
    if (running.current !== null) cancelJob(running.current).catch(() => undefined);
  };
  useEffect(() => stop, []);
  const place = async ({ source, ...question }: PlaceQuestion) => {
    const { session } = useDocument.getState();
    if (session === null) return;
    isStopped.current = false;
    setPhase({ step: 'placing', jobId: null });
    try {
      await flushDocument();
      const job = await getClient().call('translation.place', { session, source, ...question });
      running.current = job.id;
      if (isStopped.current) await cancelJob(job.id);
      else setPhase({ step: 'placing', jobId: job.id });
      const { placed, isTable, encoding } = await jobResult(job, 'place');
      if (question.encoding === null) recognised.current = encoding;
      const guess = recognised.current;
      setPhase({
        step: 'found',
        bench: benchOf(placed),
        isTable,
        encoding: guess && encoding && { guess, read: encoding.encoding },
        source,
      });
    } catch (error) {
      const isCancel = error instanceof AppError && error.code === 'cancelled';
      setPhase({ step: 'bring', problem: isCancel ? null : errorData(error).message });
    } finally {
      running.current = null;
    }
  };
  return { phase, place, stop, back: () => setPhase(BRING) };
}
