import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { search, type FindResult, type Thread } from '../../../../../renderer/features/find/search';

/** A thread that says what the test lets it say. */
class FakeThread extends EventTarget implements Thread {
  isEnded = false;
  postMessage(): void {}
  terminate(): void {
    this.isEnded = true;
  }
  say(data: object): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const query = { pattern: 'a', replacement: '', isRegex: false, matchCase: false, wholeWord: false };
const request = { texts: [], query };

function searching() {
  const thread = new FakeThread();
  const results: FindResult[] = [];
  search(
    request,
    (result) => results.push(result),
    () => thread,
  );
  return { thread, results };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('does not count the start of the thread against the pattern', () => {
  const { thread, results } = searching();
  vi.advanceTimersByTime(5000);
  expect(results).toEqual([]);
  thread.say({ isReady: true });
  vi.advanceTimersByTime(1900);
  thread.say({ hits: [] });
  expect(results).toEqual([{ state: 'found', hits: [] }]);
  expect(thread.isEnded).toBe(true);
});

it('stops a pattern that takes longer than two seconds', () => {
  const { thread, results } = searching();
  thread.say({ isReady: true });
  vi.advanceTimersByTime(2000);
  expect(results).toEqual([{ state: 'slow' }]);
  expect(thread.isEnded).toBe(true);
});

it('tells what is wrong with a pattern', () => {
  const { thread, results } = searching();
  thread.say({ isReady: true });
  thread.say({ problem: 'Unterminated group' });
  expect(results).toEqual([{ state: 'wrong', reason: 'Unterminated group' }]);
});
