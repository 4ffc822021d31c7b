import type { Span } from '../domain/alignment';

/** Spans in order, with those that touch or overlap made one, and empty ones left out. O(n log n). */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.startMs - b.startMs)) {
    const last = joined.at(-1);
    if (span.endMs <= span.startMs) continue;
    if (last && span.startMs <= last.endMs)
      joined[joined.length - 1] = { startMs: last.startMs, endMs: Math.max(last.endMs, span.endMs) };
    else joined.push({ startMs: span.startMs, endMs: span.endMs });
  }
  return joined;
}

/** What of `spans` lies outside `holes`; both ascending without overlaps. Linear. */
export function cutSpans(spans: readonly Span[], holes: readonly Span[]): Span[] {
  return spans.flatMap((span) => {
    let { startMs } = span;
    const left: Span[] = [];
    for (const hole of holes) {
      if (hole.endMs <= startMs || hole.startMs >= span.endMs) continue;
      if (hole.startMs > startMs) left.push({ startMs, endMs: hole.startMs });
      startMs = Math.max(startMs, hole.endMs);
    }
    if (startMs < span.endMs) left.push({ startMs, endMs: span.endMs });
    return left;
  });
}

/** Length of the part that two spans share, in ms; 0 for none. */
export function sharedMs(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs));
}
