import { describe, expect, it } from 'vitest';
import { createEstimate } from '../../../../../electron/services/jobs/estimate';

describe('createEstimate', () => {
  it('says nothing too early', () => {
    const estimate = createEstimate(0);
    expect(estimate(0.01, 5000)).toBeNull();
    expect(createEstimate(0)(0.5, 1000)).toBeNull();
  });

  it('tells the time left at a steady pace', () => {
    const estimate = createEstimate(0);
    let left: number | null = null;
    for (let second = 1; second <= 30; second += 1) left = estimate(second / 100, second * 1000);
    expect(left).toBe(70_000);
  });

  it('forgets a slow start', () => {
    const estimate = createEstimate(0);
    estimate(0.01, 20_000);
    let left: number | null = null;
    for (let step = 1; step <= 40; step += 1) left = estimate(0.01 + step / 100, 20_000 + step * 1000);
    expect(left).toBeGreaterThan(58_000);
    expect(left).toBeLessThan(62_000);
  });
});
