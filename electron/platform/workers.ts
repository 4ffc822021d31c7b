import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { AppError, ErrorData, errorData, errorFromData } from '../../shared/api/errors';

const FromWorker = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), fraction: z.number() }),
  z.object({ type: z.literal('news'), value: z.unknown() }),
  z.object({ type: z.literal('done'), value: z.unknown() }),
  z.object({ type: z.literal('failed'), error: ErrorData }),
]);

export interface WorkerOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with 0..1. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
  /** Called with what the worker tells before it is done; unknown until the caller parses it. */
  readonly onNews?: ((value: unknown) => void) | undefined;
  /** Buffers to hand over instead of copying; the caller may not use them afterwards. */
  readonly transfer?: readonly ArrayBuffer[];
}

/** How long a cancelled worker may take to stop by itself before it is ended. Its memory goes with it either way. */
const GRACE_MS = 500;

/**
 * Runs the worker `name` (the bundle of `electron/services/<name>/worker.ts`) on a thread of its own.
 * `input` is structured-cloned. The answer is unknown until the caller parses it.
 * Rejects with the worker's `AppError`, or `cancelled` once the thread is gone.
 */
export async function runWorker(name: string, input: unknown, options: WorkerOptions = {}): Promise<unknown> {
  const { signal, onProgress, onNews, transfer = [] } = options;
  if (signal?.aborted) throw new AppError('cancelled');
  const cancelFlag = new SharedArrayBuffer(4);
  const worker = new Worker(workerFile(name), {
    workerData: { input, cancelFlag },
    transferList: [...transfer],
  });
  const cancel = () => {
    Atomics.store(new Int32Array(cancelFlag), 0, 1);
    setTimeout(() => void worker.terminate(), GRACE_MS).unref();
  };
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    return await new Promise<unknown>((resolve, reject) => {
      worker.on('message', (raw: unknown) => {
        const message = FromWorker.parse(raw);
        if (message.type === 'progress') onProgress?.(message.fraction);
        else if (message.type === 'news') onNews?.(message.value);
        else if (message.type === 'done') resolve(message.value);
        else reject(errorFromData(message.error));
      });
      worker.on('error', reject);
      worker.on('exit', () =>
        reject(
          signal?.aborted
            ? new AppError('cancelled')
            : new AppError('internal', { reason: `${name} worker ended early` }),
        ),
      );
    });
  } catch (error) {
    if (signal?.aborted) throw new AppError('cancelled');
    throw error;
  } finally {
    signal?.removeEventListener('abort', cancel);
    await worker.terminate();
  }
}

export interface WorkerContext {
  /** 0..1; sent on at most 20 times a second. */
  readonly progress: (fraction: number) => void;
  /** Tells the caller something before the work is done; structured-cloned. */
  readonly news: (value: unknown) => void;
  /** True once the caller cancelled; look at it at least every 100 ms and throw `AppError('cancelled')`. */
  readonly cancelled: () => boolean;
}

/** The other end of `runWorker`: call once at the top level of a worker file. Does nothing on the main thread. */
export function serveWorker(run: (input: unknown, context: WorkerContext) => Promise<unknown>): void {
  const port = parentPort;
  if (isMainThread || !port) return;
  const { input, cancelFlag } = workerData as { input: unknown; cancelFlag: SharedArrayBuffer };
  const flag = new Int32Array(cancelFlag);
  let last = 0;
  const progress = (fraction: number) => {
    const now = performance.now();
    if (now - last < 50) return;
    last = now;
    port.postMessage({ type: 'progress', fraction: Math.min(1, Math.max(0, fraction)) });
  };
  const news = (value: unknown) => port.postMessage({ type: 'news', value });
  run(input, { progress, news, cancelled: () => Atomics.load(flag, 0) === 1 }).then(
    (value) => port.postMessage({ type: 'done', value }),
    (error: unknown) => port.postMessage({ type: 'failed', error: errorData(error) }),
  );
}

/** The bundle of a worker. Bundled code has its workers in `workers/` beside it; code run from source uses those of `dist/node`. */
export function workerFile(name: string): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const candidates = [
    join(here, 'workers', `${name}.js`),
    join(here, '..', 'workers', `${name}.js`),
    join(here, '..', '..', 'dist', 'node', 'workers', `${name}.js`),
  ];
  const found = candidates.find((path) => existsSync(path));
  if (!found)
    throw new AppError('internal', { reason: `the ${name} worker is not built; run npm run build` });
  return found;
}
