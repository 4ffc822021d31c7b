import { expect, it } from 'vitest';
import { timeLeft } from '../../../../shared/export/time-left';

it('says nothing before anything like it was done', () => {
  expect(timeLeft([], null, [{ size: 60 }])).toBeNull();
  expect(timeLeft([{ size: 0, tookMs: 50 }], { size: 60, progress: 0.01, elapsedMs: 900 }, [])).toBeNull();
});

it('goes by the speed of what was done and what runs', () => {
  expect(timeLeft([{ size: 60, tookMs: 30_000 }], null, [{ size: 120 }])).toBe(60_000);
  expect(timeLeft([], { size: 60, progress: 0.5, elapsedMs: 30_000 }, [{ size: 60 }])).toBe(90_000);
});

it('is nothing where nothing is left', () => {
  expect(timeLeft([], null, [])).toBe(0);
  expect(timeLeft([], null, [{ size: 0 }])).toBe(0);
});
