import { useRef, useState } from 'react';
import type { EncodingGuess, TextSource } from '../../../../shared/api/contract';
import type { Id, LanguageTag } from '../../../../shared/domain/common';
import { benchOf, type Bench } from '../../../../shared/translation/place/bench';
import { getClient } from '../../../platform/client';
import { flushDocument, useDocument } from '../../../state/document';
import { useDialogJob } from '../../../state/dialog-job';
import { jobResult } from '../../../state/jobs';

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
  const recognised = useRef<EncodingGuess | null>(null);
  const job = useDialogJob({
    onStart: (jobId) => setPhase({ step: 'placing', jobId }),
    onFailure: (problem) => setPhase({ step: 'bring', problem }),
  });
  const place = async ({ source, ...question }: PlaceQuestion) => {
    const { session } = useDocument.getState();
    if (session === null) return;
    await job.run(
      async () => {
        await flushDocument();
        return getClient().call('translation.place', { session, source, ...question });
      },
      async (started) => {
        const { placed, isTable, encoding } = await jobResult(started, 'place');
        if (question.encoding === null) recognised.current = encoding;
        const guess = recognised.current;
        setPhase({
          step: 'found',
          bench: benchOf(placed),
          isTable,
          encoding: guess && encoding && { guess, read: encoding.encoding },
          source,
        });
      },
    );
  };
  return { phase, place, stop: job.stop, back: () => setPhase(BRING) };
}
