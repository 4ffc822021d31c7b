/** Asking the person's own translation program, and taking what it answers as drafts. */
import { useState } from 'react';
import type { JobResult } from '../../../shared/api/contract';
import type { Id } from '../../../shared/domain/common';
import type { MachineScope } from '../../../shared/domain/translator';
import { takeMachineTexts } from '../../../shared/edits/machine-translation';
import { getClient } from '../../platform/client';
import { flushDocument, run, useDocument } from '../../state/document';
import { useDialogJob } from '../../state/dialog-job';
import { jobResult } from '../../state/jobs';
import type { WayOut } from '../names/index';

export type MachineDone = Extract<JobResult, { kind: 'translate' }>;

export type MachinePhase =
  | { readonly step: 'choose' }
  | { readonly step: 'asking'; readonly jobId: Id | null }
  | { readonly step: 'done'; readonly done: MachineDone };

/** Asks for the cues of a track and takes the answers in one step. Closing the dialog cancels what runs. */
export function useMachine({ onFailure, override }: Pick<WayOut, 'onFailure' | 'override'>): {
  readonly phase: MachinePhase;
  readonly ask: (track: Id, scope: MachineScope) => Promise<void>;
} {
  const [phase, setPhase] = useState<MachinePhase>({ step: 'choose' });
  const job = useDialogJob({
    onStart: (jobId) => setPhase({ step: 'asking', jobId }),
    onFailure(failure) {
      onFailure(failure);
      setPhase({ step: 'choose' });
    },
  });
  const ask = async (track: Id, scope: MachineScope) => {
    const { session } = useDocument.getState();
    if (session === null) return;
    await job.run(
      async () => {
        await flushDocument();
        return getClient().call('translation.machine', { session, track, scope, override });
      },
      async (started) => {
        const done = await jobResult(started, 'translate');
        if (useDocument.getState().session !== session) return;
        run(takeMachineTexts, { trackId: track, answers: done.answers, made: done.made });
        setPhase({ step: 'done', done });
      },
    );
  };
  return { phase, ask };
}
