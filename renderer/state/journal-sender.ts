import { AppError, errorData, type ErrorData } from '../../shared/api/errors';
import type { JournalEntry } from '../../shared/domain/change';

/** Longest an entry waits for others to join its batch. The issue allows 1 s until it is on disk. */
const BATCH_MS = 150;
/** Waits between tries after a failure; the last one repeats. */
const RETRY_MS = [500, 1000, 2000, 5000] as const;
/** The contract asks for at least one entry; more than this in one call makes bodies needlessly large. */
const MAX_BATCH = 500;

export interface JournalSender {
  /** Queues a step; the call returns at once. */
  add(entry: JournalEntry): void;
  /** Sends what waits now; resolves once all of it is safe. Throws what stopped it. */
  flush(): Promise<void>;
  /** Stops sending for good, e.g. when the project is closed. */
  stop(): void;
}

export interface SenderOptions {
  /** Resolves with the seq of the last entry that is safe on disk. */
  readonly send: (entries: readonly JournalEntry[]) => Promise<number>;
  /** Called after each try: the last safe seq (null: unchanged) and what went wrong (null: nothing). */
  readonly report: (safeSeq: number | null, problem: ErrorData | null) => void;
}

/**
 * Hands journal entries to the services in order, in batches, one call at a time, and tries again until it works:
 * an edit is never dropped while the project is open.
 */
export function createJournalSender({ send, report }: SenderOptions): JournalSender {
  const waiting: JournalEntry[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let sending: Promise<void> | null = null;
  let failures = 0;
  let stopped = false;

  const schedule = (ms: number) => {
    if (stopped || timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      // A failed try is reported and scheduled again by `sendWaiting` itself.
      start().catch(() => undefined);
    }, ms);
  };

  const sendWaiting = async () => {
    while (waiting.length > 0 && !stopped) {
      const batch = waiting.slice(0, MAX_BATCH);
      try {
        const safeSeq = await send(batch);
        waiting.splice(0, batch.length);
        failures = 0;
        report(safeSeq, null);
      } catch (error) {
        const safeSeq = dropAlreadySafe(waiting, error);
        if (safeSeq !== null) {
          report(safeSeq, null);
          continue;
        }
        report(null, errorData(error));
        schedule(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 0);
        failures += 1;
        throw error;
      }
    }
  };

  const start = () => {
    sending ??= sendWaiting().finally(() => {
      sending = null;
    });
    return sending;
  };

  return {
    add(entry) {
      waiting.push(entry);
      schedule(BATCH_MS);
    },
    async flush() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      await start();
    },
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}

/**
 * After an answer that got lost on the way, the service refuses the repeated steps and names the seq it expects next:
 * what comes before it is safe. Returns the last seq dropped so, or null when nothing was.
 */
function dropAlreadySafe(waiting: JournalEntry[], error: unknown): number | null {
  const next = error instanceof AppError ? error.detail['nextSeq'] : null;
  if (typeof next !== 'number') return null;
  let safeSeq: number | null = null;
  for (let first = waiting[0]; first && first.seq < next; first = waiting[0]) {
    safeSeq = first.seq;
    waiting.shift();
  }
  return safeSeq;
}
