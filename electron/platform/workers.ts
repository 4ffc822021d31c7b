import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, type MessagePort, type Transferable } from 'node:worker_threads';
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
  /** Buffers and ports to hand over instead of copying; the caller may not use them afterwards. */
  readonly transfer?: readonly Transferable[];
  /** Keeps the thread for two minutes after it is done, so that the next such work starts at once. Default: false. */
  readonly isKept?: boolean | undefined;
}

/** How long a cancelled worker may take to stop by itself before it is ended. Its memory goes with it either way. */
const GRACE_MS = 500;

/** How long a thread that is kept waits for the next work. */
const KEEP_MS = 120_000;

interface Waiting {
  readonly worker: Worker;
  readonly stopWaiting: () => void;
}

/** Threads that wait for work, by name of their worker. */
const waiting = new Map<string, Waiting[]>();

/**
 * Runs the worker `name` (the bundle of `electron/services/<name>/worker.ts`) on a thread of its own.
 * `input` is structured-cloned. The answer is unknown until the caller parses it.
 * Rejects with the worker's `AppError`, or `cancelled` once the thread is gone.
 */
export async function runWorker(name: string, input: unknown, options: WorkerOptions = {}): Promise<unknown> {
  const { signal, onProgress, onNews, feed, transfer = [], isKept = false } = options;
  if (signal?.aborted) throw new AppError('cancelled');
  const cancelFlag = new SharedArrayBuffer(4);
  const worker = takeWaiting(name) ?? new Worker(workerFile(name));
  const cancel = () => {
    Atomics.store(new Int32Array(cancelFlag), 0, 1);
    setTimeout(() => void worker.terminate(), GRACE_MS).unref();
  };
  signal?.addEventListener('abort', cancel, { once: true });
  const pieces = new PieceSender(worker);
  let isDone = false;
  let stopListening = () => {};
  try {
    const answer = new Promise<unknown>((resolve, reject) => {
      const onMessage = (raw: unknown) => {
        const message = FromWorker.parse(raw);
        if (message.type === 'progress') onProgress?.(message.fraction);
        else if (message.type === 'news') onNews?.(message.value);
        else if (message.type === 'taken') pieces.taken();
        else if (message.type === 'done') resolve(message.value);
        else reject(errorFromData(message.error));
      };
      const onExit = () =>
        reject(
          signal?.aborted
            ? new AppError('cancelled')
            : new AppError('internal', { reason: `${name} worker ended early` }),
        );
      worker.postMessage({ type: 'work', input, cancelFlag } satisfies ToWorker, [...transfer]);
      feed?.((piece) => pieces.send(piece)).then(() => pieces.end(), reject);
      worker.on('message', onMessage).on('error', reject).on('exit', onExit);
      stopListening = () => worker.off('message', onMessage).off('error', reject).off('exit', onExit);
    });
    const value = await answer;
    isDone = true;
    return value;
  } catch (error) {
    if (signal?.aborted) throw new AppError('cancelled');
    throw error;
  } finally {
    signal?.removeEventListener('abort', cancel);
    stopListening();
    pieces.stop();
    if (isKept && isDone && signal?.aborted !== true) keepWaiting(name, worker);
    else await worker.terminate();
  }
}

/** Has a thread wait for such work, as one that was kept would; nothing where one waits already. */
export function readyWorker(name: string): void {
  if ((waiting.get(name) ?? []).length === 0) keepWaiting(name, new Worker(workerFile(name)));
}

function takeWaiting(name: string): Worker | null {
  const found = waiting.get(name)?.pop();
  if (!found) return null;
  found.stopWaiting();
  found.worker.ref();
  return found.worker;
}

/** A waiting thread keeps nobody from exiting. */
function keepWaiting(name: string, worker: Worker): void {
  worker.unref();
  const end = () => {
    stopWaiting();
    const others = (waiting.get(name) ?? []).filter((each) => each.worker !== worker);
    waiting.set(name, others);
    void worker.terminate();
  };
  const timer = setTimeout(end, KEEP_MS).unref();
  const stopWaiting = () => {
    clearTimeout(timer);
    worker.off('error', end).off('exit', end);
  };
  worker.on('error', end).on('exit', end);
  waiting.set(name, [...(waiting.get(name) ?? []), { worker, stopWaiting }]);
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
  z.object({ type: z.literal('work'), input: z.unknown(), cancelFlag: z.instanceof(SharedArrayBuffer) }),
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

/**
 * The other end of `runWorker`: call once at the top level of a worker file. One work comes after the other. Does nothing on
 * the main thread.
 */
export function serveWorker(run: (input: unknown, context: WorkerContext) => Promise<unknown>): void {
  const port = parentPort;
  if (isMainThread || !port) return;
  let pieces = new Pieces(port);
  port.on('message', (raw: unknown) => {
    const message = ToWorker.parse(raw);
    if (message.type === 'piece') return pieces.add(message.bytes);
    if (message.type === 'end') return pieces.add(null);
    pieces = new Pieces(port);
    run(message.input, contextOf(port, message.cancelFlag, pieces)).then(
      (value) => port.postMessage({ type: 'done', value }),
      (error: unknown) => port.postMessage({ type: 'failed', error: errorData(error) }),
    );
  });
}

function contextOf(port: MessagePort, cancelFlag: SharedArrayBuffer, pieces: Pieces): WorkerContext {
  const flag = new Int32Array(cancelFlag);
  let last = 0;
  return {
    progress: (fraction) => {
      const now = performance.now();
      if (now - last < 50) return;
      last = now;
      port.postMessage({ type: 'progress', fraction: Math.min(1, Math.max(0, fraction)) });
    },
    news: (value) => port.postMessage({ type: 'news', value }),
    pieces: pieces.read(),
    cancelled: () => Atomics.load(flag, 0) === 1,
  };
}

/** The pieces of one work, in order; those that come before anybody reads wait. */
class Pieces {
  readonly #port: MessagePort;
  readonly #waiting: (Uint8Array | null)[] = [];
  #come = () => {};

  constructor(port: MessagePort) {
    this.#port = port;
  }

  /** Null is the end. */
  add(bytes: Uint8Array | null): void {
    this.#waiting.push(bytes);
    this.#come();
  }

  async *read(): AsyncGenerator<Uint8Array, void> {
    for (;;) {
      const bytes = this.#waiting.shift();
      if (bytes === null) return;
      if (bytes === undefined) {
        await new Promise<void>((resolve) => {
          this.#come = resolve;
        });
        continue;
      }
      this.#port.postMessage({ type: 'taken' });
      yield bytes;
    }
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
