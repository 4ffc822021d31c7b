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

/** What of a `Worker` a search needs. */
export type Thread = Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>;

/** What the thread says: first that it is there, then what it found or why it could not look. */
interface Answer {
  readonly isReady?: boolean;
  readonly hits?: readonly Hit[];
  readonly problem?: string;
}

const startThread = (): Thread =>
  new Worker(new URL('./find-worker.ts', import.meta.url), { type: 'module' });

/** Searches on a thread of its own; `stop` ends it unheard. A pattern has its two seconds from when the thread is there. */
export function search(
  request: FindRequest,
  done: (result: FindResult) => void,
  start: () => Thread = startThread,
): { stop(): void } {
  const thread = start();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    thread.terminate();
  };
  const end = (result: FindResult) => {
    stop();
    done(result);
  };
  thread.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    if (data.isReady) timer = setTimeout(() => end({ state: 'slow' }), LIMIT_MS);
    else
      end(data.hits ? { state: 'found', hits: data.hits } : { state: 'wrong', reason: data.problem ?? '' });
  });
  thread.addEventListener('error', () => end({ state: 'slow' }));
  thread.postMessage(request);
  return { stop };
}
