/** Levels, buckets and time. Level 0 has 100 buckets a second; each further level a quarter of the one before. */

/** Buckets a second at level 0: 10 ms each, finer than a frame and a third of a syllable's onset. */
export const BUCKETS_PER_SECOND = 100;
/** Buckets of one level that make one of the next. */
export const LEVEL_FACTOR = 4;
/** Levels are added until one is this short: enough to draw any film in one view. */
const TOP_BUCKETS = 1024;

/** How long one bucket of a level lasts, in ms: 10, 40, 160, … */
export function bucketMs(level: number): number {
  return (1000 / BUCKETS_PER_SECOND) * LEVEL_FACTOR ** level;
}

/** How many buckets each level has for so many at level 0, finest first; at least one level. */
export function levelSizes(buckets: number): number[] {
  const sizes = [buckets];
  for (let size = buckets; size > TOP_BUCKETS;) {
    size = Math.ceil(size / LEVEL_FACTOR);
    sizes.push(size);
  }
  return sizes;
}

/** The buckets `[from, to)` of a level that a span `[startMs, endMs)` touches; `to` is not limited by the file's length. */
export function bucketsBetween(level: number, startMs: number, endMs: number): { from: number; to: number } {
  const ms = bucketMs(level);
  const from = Math.max(0, Math.floor(startMs / ms));
  return { from, to: Math.max(from, Math.ceil(endMs / ms)) };
}

/** When a bucket of a level begins, in ms. */
export function timeOfBucket(level: number, bucket: number): number {
  return bucket * bucketMs(level);
}

/** The coarsest of `levels` levels whose buckets are no wider than a pixel; 0 where even its are wider. */
export function levelForScale(msPerPixel: number, levels: number): number {
  let level = 0;
  while (level + 1 < levels && bucketMs(level + 1) <= msPerPixel) level++;
  return level;
}
