import { expect, test } from 'vitest';
import { createNewest } from '../../../../../electron/services/jobs/newest';

test('work is given up when the same is asked for anew, and only then', async () => {
  const newest = createNewest();
  const work = (key: string) => {
    const turn: { signal?: AbortSignal; end?: () => void } = {};
    const done = newest(key, async (signal) => {
      turn.signal = signal;
      await new Promise<void>((resolve) => (turn.end = resolve));
      return signal.aborted;
    });
    return { turn, done };
  };
  const [first, other] = [work('a'), work('b')];
  const second = work('a');
  expect([first, other, second].map(({ turn }) => turn.signal?.aborted)).toEqual([true, false, false]);
  // The end of what was given up does not make the newer one forgotten.
  first.turn.end?.();
  expect(await first.done).toBe(true);
  const third = work('a');
  expect([second, third].map(({ turn }) => turn.signal?.aborted)).toEqual([true, false]);
  for (const { turn } of [other, second, third]) turn.end?.();
  expect(await Promise.all([other.done, second.done, third.done])).toEqual([false, true, false]);
});
