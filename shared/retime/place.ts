import type { Span } from '../domain/alignment';
import type { Stretch } from './refine';

/** Evidence under which a cue that was left out does not go with its neighbours where a piece was cut out. */
const CARRIED_EVIDENCE = -4;
/** A neighbour is cut shorter by at most this to make room. */
const GIVEN_MS = 100;
/** Stretches whose offsets differ by less leave no hole. */
const HOLE_MS = 300;
/** A cue is not cut shorter than this share of it by the start of the recording. */
const SHOWN_SHARE = 0.5;
/** A cue that begins later than this before the end is not in the recording. */
const END_MARGIN_MS = 200;

export interface PlaceOptions {
  /** Cues sorted by start. */
  readonly cues: readonly Span[];
  readonly rate: number;
  /** In order, at least one. */
  readonly stretches: readonly Stretch[];
  /** Evidence for a cue to stand where this offset puts it. */
  readonly evidence: (index: number, offsetMs: number) => number;
  /** Where the recording ends; null where that is not known. */
  readonly limitMs: number | null;
}

/**
 * New times for all cues, in order: those of stretches, and those that were left out with their neighbours where there is room.
 * Null where a cue has no place: its piece was cut out, or it lies before the start or after the end. Times are 0 or more, in
 * the old order, and do not overlap where they did not before.
 */
export function placeCues(options: PlaceOptions): (Span | null)[] {
  const offsets = offsetsOf(options);
  const moved = options.cues.map((cue, index) => {
    const offset = offsets[index] ?? null;
    return offset === null ? null : move(cue, options.rate, offset, options.limitMs);
  });
  return withoutOverlaps(options.cues, moved);
}

function move({ startMs, endMs }: Span, rate: number, offsetMs: number, limitMs: number | null): Span | null {
  const start = Math.round(startMs * rate + offsetMs);
  const end = Math.round(Math.max(startMs, endMs) * rate + offsetMs);
  if (limitMs !== null && start > limitMs - END_MARGIN_MS) return null;
  if (start >= 0) return { startMs: start, endMs: end };
  return end > (end - start) * SHOWN_SHARE ? { startMs: 0, endMs: end } : null;
}

function offsetsOf(options: PlaceOptions): (number | null)[] {
  const { cues, stretches } = options;
  const offsets: (number | null)[] = cues.map(() => null);
  stretches.forEach((stretch, n) => {
    offsets.fill(stretch.offsetMs, stretch.first, stretch.last + 1);
    const before = stretches[n - 1];
    if (before) fillBetween(options, offsets, before, stretch);
    else offsets.fill(stretch.offsetMs, 0, stretch.first);
    if (n === stretches.length - 1) offsets.fill(stretch.offsetMs, stretch.last + 1);
  });
  return offsets;
}

/** Cues between two stretches go with the one or the other: the first few with the one before, the rest with the next. */
function fillBetween(
  options: PlaceOptions,
  offsets: (number | null)[],
  before: Stretch,
  after: Stretch,
): void {
  const { evidence } = options;
  const [first, count] = [before.last + 1, after.first - before.last - 1];
  const isCut = after.offsetMs < before.offsetMs - HOLE_MS;
  const worth = (index: number, offset: number) => evidence(index, offset);
  let cut = 0;
  let sum = 0;
  for (let n = 0; n < count; n++) sum += worth(first + n, after.offsetMs);
  let most = sum;
  for (let n = 0; n < count; n++) {
    sum += worth(first + n, before.offsetMs) - worth(first + n, after.offsetMs);
    if (sum > most) [most, cut] = [sum, n + 1];
  }
  const at = (time: number | undefined, offset: number) => (time ?? 0) * options.rate + offset;
  const next = at(options.cues[after.first]?.startMs, after.offsetMs) + GIVEN_MS;
  let reached = at(options.cues[before.last]?.endMs, before.offsetMs) - GIVEN_MS;
  for (let index = first; index < first + count; index++) {
    const cue = options.cues[index];
    const offset = index - first < cut ? before.offsetMs : after.offsetMs;
    const hasRoom = at(cue?.startMs, offset) >= reached && at(cue?.endMs, offset) <= next;
    const fits = !isCut || (hasRoom && worth(index, offset) > CARRIED_EVIDENCE);
    offsets[index] = fits ? offset : null;
    if (fits) reached = at(cue?.endMs, offset) - GIVEN_MS;
  }
}

/** The earlier one gives way: its start is what people notice. */
function withoutOverlaps(cues: readonly Span[], moved: readonly (Span | null)[]): (Span | null)[] {
  const result = [...moved];
  let last = -1;
  for (const [index, span] of result.entries()) {
    if (!span) continue;
    const [before, was, is] = [result[last] ?? null, cues[last], cues[index]];
    if (before && was && is) {
      const startMs = Math.max(span.startMs, before.startMs);
      result[index] = { startMs, endMs: Math.max(span.endMs, startMs) };
      if (was.endMs <= is.startMs && before.endMs > startMs) result[last] = { ...before, endMs: startMs };
    }
    last = index;
  }
  return result;
}
