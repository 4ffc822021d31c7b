/** What a drag makes of a cue's times. Pure. */
import type { Milliseconds } from '../../../shared/domain/time';
import type { Spanning } from './span-index';
import { firstWhere } from './span-index';

export type DragKind = 'start' | 'end' | 'body';

/** No drag makes a cue shorter than this: under 100 ms nobody sees more than a flash. */
export const SHORTEST_MS = 100;
/** How near, in pixels, a time must come to be caught. */
export const SNAP_PX = 8;

export interface Times {
  readonly startMs: Milliseconds;
  readonly endMs: Milliseconds;
}

/** A cue's times after its `kind` was moved by `deltaMs`; kept inside the film and at least `SHORTEST_MS` long. */
export function dragTimes(times: Times, kind: DragKind, deltaMs: number, durationMs: number): Times {
  const { startMs, endMs } = times;
  const last = Math.max(durationMs, endMs);
  const delta = Math.round(deltaMs);
  if (kind === 'start')
    return { startMs: clamp(startMs + delta, 0, Math.max(startMs, endMs - SHORTEST_MS)), endMs };
  if (kind === 'end')
    return { startMs, endMs: clamp(endMs + delta, Math.min(endMs, startMs + SHORTEST_MS), last) };
  const moved = clamp(delta, 0 - startMs, last - endMs);
  return { startMs: startMs + moved, endMs: endMs + moved };
}

/** The times of a new cue drawn from one time to another, either way round; null while it is too short to be meant. */
export function drawnTimes(fromMs: Milliseconds, toMs: Milliseconds, durationMs: number): Times | null {
  const startMs = clamp(Math.min(fromMs, toMs), 0, durationMs);
  const endMs = clamp(Math.max(fromMs, toMs), 0, durationMs);
  return endMs - startMs >= SHORTEST_MS ? { startMs, endMs } : null;
}

export interface SnapResult {
  /** What to add to the drag so that it lands on `lineMs`. */
  readonly deltaMs: number;
  /** Where a line shows what caught it; null when nothing did. */
  readonly lineMs: Milliseconds | null;
}

/** The nearest target within reach of any of the moving times. `targets` ascending. O(log n) for each. */
export function snap(
  moving: readonly Milliseconds[],
  targets: readonly Milliseconds[],
  reachMs: number,
): SnapResult {
  let best: SnapResult = { deltaMs: 0, lineMs: null };
  let bestDistance = reachMs;
  for (const time of moving) {
    const after = firstWhere(targets.length, (n) => (targets[n] ?? 0) >= time);
    for (const target of [targets[after - 1], targets[after]]) {
      if (target === undefined || Math.abs(target - time) > bestDistance) continue;
      bestDistance = Math.abs(target - time);
      best = { deltaMs: target - time, lineMs: target };
    }
  }
  return best;
}

/** What a drag can snap to: edges of the other spans given, and single times such as the playhead. Ascending, no doubles. */
export function snapTargets(
  spans: readonly (readonly Spanning[])[],
  times: readonly Milliseconds[],
): Milliseconds[] {
  const all = new Set(times);
  for (const group of spans)
    for (const { startMs, endMs } of group) {
      all.add(startMs);
      all.add(endMs);
    }
  return [...all].sort((a, b) => a - b);
}

/** The times of a drag that move: one edge, or both of a body. */
export function movingTimes(times: Times, kind: DragKind): Milliseconds[] {
  if (kind === 'start') return [times.startMs];
  if (kind === 'end') return [times.endMs];
  return [times.startMs, times.endMs];
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}
