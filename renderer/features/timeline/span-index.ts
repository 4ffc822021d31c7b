/** Finds what lies in view among many spans: O(log n + found) after O(n) once for each array. */
export interface Spanning {
  readonly startMs: number;
  readonly endMs: number;
}

interface Index {
  /** Largest `endMs` of spans 0 to n. */
  readonly endsMs: Float64Array;
}

const indexes = new WeakMap<readonly Spanning[], Index>();

function indexOf(spans: readonly Spanning[]): Index {
  let index = indexes.get(spans);
  if (!index) {
    const endsMs = new Float64Array(spans.length);
    let latest = -Infinity;
    spans.forEach((span, n) => {
      latest = Math.max(latest, span.endMs);
      endsMs[n] = latest;
    });
    index = { endsMs };
    indexes.set(spans, index);
  }
  return index;
}

/** First n in `[0, length)` for which `holds`, which must turn from false to true once; `length` when it never does. */
export function firstWhere(length: number, holds: (n: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Positions `[from, to)` that hold every span touching `[startMs, endMs]`; where spans overlap, a few between may not touch.
 * `spans` must be sorted by start and never be changed in place.
 */
export function rangeInView(
  spans: readonly Spanning[],
  startMs: number,
  endMs: number,
): { readonly from: number; readonly to: number } {
  const { endsMs } = indexOf(spans);
  const from = firstWhere(spans.length, (n) => (endsMs[n] ?? 0) >= startMs);
  const to = firstWhere(spans.length, (n) => (spans[n]?.startMs ?? 0) > endMs);
  return { from: Math.min(from, to), to };
}

/** Position of the span shown at a time: the last one to start among those that contain it; -1 for none. */
export function spanAt(spans: readonly Spanning[], ms: number): number {
  const { from, to } = rangeInView(spans, ms, ms);
  for (let n = to - 1; n >= from; n--) {
    const span = spans[n];
    if (span && span.startMs <= ms && ms < span.endMs) return n;
  }
  return -1;
}
