import { useEffect, useRef, useState } from 'react';
import type { JobResult } from '../../../shared/api/contract';
import { AppError, errorData } from '../../../shared/api/errors';
import type { Id } from '../../../shared/domain/common';
import { getClient } from '../../platform/client';
import { flushDocument, useDocument } from '../../state/document';
import { cancelJob, jobResult } from '../../state/jobs';

export type Found = Extract<JobResult, { kind: 'retime' }>;

export type RetimePhase =
  | { readonly step: 'choose'; readonly failure: string | null }
  | { readonly step: 'looking'; readonly jobId: Id | null }
  | { readonly step: 'found'; readonly found: Found };

/** Looks where a track's cues belong. Closing the dialog cancels what runs. */
export function useRetime(): { phase: RetimePhase; look: (track: Id, other: Id | null) => Promise<void> } {
  const [phase, setPhase] = useState<RetimePhase>({ step: 'choose', failure: null });
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
  const look = async (track: Id, other: Id | null) => {
    const { session } = useDocument.getState();
    if (session === null) return;
    setPhase({ step: 'looking', jobId: null });
    try {
      await flushDocument();
      const job = await getClient().call('retime.start', { session, track, other });
      running.current = job.id;
      if (isClosed.current) await cancelJob(job.id);
      else setPhase({ step: 'looking', jobId: job.id });
      setPhase({ step: 'found', found: await jobResult(job, 'retime') });
    } catch (error) {
      const isCancel = error instanceof AppError && error.code === 'cancelled';
      setPhase({ step: 'choose', failure: isCancel ? null : errorData(error).message });
    } finally {
      running.current = null;
    }
  };
  return { phase, look };
}
