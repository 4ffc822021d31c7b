import type { Profile } from '../domain/profile';

/** The timing a profile asks for on this media, in whole ms. */
export interface TimingLimits {
  /** Smallest gap between two cues. */
  readonly gapMs: number;
  /** Gaps under this are closed to the smallest. */
  readonly closeBelowMs: number;
  /** End of the media; Infinity if unknown. */
  readonly durationMs: number;
}

/** When a cue's words are heard and how many characters they have. */
export interface Spoken {
  readonly startMs: number;
  readonly endMs: number;
  readonly characters: number;
}

/**
 * When cues begin and end, in order: each begins with its first word; it stays until its last word ends, or longer where
 * reading it needs that, never over the next cue, the media's end or the longest duration; short gaps are closed.
 * Every cue lasts at least 1 ms and ends before the next begins, whatever the input. Linear.
 */
export function timeCues(
  spoken: readonly Spoken[],
  profile: Profile,
  limits: TimingLimits,
): { startMs: number; endMs: number }[] {
  const cues: { startMs: number; endMs: number }[] = [];
  let floor = 0;
  for (const [index, { startMs: heardAt, endMs: silentAt, characters }] of spoken.entries()) {
    const startMs = Math.max(floor, heardAt);
    const nextMs = spoken[index + 1]?.startMs ?? Number.POSITIVE_INFINITY;
    const neededMs = startMs + readingMs(characters, profile);
    const endMs = Math.max(startMs + 1, endOfCue(startMs, silentAt, neededMs, nextMs, limits, profile));
    cues.push({ startMs, endMs });
    floor = endMs;
  }
  return cues;
}

/** How long a cue of so many characters has to stay up by the profile, in ms, rounded up. */
export function readingMs(characters: number, profile: Profile): number {
  return Math.max(profile.minDurationMs, Math.ceil((characters * 1000) / profile.maxCharactersPerSecond));
}

/**
 * When a cue ends that begins at `startMs`, whose words end at `silentAtMs`, that should stay until `neededMs`, and that
 * the next follows at `nextMs` (Infinity: none). May be before `startMs` where there is no room at all.
 */
export function endOfCue(
  startMs: number,
  silentAtMs: number,
  neededMs: number,
  nextMs: number,
  limits: TimingLimits,
  profile: Profile,
): number {
  const room = Math.min(roomUntil(startMs, nextMs, limits), startMs + profile.maxDurationMs);
  const wanted = Math.min(Math.max(silentAtMs, neededMs), room);
  return nextMs - wanted < limits.closeBelowMs ? Math.max(wanted, room) : wanted;
}

/** The latest end before the next cue: a gap before it where there is room for one, else where it begins. */
function roomUntil(startMs: number, nextMs: number, limits: TimingLimits): number {
  const beforeGap = nextMs - limits.gapMs;
  const latest = beforeGap > startMs ? beforeGap : nextMs;
  return limits.durationMs > startMs ? Math.min(latest, limits.durationMs) : latest;
}
