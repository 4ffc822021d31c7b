import { endOfCue, readingMs, type TimingLimits } from '../cues/timing';
import type { Span } from '../domain/alignment';
import type { Profile } from '../domain/profile';
import type { Project } from '../domain/project';
import type { Cue, Track } from '../domain/track';
import { closedGapMs, minGapMs, profileById, profileFor } from '../profiles/profiles';
import { countCharacters } from '../text/characters';
import { mapCues } from './records';

/** What cue times depend on besides words and profile. */
export interface CueTiming {
  /** Frames a second of the footage; null where it has no constant rate or no picture. */
  readonly frameRate: number | null;
  /** Length of the footage in ms; null where it is not known. */
  readonly durationMs: number | null;
}

/** Without a frame rate, gaps are the profile's in ms. */
export const UNKNOWN_TIMING: CueTiming = { frameRate: null, durationMs: null };

/** A cue timed by hand is told of when its words moved by this or more: less than a tenth of a second nobody sees. */
export const MOVED_MS = 100;

/** When the words of each cue are heard, by cue id: from the first word with times to the last; cues without any are missing. */
export function heardSpans(project: Project): ReadonlyMap<string, Span> {
  const times = new Map<string, Span>();
  for (const { words } of project.paragraphs)
    for (const { id, startMs, endMs } of words)
      if (startMs !== null && endMs !== null) times.set(id, { startMs, endMs });
  const spans = new Map<string, Span>();
  for (const cue of project.cues) {
    const heard = cue.wordIds.flatMap((id) => times.get(id) ?? []);
    const [first, last] = [heard[0], heard.at(-1)];
    if (first && last)
      spans.set(cue.id, { startMs: first.startMs, endMs: Math.max(first.startMs + 1, last.endMs) });
  }
  return spans;
}

/**
 * The project `after` its words were timed anew, with its cues following them: those a person timed stay and are marked
 * (`wordsMoved`), the others begin with their words and end by the profile; translations that stood exactly where their source
 * cue did move with it.
 */
export function withCuesFollowing(before: Project, after: Project, timing: CueTiming): Project {
  if (before.paragraphs === after.paragraphs || after.cues.length === 0) return after;
  const [was, is] = [heardSpans(before), heardSpans(after)];
  const moved = new Set<string>();
  for (const [id, span] of is) if (!sameSpan(was.get(id), span)) moved.add(id);
  if (moved.size === 0) return after;
  const flagged = mapCues(after, after.cues, (cue) => {
    const old = was.get(cue.id);
    const now = is.get(cue.id);
    return cue.timedByHand && cue.wordsMoved !== true && old && now && isFar(old, now)
      ? { ...cue, wordsMoved: true }
      : cue;
  });
  const free = new Set(after.cues.filter((cue) => moved.has(cue.id) && !cue.timedByHand).map(({ id }) => id));
  return withCuesRetimed(flagged, free, is, timing);
}

/** The project with cues (of tracks whose cues have words) timed by their words; translations that stood as they did follow. */
export function withCuesRetimed(
  project: Project,
  ids: ReadonlySet<string>,
  heard: ReadonlyMap<string, Span>,
  timing: CueTiming,
): Project {
  if (ids.size === 0) return project;
  const times = new Map<string, Span>();
  for (const track of project.tracks) {
    const cues = project.cues.filter(({ trackId }) => trackId === track.id);
    if (cues.some(({ id }) => ids.has(id))) timeTrack(track, cues, ids, heard, timing, times);
  }
  const sources = new Map(project.cues.map((cue) => [cue.id, cue]));
  return mapCues(project, project.cues, (cue) => {
    const own = times.get(cue.id);
    if (own) return sameSpan(cue, own) ? cue : { ...cue, ...own };
    const source = cue.sourceCueId === null ? undefined : sources.get(cue.sourceCueId);
    const followed = source && times.get(source.id);
    const stoodAlike = source && sameSpan(cue, source) && !cue.timedByHand;
    return followed && stoodAlike && !sameSpan(cue, followed) ? { ...cue, ...followed } : cue;
  });
}

/** Adds to `times` when the cues `ids` of a track are shown, and earlier ends of those before them that would lie over them. */
function timeTrack(
  track: Track,
  cues: readonly Cue[],
  ids: ReadonlySet<string>,
  heard: ReadonlyMap<string, Span>,
  timing: CueTiming,
  times: Map<string, Span>,
): void {
  const profile = profileById(track.profileId) ?? profileFor(track.language);
  const limits: TimingLimits = {
    gapMs: minGapMs(profile, timing.frameRate),
    closeBelowMs: closedGapMs(profile),
    durationMs: timing.durationMs ?? Number.POSITIVE_INFINITY,
  };
  const startOf = (cue: Cue) => (ids.has(cue.id) ? heard.get(cue.id)?.startMs : undefined) ?? cue.startMs;
  const inOrder = [...cues].sort((a, b) => startOf(a) - startOf(b) || a.startMs - b.startMs);
  inOrder.forEach((cue, index) => {
    const spoken = heard.get(cue.id);
    const next = inOrder[index + 1];
    const nextMs = next ? startOf(next) : Number.POSITIVE_INFINITY;
    if (ids.has(cue.id) && spoken) {
      times.set(cue.id, timesOf(cue, spoken, nextMs, limits, profile));
    } else if (next && ids.has(next.id) && !cue.timedByHand && cue.endMs > nextMs && cue.startMs < nextMs) {
      const endMs = Math.max(cue.startMs + 1, nextMs - limits.gapMs);
      times.set(cue.id, { startMs: cue.startMs, endMs });
    }
  });
}

function timesOf(cue: Cue, spoken: Span, nextMs: number, limits: TimingLimits, profile: Profile): Span {
  const { startMs, endMs } = spoken;
  const characters = countCharacters(cue.text, { halfWidth: profile.halfWidthCounts });
  // A cue timed by hand may begin within these words: better the two overlap, and are found, than that this one vanishes.
  const room = nextMs - startMs < (endMs - startMs) / 2 ? Number.POSITIVE_INFINITY : nextMs;
  const end = endOfCue(startMs, endMs, startMs + readingMs(characters, profile), room, limits, profile);
  return { startMs, endMs: Math.max(startMs + 1, end) };
}

function sameSpan(a: Span | undefined, b: Span): boolean {
  return a?.startMs === b.startMs && a.endMs === b.endMs;
}

function isFar(a: Span, b: Span): boolean {
  return Math.abs(a.startMs - b.startMs) >= MOVED_MS || Math.abs(a.endMs - b.endMs) >= MOVED_MS;
}
