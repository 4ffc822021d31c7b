import { describe, expect, it } from 'vitest';
import type { JobResult } from '../../../../../shared/api/contract';
import { AppError } from '../../../../../shared/api/errors';
import type { Job } from '../../../../../shared/domain/job';
import { createJobs, type JobContext } from '../../../../../electron/services/jobs/jobs';

const result: JobResult = { kind: 'frames', count: 1, variable: false };

/** A job that goes on until told. */
function held() {
  let settle: { resolve: (value: JobResult) => void; reject: (error: unknown) => void };
  let given: (context: JobContext) => void;
  const context = new Promise<JobContext>((resolve) => (given = resolve));
  const promise = new Promise<JobResult>((resolve, reject) => (settle = { resolve, reject }));
  const run = (own: JobContext) => {
    given(own);
    own.signal.addEventListener('abort', () => settle.reject(new AppError('cancelled')));
    return promise;
  };
  return { run, context, done: () => settle.resolve(result), fail: (error: unknown) => settle.reject(error) };
}

function make(concurrency = 1) {
  const heard: Job[] = [];
  let time = 0;
  const jobs = createJobs({ onChange: (job) => heard.push(job), concurrency, now: () => time });
  return { jobs, heard, pass: (ms: number) => (time += ms) };
}

describe('createJobs', () => {
  it('runs a job to its result and tells each state', async () => {
    const { jobs, heard } = make();
    const job = jobs.start({ kind: 'frames', subject: 'a.mp4', run: async () => result });
    expect(() => jobs.result(job.id)).toThrow(AppError);
    expect((await jobs.ended(job.id)).state).toBe('done');
    expect(jobs.result(job.id)).toEqual(result);
    expect(heard.map(({ state }) => state)).toEqual(['queued', 'running', 'done']);
    expect(heard.at(-1)?.progress).toBe(1);
  });

  it('turns an error into data and a cancel into its own state', async () => {
    const { jobs } = make(2);
    const failing = jobs.start({
      kind: 'align',
      subject: 'a',
      run: async () => Promise.reject(new AppError('no-audio', { name: 'a' })),
    });
    const work = held();
    const cancelled = jobs.start({ kind: 'align', subject: 'b', run: work.run });
    expect((await jobs.ended(failing.id)).error?.code).toBe('no-audio');
    jobs.cancel(cancelled.id);
    expect((await jobs.ended(cancelled.id)).state).toBe('cancelled');
  });

  it('starts no more than the limit, in order, and drops a queued job that is cancelled', async () => {
    const { jobs } = make(1);
    const [first, second] = [held(), held()];
    let ran = false;
    const a = jobs.start({ kind: 'align', subject: 'a', run: first.run });
    const b = jobs.start({
      kind: 'align',
      subject: 'b',
      run: async () => {
        ran = true;
        return result;
      },
    });
    const c = jobs.start({ kind: 'align', subject: 'c', run: second.run });
    await first.context;
    expect(jobs.list().map(({ state }) => state)).toEqual(['running', 'queued', 'queued']);
    jobs.cancel(b.id);
    first.done();
    await jobs.ended(a.id);
    second.done();
    expect((await jobs.ended(c.id)).state).toBe('done');
    expect((await jobs.ended(b.id)).state).toBe('cancelled');
    expect(ran).toBe(false);
  });

  it('gives one job for one key while it runs, and a new one afterwards', async () => {
    const { jobs } = make();
    const work = held();
    const request = { kind: 'waveform', subject: 'a', key: 'waveform a', run: work.run } as const;
    const job = jobs.start(request);
    expect(jobs.start(request).id).toBe(job.id);
    work.done();
    await jobs.ended(job.id);
    expect(jobs.start(request).id).not.toBe(job.id);
  });

  it('never lets progress go back, and tells it at most ten times a second', async () => {
    const { jobs, heard, pass } = make();
    const work = held();
    const job = jobs.start({ kind: 'align', subject: 'a', run: work.run });
    const { progress } = await work.context;
    for (let step = 1; step <= 100; step += 1) {
      pass(10);
      progress(step / 200);
    }
    progress(0.1);
    progress(Number.NaN);
    expect(jobs.list()[0]?.progress).toBe(0.5);
    const told = heard.filter(({ state, progress: fraction }) => state === 'running' && fraction > 0);
    expect(told.length).toBeGreaterThan(5);
    expect(told.length).toBeLessThanOrEqual(11);
    work.done();
    await jobs.ended(job.id);
  });

  it('cancels everything on the way out', async () => {
    const { jobs } = make(1);
    const [first, second] = [held(), held()];
    jobs.start({ kind: 'align', subject: 'a', run: first.run });
    jobs.start({ kind: 'align', subject: 'b', run: second.run });
    await first.context;
    await jobs.dispose();
    expect(jobs.list().map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
  });
});
