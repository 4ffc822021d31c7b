/** Asking the person's own translation program, and taking what it answers as drafts. */
import { useEffect, useRef, useState } from 'react';
import type { JobResult } from '../../../shared/api/contract';
import { AppError, errorData } from '../../../shared/api/errors';
import type { Id } from '../../../shared/domain/common';
import type { MachineScope } from '../../../shared/domain/translator';
import { takeMachineTexts } from '../../../shared/edits/machine-translation';
import { getClient } from '../../platform/client';
import { flushDocument, run, useDocument } from '../../state/document';
import { cancelJob, jobResult } from '../../state/jobs';

export type MachineDone = Extract<JobResult, { kind: 'translate' }>;

export type MachinePhase =
  | { readonly step: 'choose'; readonly failure: string | null }
  | { readonly step: 'asking'; readonly jobId: Id | null }
  | { readonly step: 'done'; readonly done: MachineDone };

/** Asks for the cues of a track and takes the answers in one step. Closing the dialog cancels what runs. */
export function useMachine(): {
  readonly phase: MachinePhase;
  readonly ask: (track: Id, scope: MachineScope) => Promise<void>;
} {
  const [phase, setPhase] = useState<MachinePhase>({ step: 'choose', failure: null });
  const running = useRef<Id | null>(null);
  const isClosed = useRef(false);
  useEffect(() => {
    isClosed.current = false;
    return () => {
      isClosed.current = true;
      // A job that ended meanwhile needs no cancel.
      if (running.current !== null) cancelJob(running.current).catch(() => undefined);
    };
  }, []);
  const ask = async (track: Id, scope: MachineScope) => {
    const { session } = useDocument.getState();
    if (session === null) return;
    setPhase({ step: 'asking', jobId: null });
    try {
      await flushDocument();
      const job = await getClient().call('translation.machine', {
        session,
        track,
        scope,
        override: null,
      });
      running.current = job.id;
      if (isClosed.current) await cancelJob(job.id);
      else setPhase({ step: 'asking', jobId: job.id });
      const done = await jobResult(job, 'translate');
      if (useDocument.getState().session !== session) return;
      run(takeMachineTexts, { trackId: track, answers: done.answers, made: done.made });
      setPhase({ step: 'done', done });
    } catch (error) {
      const isCancel = error instanceof AppError && error.code === 'cancelled';
      setPhase({ step: 'choose', failure: isCancel ? null : errorData(error).message });
    } finally {
      running.current = null;
    }
  };
  return { phase, ask };
}
