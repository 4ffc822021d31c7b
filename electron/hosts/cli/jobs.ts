import type { Client } from '../../../shared/api/client';
import type { JobResult } from '../../../shared/api/contract';
import { AppError, errorFromData } from '../../../shared/api/errors';
import type { Job } from '../../../shared/domain/job';
import type { Output } from '../common/command-line/output';

/**
 * Waits for a job, shows its progress and answers with its result.
 * An abort cancels the job and then waits until it has stopped, so that nothing is left half-written.
 */
export async function finishJob<K extends JobResult['kind']>(
  client: Client,
  output: Output,
  signal: AbortSignal,
  kind: K,
  start: () => Promise<Job>,
): Promise<Extract<JobResult, { kind: K }>> {
  let ended: (job: Job) => void = () => undefined;
  const end = new Promise<Job>((resolve) => (ended = resolve));
  let id: string | null = null;
  const off = client.on('job.changed', (job) => {
    if (job.id !== id) return;
    output.progress(job);
    if (isEnded(job)) ended(job);
  });
  try {
    const started = await start();
    id = started.id;
    const cancel = () => void client.call('jobs.cancel', { job: started.id }).catch(() => undefined);
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
    // It may have ended before anybody listened for its id.
    const now = (await client.call('jobs.list', {})).find((job) => job.id === started.id);
    const job = now && isEnded(now) ? now : await end;
    signal.removeEventListener('abort', cancel);
    if (job.error) throw errorFromData(job.error);
    const result = await client.call('jobs.result', { job: started.id });
    if (result.kind !== kind)
      throw new AppError('internal', { reason: `expected ${kind}, got ${result.kind}` });
    // The kind was just compared; TypeScript does not narrow a union by a generic key.
    return result as Extract<JobResult, { kind: K }>;
  } finally {
    off();
  }
}

function isEnded(job: Job): boolean {
  return job.state === 'done' || job.state === 'failed' || job.state === 'cancelled';
}
