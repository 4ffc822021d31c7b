import { errorData } from '../../../shared/api/errors';
import { findAll, type FindQuery, type FindText } from '../../../shared/text/find';

/** What is asked of the worker. */
export interface FindRequest {
  readonly texts: readonly FindText[];
  readonly query: FindQuery;
}

// The time a pattern may take begins now: starting the thread is no fault of it.
self.postMessage({ isReady: true });

// A thread of its own: a pattern that backtracks for ever is stopped from outside, and nothing else stands still.
self.addEventListener('message', ({ data }: MessageEvent<FindRequest>) => {
  try {
    self.postMessage({ hits: findAll(data.texts, data.query) });
  } catch (error) {
    self.postMessage({ problem: String(errorData(error).detail?.['reason'] ?? '') });
  }
});
