/** The export queue of the app: one file after the other, kept on disk, the same after a restart. */
import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../../shared/api/errors';
import type { ExportItem, NameOverride } from '../../../shared/domain/export';
import type { Job } from '../../../shared/domain/job';
import type { Project } from '../../../shared/domain/project';
import { isOpen, type ExportQueue, type QueueEntry } from '../../../shared/domain/queue';
import { timeLeft } from '../../../shared/export/time-left';
import { ioError } from '../../platform/files';
import type { Jobs } from '../jobs/jobs';
import { takeLock, type Lock } from '../projects/lock';
import {
  keepSnapshot,
  readQueue,
  readSnapshot,
  sweepSnapshots,
  writeQueue,
  type StoredEntry,
} from './queue-file';
import { sweepParts } from './target';
import { runItem, type ItemMeans, type ItemRun, type MadeItem } from './run-item';

/** Files of one project that are to be made. */
export interface QueueRequest {
  readonly project: Project;
  readonly projectPath: string | null;
  readonly items: readonly ExportItem[];
  readonly folder: string;
  readonly mediaPath: string | null;
  readonly listFolders: readonly string[];
  readonly sourcePaths: readonly string[];
  readonly override: NameOverride | null;
}

export interface QueueOptions {
  /** Where the queue is kept; made when needed. */
  readonly folder: string;
  readonly jobs: Jobs;
  readonly means: ItemMeans;
  /** Hears of everything but progress. */
  readonly onChange: (queue: ExportQueue) => void;
  /** Hears of progress at most twice a second: 0..1 of the running entry, and time left for all (ms) where it can be told. */
  readonly onProgress: (entry: string, progress: number, etaMs: number | null) => void;
  /** Keeps the computer from sleeping until what it gives is called; null where the host cannot. */
  readonly keepAwake: (() => () => void) | null;
  readonly now?: () => number;
}

/**
 * The queue. Its methods throw `queue-busy` while another process of the app works through it, `not-found` for an entry that is not
 * there, `disk-full` and `no-permission` where it cannot be kept: then nothing is added, moved or tried again; what is paused or
 * cancelled stays so while the app runs.
 */
export interface Queue {
  get(): Promise<ExportQueue>;
  /** Adds files behind all others and begins, unless a person paused it. */
  add(request: QueueRequest): Promise<ExportQueue>;
  /** Puts a waiting entry in front of another, or behind all. */
  move(id: string, before: string | null): Promise<ExportQueue>;
  /** Paused, the file being made is finished and nothing more is begun. */
  pause(paused: boolean): Promise<ExportQueue>;
  /** Cancels one entry, or all that are open. */
  cancel(id: string | null): Promise<ExportQueue>;
  /** Lets a failed or cancelled entry wait again. */
  retry(id: string): Promise<ExportQueue>;
  /** Takes ended entries off the list. Their files stay. */
  clear(): Promise<ExportQueue>;
  /** Stops; what runs goes back to waiting. */
  dispose(): Promise<void>;
}

type TakeBack = () => void;

const TELL_EVERY_MS = 500;
/** Ended entries beyond these are taken off when new ones come. */
const MOST_ENDED = 500;

export function createQueue(options: QueueOptions): Queue {
  const { folder, jobs, means, onChange, onProgress, keepAwake, now = () => performance.now() } = options;
  let entries: StoredEntry[] = [];
  let paused: ExportQueue['paused'] = null;
  let running: {
    readonly id: string;
    readonly job: Job;
    readonly startedAt: number;
    progress: number;
  } | null = null;
  let lock: Promise<Lock> | null = null;
  let isDisposed = false;
  let letSleep: (() => void) | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  const state = (): ExportQueue => ({
    entries: entries.map((entry) => shown(entry, running)),
    paused,
    etaMs: eta(),
    awake: running ? letSleep !== null : null,
  });
  const eta = () =>
    timeLeft(
      entries.flatMap(({ state: ended, size, tookMs }) =>
        ended === 'done' && tookMs !== null ? [{ size, tookMs }] : [],
      ),
      running && {
        size: find(running.id).size,
        progress: running.progress,
        elapsedMs: now() - running.startedAt,
      },
      entries.filter((entry) => entry.state === 'waiting'),
    );
  const find = (id: string): StoredEntry => {
    const entry = entries.find((candidate) => candidate.id === id);
    if (!entry) throw new AppError('not-found', { name: id });
    return entry;
  };
  const change = (id: string, part: Partial<StoredEntry>) => {
    entries = entries.map((entry) => (entry.id === id ? { ...entry, ...part } : entry));
  };
  const keep = async () => {
    await writeQueue(folder, { version: 1, paused: paused !== null, entries });
    onChange(state());
  };
  /** Takes the lock and reads what was left behind, once. */
  const ready = () =>
    (lock ??= begin().catch((error: unknown) => {
      lock = null;
      throw error;
    }));
  const begin = async (): Promise<Lock> => {
    await writableFolder(folder);
    const taken = await takeLock(join(folder, 'queue.lock'), () => undefined);
    if (!('release' in taken)) throw new AppError('queue-busy');
    const stored = await readQueue(folder);
    // What was being made when the app was killed begins anew; what it had written of it goes.
    for (const left of new Set(stored.entries.filter(isOpen).map((entry) => entry.folder)))
      await sweepParts(left);
    entries = stored.entries.map((entry) =>
      entry.state === 'running' ? { ...entry, state: 'waiting' } : entry,
    );
    if (entries.some(isOpen)) paused = stored.paused ? 'person' : 'restart';
    await sweepSnapshots(folder, entries);
    return taken;
  };
  /** One change after the other; each is on disk before it is answered. One that cannot be kept is taken back by what its work gives. */
  const inTurn = (work: () => Promise<TakeBack | void> | TakeBack | void): Promise<ExportQueue> => {
    const result = turn.then(async () => {
      await ready();
      const takeBack = await work();
      try {
        await keep();
      } catch (error) {
        takeBack?.();
        throw error;
      }
      next();
      return state();
    });
    turn = result.catch(() => undefined);
    return result;
  };

  /** The entries that there were, in their order, each as it is now. */
  const backTo = (before: readonly StoredEntry[]) => () => {
    entries = before.map((entry) => entries.find(({ id }) => id === entry.id) ?? entry);
  };

  const next = () => {
    const entry =
      running || paused || isDisposed ? null : entries.find((candidate) => candidate.state === 'waiting');
    if (!entry) {
      if (!running) sleepAgain();
      return;
    }
    letSleep ??= keepAwake?.() ?? null;
    const job = jobs.start({
      kind: 'export',
      subject: entry.item.name,
      run: async ({ signal, progress }) => {
        const made = await make(entry, {
          signal,
          onProgress: (fraction) => (progress(fraction), tell(entry.id, fraction)),
        });
        return { kind: 'export', state: made.state, record: made.record };
      },
    });
    running = { id: entry.id, job, startedAt: now(), progress: 0 };
    change(entry.id, { state: 'running', error: null });
    onChange(state());
    void jobs.ended(job.id).then((ended) => {
      if (!isDisposed) inTurn(() => finish(entry.id, ended)).catch(goOn);
    });
  };
  /** A queue that cannot be kept (a full disk, most likely just filled by a video) still makes what it was asked for. */
  const goOn = () => {
    onChange(state());
    next();
  };
  const sleepAgain = () => {
    letSleep?.();
    letSleep = null;
  };
  const make = async (entry: StoredEntry, run: ItemRun): Promise<MadeItem> =>
    runItem({ ...entry, project: await readSnapshot(folder, entry.snapshot) }, means, run);
  let told = -Infinity;
  const tell = (id: string, fraction: number) => {
    if (running?.id !== id) return;
    running.progress = Math.max(running.progress, fraction);
    if (now() - told < TELL_EVERY_MS) return;
    told = now();
    onProgress(id, running.progress, eta());
  };
  const finish = (id: string, job: Job) => {
    const tookMs = running ? now() - running.startedAt : null;
    running = null;
    if (!entries.some((entry) => entry.id === id)) return;
    if (job.state !== 'done')
      return change(id, { state: job.state === 'cancelled' ? 'cancelled' : 'failed', error: job.error });
    const result = jobs.result(job.id);
    if (result.kind === 'export') change(id, { state: result.state, record: result.record, tookMs });
  };

  return {
    async get() {
      await ready();
      return state();
    },
    add: ({ items, project, ...request }) =>
      inTurn(async () => {
        const snapshot = await keepSnapshot(folder, project);
        if (paused === 'restart') paused = null;
        const ended = entries.filter((entry) => !isOpen(entry));
        const old = new Set(ended.slice(0, Math.max(0, ended.length - MOST_ENDED)));
        const added = items.map((item) => newEntry(item, project, { ...request, snapshot }));
        // The same file asked for again is made from what it is now.
        const again = new Set(added.map(targetOf));
        const before = entries;
        entries = [
          ...entries.filter(
            (entry) => !old.has(entry) && (entry.state === 'running' || !again.has(targetOf(entry))),
          ),
          ...added,
        ];
        return backTo(before);
      }),
    move: (id, before) =>
      inTurn(() => {
        const [moved, was] = [find(id), entries];
        if (before === id) return;
        const others = entries.filter((entry) => entry !== moved);
        const at = before === null ? others.length : others.indexOf(find(before));
        entries = others.toSpliced(at, 0, moved);
        return backTo(was);
      }),
    pause: (isPaused) => inTurn(() => void (paused = isPaused ? 'person' : null)),
    cancel: (id) =>
      inTurn(() => {
        const cancelled = new AppError('cancelled');
        const error = { code: cancelled.code, message: cancelled.message, detail: {} };
        for (const entry of id === null ? entries : [find(id)])
          if (entry.state === 'waiting') change(entry.id, { state: 'cancelled', error });
        if (running && (id === null || running.id === id)) jobs.cancel(running.job.id);
      }),
    retry: (id) =>
      inTurn(() => {
        const { state: was, error, record, tookMs, ...entry } = find(id);
        if (isOpen({ ...entry, state: was })) return;
        change(id, { state: 'waiting', error: null, record: null, tookMs: null });
        return () => change(id, { state: was, error, record, tookMs });
      }),
    clear: () =>
      inTurn(async () => {
        entries = entries.filter(isOpen);
        await sweepSnapshots(folder, entries);
      }),
    async dispose() {
      isDisposed = true;
      await turn;
      if (running) jobs.cancel(running.job.id);
      if (running) await jobs.ended(running.job.id);
      sleepAgain();
      const taken = await lock?.catch(() => null);
      if (taken)
        await writeQueue(folder, { version: 1, paused: paused === 'person', entries }).catch(() => undefined);
      await taken?.release();
    },
  };
}

function newEntry(
  item: ExportItem,
  project: Project,
  request: Omit<QueueRequest, 'items' | 'project'> & { readonly snapshot: string },
): StoredEntry {
  const isVideo = item.output.kind === 'video';
  const filmMs = item.span ? item.span.endMs - item.span.startMs : (project.meta.media?.durationMs ?? 0);
  return {
    ...request,
    listFolders: [...request.listFolders],
    sourcePaths: [...request.sourcePaths],
    id: randomUUID(),
    item,
    title: project.meta.title,
    size: isVideo ? filmMs / 1000 : 0,
    state: 'waiting',
    tookMs: null,
    error: null,
    record: null,
  };
}

const targetOf = ({ folder, item }: StoredEntry) => join(folder, item.name);

function shown(
  { id, item, title, folder, state, error, record }: StoredEntry,
  running: { readonly id: string; readonly job: Job } | null,
): QueueEntry {
  const job = running?.id === id ? running.job.id : null;
  return { id, item, project: title, folder: basename(folder) || folder, state, job, error, record };
}

async function writableFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw ioError(error, basename(folder));
  });
}
