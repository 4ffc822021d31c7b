import type { Corridor } from './chain';

/** From `step` on the way is at state `least` or later; before `step` it is at `most` or earlier. */
export interface Bound {
  readonly step: number;
  readonly least: number;
  readonly most: number;
}

/** A corridor whose ways keep to all bounds; its middle moves to where they allow ways to be. Steps + bounds. */
export function bounded(corridor: Corridor, states: number, bounds: readonly Bound[]): Corridor {
  if (bounds.length === 0) return corridor;
  const { steps, width } = corridor;
  const least = new Int32Array(steps);
  const most = new Int32Array(steps).fill(states - 1);
  for (const bound of bounds) {
    const step = Math.max(0, Math.min(steps, bound.step));
    if (step < steps) least[step] = Math.max(least[step] ?? 0, bound.least);
    if (step > 0) most[step - 1] = Math.min(most[step - 1] ?? 0, bound.most);
  }
  for (let step = 1; step < steps; step++) least[step] = Math.max(least[step] ?? 0, least[step - 1] ?? 0);
  for (let step = steps - 2; step >= 0; step--) most[step] = Math.min(most[step] ?? 0, most[step + 1] ?? 0);
  const half = width >> 1;
  const low = corridor.low.map((from, step) => {
    const near = Math.min(Math.max(from, (least[step] ?? 0) - half), (most[step] ?? 0) - half);
    return Math.max(0, Math.min(states - width, near));
  });
  return { steps, width, low, least, most };
}
