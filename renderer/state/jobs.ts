/** Every job of this run of the services, kept current by the `job.changed` event. */
import { create } from 'zustand';
import type { JobResult } from '../../shared/api/contract';
import { AppError, errorFromData } from '../../shared/api/errors';
import type { Id } from '../../shared/domain/common';
import type { Job, JobKind } from '../../shared/domain/job';
import { getClient } from '../platform/client';

export interface JobsState {
  /** By id, oldest first. */
  readonly jobs: ReadonlyMap<Id, Job>;
  /** Ended jobs the person no longer wants to see in the tray. */
  readonly dismissed: ReadonlySet<Id>;
}

export const useJobs = create<JobsState>()(() => ({ jobs: new Map(), dismissed: new Set() }));

/** Whether a job will still change. */
export function isActive(job: Job): boolean {
  return job.state === 'queued' || job.state === 'running';
}

/** The job of a kind that is queued or runs, or null. */
export function activeJob({ jobs }: Pick<JobsState, 'jobs'>, kind: JobKind): Job | null {
  for (const job of jobs.values()) if (job.kind === kind && isActive(job)) return job;
  return null;
}

/** Takes in the newest state of a job. An ended job never comes back to life through a late event. */
export function acceptJob(job: Job): void {
  useJobs.setState(({ jobs }) => {
    const known = jobs.get(job.id);
    if (known && !isActive(known) && isActive(job)) return {};
    return { jobs: new Map(jobs).set(job.id, job) };
  });
}

/** Follows the services' jobs from now on; returns what stops it. */
export function followJobs(): () => void {
  const client = getClient();
  const stop = client.on('job.changed', acceptJob);
  client.call('jobs.list', {}).then(
    (jobs) => jobs.forEach(acceptJob),
    // The tray then shows what happens from here on; whatever needed the list says so itself.
    () => undefined,
  );
  return stop;
}

/** Takes an ended job out of the tray. */
export function dismissJob(id: Id): void {
  useJobs.setState(({ dismissed }) => ({ dismissed: new Set(dismissed).add(id) }));
}

/** Asks the services to stop a job. */
export async function cancelJob(id: Id): Promise<void> {
  await getClient().call('jobs.cancel', { job: id });
}

type ResultOf<K extends JobKind> = Extract<JobResult, { kind: K }>;

/**
 * Waits until a job just started ends and gives its result, e.g. `await jobResult(job, 'waveform')`.
 * Throws the job's own error, `cancelled`, or `internal` for a result of another kind.
 */
export async function jobResult<K extends JobKind>(job: Job, kind: K): Promise<ResultOf<K>> {
  acceptJob(job);
  const ended = await ending(job.id);
  if (ended.state === 'cancelled') throw new AppError('cancelled');
  if (ended.error) throw errorFromData(ended.error);
  const result = await getClient().call('jobs.result', { job: job.id });
  if (result.kind !== kind) throw new AppError('internal', { reason: `${result.kind} instead of ${kind}` });
  // Narrowed by the comparison above; TypeScript does not follow it through K.
  return result as ResultOf<K>;
}

function ending(id: Id): Promise<Job> {
  return new Promise((resolve) => {
    const look = (state: JobsState) => {
      const job = state.jobs.get(id);
      if (!job || isActive(job)) return false;
      resolve(job);
      return true;
    };
    if (look(useJobs.getState())) return;
    const stop = useJobs.subscribe((state) => {
      if (look(state)) stop();
    });
  });
}
