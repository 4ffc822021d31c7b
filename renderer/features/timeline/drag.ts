/** What a drag makes of a cue's times. Pure. */
import type { Id } from '../../../shared/domain/common';
import type { Milliseconds } from '../../../shared/domain/time';
import { firstWhere, rangeInView, type Spanning } from './span-index';

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

/** What a drag can be caught by. */
export type SnapKind = 'shot' | 'cue' | 'word' | 'speech' | 'marker' | 'playhead';

/** Edges of spans (by start, never changed in place), or single times (ascending). */
export type SnapSource =
  | {
      readonly kind: SnapKind;
      readonly spans: readonly (Spanning & { readonly id?: Id })[];
      /** Not these: they are what moves. */
      readonly except?: ReadonlySet<Id>;
      readonly trackId?: Id;
    }
  | { readonly kind: SnapKind; readonly times: readonly Milliseconds[] };

/** What caught a drag, and where. */
export interface Caught {
  readonly ms: Milliseconds;
  readonly kind: SnapKind;
  /** The whole of what has its edge there; null for single times. */
  readonly span: Times | null;
  /** Of a cue. */
  readonly trackId: Id | null;
}

export interface SnapResult {
  /** What to add to the drag so that it lands there. */
  readonly deltaMs: number;
  /** Null when nothing is within reach. */
  readonly caught: Caught | null;
}

/** Nothing catches. */
export const FREE: SnapResult = { deltaMs: 0, caught: null };

/** The nearest target within reach of any of the moving times; of two as near, that of the source named first. O(log n) each. */
export function snap(
  moving: readonly Milliseconds[],
  sources: readonly SnapSource[],
  reachMs: number,
): SnapResult {
  let best = FREE;
  let bestMs = Infinity;
  for (const time of moving)
    for (const source of sources)
      for (const caught of near(source, time, reachMs)) {
        const distance = Math.abs(caught.ms - time);
        if (distance > reachMs || distance >= bestMs) continue;
        bestMs = distance;
        best = { deltaMs: caught.ms - time, caught };
      }
  return best;
}

/** What of a source may be within reach. */
function near(source: SnapSource, time: Milliseconds, reachMs: number): Caught[] {
  const { kind } = source;
  if ('times' in source) {
    const { times } = source;
    const after = firstWhere(times.length, (n) => (times[n] ?? 0) >= time);
    return [times[after - 1], times[after]].flatMap((ms) =>
      ms === undefined ? [] : [{ ms, kind, span: null, trackId: null }],
    );
  }
  const { spans, except, trackId = null } = source;
  const { from, to } = rangeInView(spans, time - reachMs, time + reachMs);
  return spans.slice(from, to).flatMap((span) => {
    if (span.id !== undefined && except?.has(span.id)) return [];
    return [span.startMs, span.endMs].map((ms) => ({ ms, kind, span, trackId }));
  });
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
