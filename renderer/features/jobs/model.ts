import type { Job } from '../../../shared/domain/job';
import { isActive, type JobsState } from '../../state/jobs';

/** Quick background work that nobody asked for by name: in the tray only while it runs or when it failed. */
const QUIET: ReadonlySet<Job['kind']> = new Set([
  'brand',
  'waveform',
  'spectrogram',
  'frames',
  'shots',
  'contrast',
]);

/** Jobs for the tray, running ones first, then the newest ended. */
export function trayJobs({ jobs, dismissed }: JobsState): readonly Job[] {
  const shown = [...jobs.values()].filter(
    (job) => !dismissed.has(job.id) && (isActive(job) || job.state === 'failed' || !QUIET.has(job.kind)),
  );
  return [...shown.filter(isActive), ...shown.filter((job) => !isActive(job)).reverse()];
}

/** The job the status bar tells about: the running one that will take longest, else the first queued one. */
export function leadingJob(jobs: Iterable<Job>): Job | null {
  let leading: Job | null = null;
  for (const job of jobs)
    if (isActive(job) && (leading === null || (job.etaMs ?? -1) > (leading.etaMs ?? -1))) leading = job;
  return leading;
}
