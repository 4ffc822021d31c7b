/** Workers that keep what they have loaded and answer many questions, one after the other. */
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { z } from 'zod';
import { AppError, ErrorData, errorData, errorFromData } from '../../shared/api/errors';
import { workerFile } from './workers';

const Question = z.object({ id: z.number(), input: z.unknown() });
const Answer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('done'), id: z.number(), value: z.unknown() }),
  z.object({ type: z.literal('failed'), id: z.number(), error: ErrorData }),
]);

export interface LastingWorkerOptions {
  /** A question that takes longer ends the worker; all that wait fail. The next question starts a new one. */
  readonly answerWithinMs: number;
  /** Unasked for so long, it is ended and its memory freed. */
  readonly idleMs: number;
  /** More memory than this (MB of the worker's own heap) ends it. */
  readonly maxHeapMb: number;
}

export interface LastingWorker {
  /** `input` is structured-cloned; the answer is unknown until the caller parses it. Rejects with an `AppError`. */
  ask(input: unknown): Promise<unknown>;
  end(): Promise<void>;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** A worker `name` (see `runWorker`) that is started by the first question. It never keeps the process alive by itself. */
export function lastingWorker(name: string, options: LastingWorkerOptions): LastingWorker {
  let worker: Worker | null = null;
  let number = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Map<number, Waiting>();

  const end = async (reason: string) => {
    const ending = worker;
    worker = null;
    clearTimeout(timer);
    const lost = [...waiting.values()];
    waiting.clear();
    for (const { reject } of lost) reject(new AppError('internal', { reason }));
    await ending?.terminate();
  };
  /** While something waits the clock is that of the answer, else that of idleness. */
  const rewind = () => {
    clearTimeout(timer);
    const isAsked = waiting.size > 0;
    const reason = `the ${name} worker ${isAsked ? 'took too long' : 'was idle'}`;
    timer = setTimeout(() => void end(reason), isAsked ? options.answerWithinMs : options.idleMs);
    if (!isAsked) timer.unref();
  };
  const start = () => {
    const fresh = new Worker(workerFile(name), {
      resourceLimits: { maxOldGenerationSizeMb: options.maxHeapMb },
    });
    fresh.on('message', (raw: unknown) => {
      const answer = Answer.parse(raw);
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0) fresh.unref();
      rewind();
      if (answer.type === 'done') asked?.resolve(answer.value);
      else asked?.reject(errorFromData(answer.error));
    });
    const gone = (error: unknown) => {
      if (worker === fresh) void end(`the ${name} worker ended: ${String(error)}`);
    };
    fresh.on('error', gone);
    fresh.on('exit', gone);
    return fresh;
  };

  return {
    ask: (input) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        worker.ref();
        const id = ++number;
        waiting.set(id, { resolve, reject });
        rewind();
        worker.postMessage({ id, input });
      }),
    end: () => end(`the ${name} worker was stopped`),
  };
}

/** The other end: call once at the top level of a worker file. Questions are answered one at a time, in order. */
export function answerQuestions(answer: (input: unknown) => Promise<unknown>): void {
  const port = parentPort;
  if (isMainThread || !port) return;
  let last: Promise<unknown> = Promise.resolve();
  port.on('message', (raw: unknown) => {
    const { id, input } = Question.parse(raw);
    last = last
      .then(() => answer(input))
      .then(
        (value) => port.postMessage({ type: 'done', id, value }),
        (error: unknown) => port.postMessage({ type: 'failed', id, error: errorData(error) }),
      );
  });
}
