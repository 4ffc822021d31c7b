import { useEffect, useRef } from 'react';
import { AppError, errorData, type ErrorData } from '../../shared/api/errors';
import type { Job } from '../../shared/domain/job';
import { cancelJob } from './jobs';

/** What a dialog is told of the one job it runs. */
export interface DialogJobWatcher {
  /** With null before the job is known, then with its id. */
  readonly onStart: (jobId: string | null) => void;
  /** Null: the person stopped it. */
  readonly onFailure: (failure: ErrorData | null) => void;
  /** The job goes on, in the list of jobs, when the dialog is closed; what it came to is then the watcher's to tell. */
  readonly goesOn?: boolean;
}

export interface DialogJob {
  /** `start` begins the job, `finish` takes its result. */
  readonly run: (start: () => Promise<Job>, finish: (job: Job) => Promise<void>) => Promise<void>;
  /** Cancels what runs, or is about to. */
  readonly stop: () => void;
}

/** Runs one job at a time for a dialog. Closing the dialog stops it, unless it `goesOn`. */
export function useDialogJob({ onStart, onFailure, goesOn = false }: DialogJobWatcher): DialogJob {
  const running = useRef<string | null>(null);
  const isStopped = useRef(false);
  const stop = () => {
    isStopped.current = true;
    // A job that ended meanwhile needs no cancel.
    if (running.current !== null) cancelJob(running.current).catch(() => undefined);
  };
  useEffect(() => (goesOn ? undefined : stop), [goesOn]);
  const run: DialogJob['run'] = async (start, finish) => {
    isStopped.current = false;
    onStart(null);
    try {
      const job = await start();
      running.current = job.id;
      if (isStopped.current) {
        // It may be done already: what the person stopped is not shown to them all the same.
        await cancelJob(job.id).catch(() => undefined);
        throw new AppError('cancelled');
      }
      onStart(job.id);
      await finish(job);
    } catch (error) {
      const isCancel = error instanceof AppError && error.code === 'cancelled';
      onFailure(isCancel ? null : errorData(error));
    } finally {
      running.current = null;
    }
  };
  return { run, stop };
}
