import type { Corridor } from './chain';

/** From `step` on the way is at `least` or later; before `step` it is at `most` or earlier. */
export interface Bound {
  readonly step: number;
  readonly least: number;
  readonly most: number;
}

/**
 * A corridor along a way through `states` states: `half` states to each side of where the way is in a step, or has been or
 * will be within `steps` steps. So a way that leaves text out may do so at any time near by; how much text it leaves out in the first
 * step or the last cannot be seen from it, so there the corridor reaches to the chain's ends.
 */
export function along(way: Int32Array, states: number, half: number, steps: number): Corridor {
  const centre = way.slice();
  for (let step = 1; step < centre.length; step++)
    centre[step] = Math.max(centre[step] ?? 0, centre[step - 1] ?? 0);
  const at = (step: number) => centre[Math.max(0, Math.min(centre.length - 1, step))] ?? 0;
  // Near the end of the chain the corridor keeps its width.
  const low = centre.map((_, step) => Math.max(0, Math.min(at(step - steps) - half, states - 2 * half - 1)));
  const high = centre.map((_, step) =>
    Math.min(states, Math.max(at(step + Math.max(1, steps)) + half, 2 * half) + 1),
  );
  low[0] = 0;
  high[high.length - 1] = states;
  return { low, high };
}

/** A corridor whose ways keep to all bounds; it moves to where they allow ways to be. Steps + bounds. */
export function bounded(corridor: Corridor, states: number, bounds: readonly Bound[]): Corridor {
  if (bounds.length === 0) return corridor;
  const steps = corridor.low.length;
  const least = new Int32Array(steps);
  const most = new Int32Array(steps).fill(states - 1);
  for (const bound of bounds) {
    const step = Math.max(0, Math.min(steps, bound.step));
    if (step < steps) least[step] = Math.max(least[step] ?? 0, bound.least);
    if (step > 0) most[step - 1] = Math.min(most[step - 1] ?? 0, bound.most);
  }
  for (let step = 1; step < steps; step++) least[step] = Math.max(least[step] ?? 0, least[step - 1] ?? 0);
  for (let step = steps - 2; step >= 0; step--) most[step] = Math.min(most[step] ?? 0, most[step + 1] ?? 0);
  const low = corridor.low.slice();
  const high = corridor.high.slice();
  for (let step = 0; step < steps; step++) {
    const half = ((high[step] ?? 0) - (low[step] ?? 0)) >> 1;
    low[step] = Math.max(0, Math.min(low[step] ?? 0, (most[step] ?? 0) - half));
    high[step] = Math.min(states, Math.max(high[step] ?? 0, (least[step] ?? 0) + half + 1));
  }
  for (let step = steps - 2; step >= 0; step--) low[step] = Math.min(low[step] ?? 0, low[step + 1] ?? 0);
  for (let step = 1; step < steps; step++) high[step] = Math.max(high[step] ?? 0, high[step - 1] ?? 0);
  return { low, high, least, most };
}
