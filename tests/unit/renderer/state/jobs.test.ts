import { beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../../../shared/api/client';
import type { Job } from '../../../../shared/domain/job';
import { provideClient } from '../../../../renderer/platform/client';
import { acceptJob, jobResult, useJobs } from '../../../../renderer/state/jobs';

const job = (change: Partial<Job> = {}): Job => ({
  id: 'j1',
  kind: 'proxy',
  subject: 'a.mov',
  progress: 0,
  etaMs: null,
  state: 'running',
  error: null,
  ...change,
});

beforeEach(() => {
  useJobs.setState({ jobs: new Map(), dismissed: new Set() });
  provideClient({
    // Only `jobs.result` is asked here.
    call: (async () => ({ kind: 'proxy', url: 'media://x' })) as unknown as Client['call'],
    on: () => () => undefined,
  });
});

describe('jobResult', () => {
  it('waits for the end and asks for the result', async () => {
    const result = jobResult(job(), 'proxy');
    acceptJob(job({ progress: 0.5 }));
    acceptJob(job({ progress: 1, state: 'done' }));
    await expect(result).resolves.toEqual({ kind: 'proxy', url: 'media://x' });
  });

  it('takes a job that was done from the start (a cached result)', async () => {
    await expect(jobResult(job({ state: 'done' }), 'proxy')).resolves.toMatchObject({ url: 'media://x' });
  });

  it('is not held up when the end was told before the start was answered', async () => {
    acceptJob(job({ state: 'done', progress: 1 }));
    await expect(jobResult(job(), 'proxy')).resolves.toMatchObject({ url: 'media://x' });
  });

  it('throws what the job says', async () => {
    const error = { code: 'no-speech', message: '…', detail: { name: 'a.mov' } };
    await expect(jobResult(job({ state: 'failed', error }), 'proxy')).rejects.toMatchObject({
      code: 'no-speech',
    });
  });

  it('throws `cancelled`', async () => {
    await expect(jobResult(job({ state: 'cancelled' }), 'proxy')).rejects.toMatchObject({
      code: 'cancelled',
    });
  });

  it('refuses a result of another kind', async () => {
    await expect(jobResult(job({ state: 'done', kind: 'align' }), 'align')).rejects.toMatchObject({
      code: 'internal',
    });
  });
});
