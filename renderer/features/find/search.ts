import type { Hit } from '../../../shared/text/find';
import type { FindRequest } from './find-worker';

/** What a search came to. */
export type FindResult =
  | { readonly state: 'found'; readonly hits: readonly Hit[] }
  /** The pattern cannot be read, and why. */
  | { readonly state: 'wrong'; readonly reason: string }
  /** The pattern took too long and was stopped. */
  | { readonly state: 'slow' };

/** Longer than any sensible pattern takes over a long film's texts; a person waits no longer either. */
const LIMIT_MS = 2000;

/** Searches on a thread of its own; `stop` ends it unheard. */
export function search(request: FindRequest, done: (result: FindResult) => void): { stop(): void } {
  const worker = new Worker(new URL('./find-worker.ts', import.meta.url), { type: 'module' });
  const stop = () => {
    clearTimeout(timer);
    worker.terminate();
  };
  const timer = setTimeout(() => {
    stop();
    done({ state: 'slow' });
  }, LIMIT_MS);
  worker.addEventListener('message', ({ data }: MessageEvent<{ hits?: Hit[]; problem?: string }>) => {
    stop();
    done(data.hits ? { state: 'found', hits: data.hits } : { state: 'wrong', reason: data.problem ?? '' });
  });
  worker.addEventListener('error', () => {
    stop();
    done({ state: 'slow' });
  });
  worker.postMessage(request);
  return { stop };
}
