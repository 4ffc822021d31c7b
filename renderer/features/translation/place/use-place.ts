import { useRef, useState } from 'react';
import type { EncodingGuess, TextSource } from '../../../../shared/api/contract';
import type { Id, LanguageTag } from '../../../../shared/domain/common';
import { benchOf } from '../../../../shared/translation/place/bench';
import { getClient } from '../../../platform/client';
import { flushDocument, useDocument } from '../../../state/document';
import { useDialogJob } from '../../../state/dialog-job';
import { jobResult } from '../../../state/jobs';
import { changeDraftOf, questionKey } from './draft';

/** What is being done: nothing (with what went wrong the last time), or placing. */
export type PlacePhase =
  | { readonly step: 'idle'; readonly problem: string | null }
  | { readonly step: 'placing'; readonly jobId: Id | null };

/** What is asked: a text in a language, for a track's profile (null: the language's own), read as `encoding` (null: recognised). */
export interface PlaceQuestion {
  readonly source: TextSource;
  readonly language: LanguageTag;
  readonly profileId: string | null;
  readonly encoding: string | null;
}

/** Places a translation as a job and puts it on the bench. Closing the dialog cancels what runs. */
export function usePlace(): {
  readonly phase: PlacePhase;
  readonly place: (question: PlaceQuestion) => Promise<void>;
  readonly stop: () => void;
} {
  const [phase, setPhase] = useState<PlacePhase>({ step: 'idle', problem: null });
  const recognised = useRef<EncodingGuess | null>(null);
  const job = useDialogJob({
    onStart: (jobId) => setPhase({ step: 'placing', jobId }),
    onFailure: (failure) => setPhase({ step: 'idle', problem: failure?.message ?? null }),
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
        changeDraftOf(question.language, {
          placed: {
            question: questionKey(source, question.language),
            source,
            isTable,
            encoding: guess && encoding && { guess, read: encoding.encoding },
            before: [],
            now: benchOf(placed, isTable),
            after: [],
          },
          isAtBench: true,
        });
        setPhase({ step: 'idle', problem: null });
      },
    );
  };
  return { phase, place, stop: job.stop };
}
