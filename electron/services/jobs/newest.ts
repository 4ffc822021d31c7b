/** Small work of which only the newest is wanted: what somebody steps past is given up. */

/** Runs work under a key. Another one under the same key aborts its signal; it then ends as it does when cancelled. */
export type RunNewest = <T>(key: string, run: (signal: AbortSignal) => Promise<T>) => Promise<T>;

/** A runner with keys of its own. Nothing is kept of what has ended. */
export function createNewest(): RunNewest {
  const running = new Map<string, AbortController>();
  return async (key, run) => {
    running.get(key)?.abort();
    const own = new AbortController();
    running.set(key, own);
    try {
      return await run(own.signal);
    } finally {
      if (running.get(key) === own) running.delete(key);
    }
  };
}
