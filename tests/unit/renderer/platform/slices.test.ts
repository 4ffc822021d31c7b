import { afterEach, expect, it, vi } from 'vitest';
import { inSlices } from '../../../../renderer/platform/slices';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Work of `count` steps of a millisecond each; `done` tells how far it is. */
function work(count: number) {
  const progress = { done: 0 };
  vi.spyOn(performance, 'now').mockImplementation(() => progress.done);
  function* steps(): Generator<undefined, string> {
    while (progress.done < count) {
      progress.done += 1;
      yield;
    }
    return 'made';
  }
  return { progress, steps: steps() };
}

const nextTimer = () => new Promise((resolve) => setTimeout(resolve));

it('does short work at once', async () => {
  const { progress, steps } = work(3);
  const result = inSlices(steps);
  expect(progress.done).toBe(3);
  await expect(result).resolves.toBe('made');
});

it('rests after every slice, and goes on until all is made', async () => {
  const { progress, steps } = work(20);
  const result = inSlices(steps);
  expect(progress.done).toBe(5);
  await nextTimer();
  expect(progress.done).toBe(10);
  await expect(result).resolves.toBe('made');
});

it('ends between two slices once it is not wanted', async () => {
  const { progress, steps } = work(20);
  await expect(inSlices(steps, () => false)).resolves.toBeNull();
  expect(progress.done).toBe(5);
});
