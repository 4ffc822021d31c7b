import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { on } from 'node:events';
import { isMainThread, parentPort, Worker, workerData, type MessagePort } from 'node:worker_threads';
import { z } from 'zod';
import { AppError, ErrorData, errorData, errorFromData } from '../../shared/api/errors';

const FromWorker = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), fraction: z.number() }),
  z.object({ type: z.literal('news'), value: z.unknown() }),
  z.object({ type: z.literal('taken') }),
  z.object({ type: z.literal('done'), value: z.unknown() }),
  z.object({ type: z.literal('failed'), error: ErrorData }),
]);

export interface WorkerOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with 0..1. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
  /** Called with what the worker tells before it is done; unknown until the caller parses it. */
  readonly onNews?: ((value: unknown) => void) | undefined;
  /**
   * Gives the worker pieces of something long, e.g. decoded sound, which it reads as `context.pieces`. Await `send`: it holds
   * back while the worker has enough. The worker's input has ended once the promise resolves; what it throws ends the worker.
   */
  readonly feed?: ((send: (piece: Uint8Array) => Promise<void>) => Promise<void>) | undefined;
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
  const { signal, onProgress, onNews, feed, transfer = [] } = options;
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
  const pieces = new PieceSender(worker);
  try {
    return await new Promise<unknown>((resolve, reject) => {
      worker.on('message', (raw: unknown) => {
        const message = FromWorker.parse(raw);
        if (message.type === 'progress') onProgress?.(message.fraction);
        else if (message.type === 'news') onNews?.(message.value);
        else if (message.type === 'taken') pieces.taken();
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
      feed?.((piece) => pieces.send(piece)).then(() => pieces.end(), reject);
    });
  } catch (error) {
    if (signal?.aborted) throw new AppError('cancelled');
    throw error;
  } finally {
    signal?.removeEventListener('abort', cancel);
    pieces.stop();
    await worker.terminate();
  }
}

/** Pieces that may wait in the worker: some 64 KB each. */
const MOST_WAITING = 8;

/** Sends pieces to a worker, few enough at a time that they do not pile up there. */
class PieceSender {
  readonly #worker: Worker;
  #waiting = 0;
  #isStopped = false;
  #goOn: (() => void) | null = null;

  constructor(worker: Worker) {
    this.#worker = worker;
  }

  async send(piece: Uint8Array): Promise<void> {
    if (this.#isStopped) throw new AppError('cancelled');
    // A copy of its own: pieces often lie in a buffer that is used again.
    const bytes = piece.slice();
    this.#worker.postMessage({ type: 'piece', bytes } satisfies ToWorker, [bytes.buffer]);
    this.#waiting++;
    if (this.#waiting >= MOST_WAITING) await new Promise<void>((resolve) => (this.#goOn = resolve));
  }

  taken(): void {
    this.#waiting--;
    this.#goOn?.();
  }

  end(): void {
    if (!this.#isStopped) this.#worker.postMessage({ type: 'end' } satisfies ToWorker);
  }

  /** The worker is gone: whoever waits goes on, and fails at the next piece. */
  stop(): void {
    this.#isStopped = true;
    this.#goOn?.();
  }
}

const ToWorker = z.discriminatedUnion('type', [
  z.object({ type: z.literal('piece'), bytes: z.instanceof(Uint8Array) }),
  z.object({ type: z.literal('end') }),
]);
type ToWorker = z.infer<typeof ToWorker>;

export interface WorkerContext {
  /** 0..1; sent on at most 20 times a second. */
  readonly progress: (fraction: number) => void;
  /** Tells the caller something before the work is done; structured-cloned. */
  readonly news: (value: unknown) => void;
  /** What the caller feeds it; empty where it feeds nothing. */
  readonly pieces: AsyncIterable<Uint8Array>;
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
  const cancelled = () => Atomics.load(flag, 0) === 1;
  run(input, { progress, news, pieces: piecesOf(port), cancelled }).then(
    (value) => port.postMessage({ type: 'done', value }),
    (error: unknown) => port.postMessage({ type: 'failed', error: errorData(error) }),
  );
}

async function* piecesOf(port: MessagePort): AsyncGenerator<Uint8Array, void> {
  for await (const [raw] of on(port, 'message')) {
    const message = ToWorker.parse(raw);
    if (message.type === 'end') return;
    port.postMessage({ type: 'taken' });
    yield message.bytes;
  }
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
