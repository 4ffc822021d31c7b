/** Longest time (ms) that a slice of work keeps the screen waiting: with what else is due, a frame stays under 8. */
const SLICE_MS = 5;

/**
 * Does work that yields after every small step, in slices between which the screen may draw and keys are heard. What takes
 * less than a slice is done before this returns. Null, and nothing more is done, once `isWanted` says no between two slices.
 */
export async function inSlices<T>(
  steps: Iterator<unknown, T>,
  isWanted: () => boolean = () => true,
): Promise<T | null> {
  let until = performance.now() + SLICE_MS;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (!isWanted()) return null;
    until = performance.now() + SLICE_MS;
  }
}
