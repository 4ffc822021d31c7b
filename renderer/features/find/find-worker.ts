import { errorData } from '../../../shared/api/errors';
import { findAll, type FindQuery, type FindText } from '../../../shared/text/find';

/** What is asked of the worker. */
export interface FindRequest {
  readonly texts: readonly FindText[];
  readonly query: FindQuery;
}

// A thread of its own: a pattern that backtracks for ever is stopped from outside, and nothing else stands still.
self.addEventListener('message', ({ data }: MessageEvent<FindRequest>) => {
  try {
    self.postMessage({ hits: findAll(data.texts, data.query) });
  } catch (error) {
    self.postMessage({ problem: String(errorData(error).detail?.['reason'] ?? '') });
  }
});
