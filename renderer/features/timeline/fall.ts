/** How words fall into place while an alignment looks for them. Pure but for the person's wish for calm. */

/** Long enough to be seen, short enough not to be waited for. */
const FALL_MS = 450;

interface Arriving {
  readonly arrivedAt?: number;
}

/** 0 (just known) to 1 (in place), easing out; always 1 for words that are not provisional. */
export function fallOf({ arrivedAt }: Arriving, nowMs: number): number {
  if (arrivedAt === undefined) return 1;
  const share = Math.min(1, Math.max(0, (nowMs - arrivedAt) / FALL_MS));
  return 1 - (1 - share) ** 3;
}

/** Whether any of the words is still on its way. */
export function isFalling(words: readonly Arriving[], nowMs: number): boolean {
  return words.some((word) => fallOf(word, nowMs) < 1);
}

/** The clock that falls are drawn by; far ahead where the person wants nothing to move, so that words are simply there. */
export function fallClock(): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? Infinity : performance.now();
}
