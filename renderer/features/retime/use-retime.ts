import { useState } from 'react';
import type { JobResult } from '../../../shared/api/contract';
import type { Id } from '../../../shared/domain/common';
import { getClient } from '../../platform/client';
import { flushDocument, useDocument } from '../../state/document';
import { useDialogJob } from '../../state/dialog-job';
import { jobResult } from '../../state/jobs';

export type Found = Extract<JobResult, { kind: 'retime' }>;

export type RetimePhase =
  | { readonly step: 'choose'; readonly failure: string | null }
  | { readonly step: 'looking'; readonly jobId: Id | null }
  | { readonly step: 'found'; readonly found: Found };

/** Looks where a track's cues belong. Closing the dialog cancels what runs. */
export function useRetime(): { phase: RetimePhase; look: (track: Id, other: Id | null) => Promise<void> } {
  const [phase, setPhase] = useState<RetimePhase>({ step: 'choose', failure: null });
  const job = useDialogJob({
    onStart: (jobId) => setPhase({ step: 'looking', jobId }),
    onFailure: (failure) => setPhase({ step: 'choose', failure: failure?.message ?? null }),
  });
  const look = async (track: Id, other: Id | null) => {
    const { session } = useDocument.getState();
    if (session === null) return;
    await job.run(
      async () => {
        await flushDocument();
        return getClient().call('retime.start', { session, track, other });
      },
      async (started) => setPhase({ step: 'found', found: await jobResult(started, 'retime') }),
    );
  };
  return { phase, look };
}
