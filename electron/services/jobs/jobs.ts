import { randomUUID } from 'node:crypto';
import type { JobResult } from '../../../shared/api/contract';
import { AppError, errorData } from '../../../shared/api/errors';
import type { Job, JobKind } from '../../../shared/domain/job';
import { createEstimate } from './estimate';

export interface JobContext {
  readonly signal: AbortSignal;
  /** 0..1; going back is ignored. */
  readonly progress: (fraction: number) => void;
}

export interface JobRequest {
  readonly kind: JobKind;
  /** File name for the tray, without its folder. */
  readonly subject: string;
  /** A second request with the same key while the first is queued or runs gets the same job. */
  readonly key?: string;
  readonly run: (context: JobContext) => Promise<JobResult>;
}

export interface Jobs {
  start(request: JobRequest): Job;
  list(): Job[];
  /** Throws `not-found` unless the job is done. */
  result(id: string): JobResult;
  cancel(id: string): void;
  /** Resolves with the job in its final state. */
  ended(id: string): Promise<Job>;
  /** Cancels everything and waits until it has stopped. */
  dispose(): Promise<void>;
}

interface Entry {
  job: Job;
  readonly request: JobRequest;
  readonly abort: AbortController;
  readonly ended: Promise<Job>;
  readonly end: (job: Job) => void;
  result: JobResult | null;
}

/** Ended jobs are kept this long in the list, so that a screen opened later still learns how they went. */
const KEEP_ENDED = 100;
/** At most ten messages a second for one job. */
const TELL_EVERY_MS = 100;

/**
 * Long work, a few pieces at a time, first come first served.
 * `onChange` hears of every start and end and of progress at most ten times a second.
 */
export function createJobs(options: {
  readonly onChange: (job: Job) => void;
  readonly concurrency: number;
  readonly now?: () => number;
}): Jobs {
  const { onChange, concurrency, now = () => performance.now() } = options;
  const entries = new Map<string, Entry>();
  const queue: Entry[] = [];
  let running = 0;

  const find = (id: string): Entry => {
    const entry = entries.get(id);
    if (!entry) throw new AppError('not-found', { name: id });
    return entry;
  };
  const change = (entry: Entry, part: Partial<Job>) => {
    entry.job = { ...entry.job, ...part };
    onChange(entry.job);
  };
  const finish = (entry: Entry, part: Partial<Job>) => {
    change(entry, { etaMs: null, ...part });
    entry.end(entry.job);
    const ended = [...entries.values()].filter((other) => isEnded(other.job));
    for (const old of ended.slice(0, -KEEP_ENDED)) entries.delete(old.job.id);
  };
  const next = () => {
    while (running < concurrency) {
      const entry = queue.shift();
      if (!entry) return;
      running += 1;
      void work(entry).finally(() => {
        running -= 1;
        next();
      });
    }
  };
  const work = async (entry: Entry) => {
    const estimate = createEstimate(now());
    let told = -Infinity;
    const progress = (fraction: number) => {
      const value = Math.min(1, Math.max(entry.job.progress, fraction));
      if (isEnded(entry.job) || Number.isNaN(value)) return;
      entry.job = { ...entry.job, progress: value, etaMs: estimate(value, now()) };
      if (now() - told < TELL_EVERY_MS) return;
      told = now();
      onChange(entry.job);
    };
    change(entry, { state: 'running' });
    try {
      entry.result = await entry.request.run({ signal: entry.abort.signal, progress });
      finish(entry, { state: 'done', progress: 1 });
    } catch (error) {
      const cancelled = error instanceof AppError && error.code === 'cancelled';
      finish(entry, { state: cancelled ? 'cancelled' : 'failed', error: errorData(error) });
    }
  };

  const cancel = (id: string) => {
    const entry = find(id);
    const place = queue.indexOf(entry);
    if (place >= 0) {
      queue.splice(place, 1);
      finish(entry, { state: 'cancelled', error: errorData(new AppError('cancelled')) });
    }
    entry.abort.abort();
  };

  return {
    start(request) {
      const same = [...entries.values()].find(
        (entry) => request.key !== undefined && entry.request.key === request.key && !isEnded(entry.job),
      );
      if (same) return same.job;
      let end: (job: Job) => void = () => undefined;
      const ended = new Promise<Job>((resolve) => (end = resolve));
      const { kind, subject } = request;
      const job: Job = {
        id: randomUUID(),
        kind,
        subject,
        progress: 0,
        etaMs: null,
        state: 'queued',
        error: null,
      };
      const entry: Entry = { job, request, abort: new AbortController(), ended, end, result: null };
      entries.set(job.id, entry);
      queue.push(entry);
      onChange(job);
      next();
      return entry.job;
    },
    list: () => [...entries.values()].map((entry) => entry.job),
    result(id) {
      const { result } = find(id);
      if (!result) throw new AppError('not-found', { name: id });
      return result;
    },
    cancel,
    ended: (id) => find(id).ended,
    async dispose() {
      const open = [...entries.values()].filter((entry) => !isEnded(entry.job));
      for (const entry of open) cancel(entry.job.id);
      await Promise.all(open.map((entry) => entry.ended));
    },
  };
}

function isEnded(job: Job): boolean {
  return job.state === 'done' || job.state === 'failed' || job.state === 'cancelled';
}
