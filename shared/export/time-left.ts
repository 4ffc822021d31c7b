/** How long a queue still takes, from what it has taken so far. */

export interface Work {
  /** Units of work, e.g. seconds of video to be made; 0 for what takes no time worth telling. */
  readonly size: number;
  /** 0 to 1. */
  readonly progress: number;
}

export interface DoneWork {
  readonly size: number;
  readonly tookMs: number;
}

/** Share of the running item that has to be done before its speed is believed. */
const BELIEVED = 0.03;

/**
 * Time left in ms; null while nothing like the work ahead has been seen. The speed is that of all that was done, with the
 * running item (`elapsedMs` so far) counted in once it is under way: a queue of one format after another is not guessed from its start.
 */
export function timeLeft(
  done: readonly DoneWork[],
  running: (Work & { readonly elapsedMs: number }) | null,
  waiting: readonly Pick<Work, 'size'>[],
): number | null {
  let units = done.reduce((sum, { size }) => sum + size, 0);
  let ms = done.reduce((sum, { size, tookMs }) => sum + (size > 0 ? tookMs : 0), 0);
  const isBelieved = running !== null && running.progress >= BELIEVED;
  if (isBelieved) {
    units += running.size * running.progress;
    ms += running.elapsedMs;
  }
  const left =
    (running ? running.size * (1 - running.progress) : 0) + waiting.reduce((sum, { size }) => sum + size, 0);
  if (left === 0) return 0;
  return units > 0 ? Math.round((left * ms) / units) : null;
}
