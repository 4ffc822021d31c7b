/** Edits that give many cues other times by one rule. */
import { AppError } from '../api/errors';
import { endOfCue, readingMs, type TimingLimits } from '../cues/timing';
import type { Project } from '../domain/project';
import type { Cue } from '../domain/track';
import type { Word } from '../domain/transcript';
import { movedByFrames, nearestFrameTime, type FrameTimes } from '../frames/frames';
import { closedGapMs, minGapMs, profileById, profileFor } from '../profiles/profiles';
import { countCharacters } from '../text/characters';
import type { Edit } from './edit';
import { nextInLane } from './neighbours';
import { cuesOf, mapCues, retimed, settled, trackOf, validSpan } from './records';

/**
 * Moves and stretches cues so that what was at `fromMs[0]` comes to `toMs[0]` and what was at `fromMs[1]` to `toMs[1]`, all
 * else in proportion, also outside of the two. Throws `bad-request` unless both pairs run forward.
 */
export const stretchCues: Edit<{
  ids: readonly string[];
  fromMs: readonly [number, number];
  toMs: readonly [number, number];
}> = {
  command: 'cue.stretch',
  label: 'edit.cue.stretch',
  apply(project, { ids, fromMs, toMs }) {
    const factor = (toMs[1] - toMs[0]) / (fromMs[1] - fromMs[0]);
    if (!(factor > 0) || !Number.isFinite(factor))
      throw new AppError('bad-request', { reason: 'the second point must come after the first' });
    return mapTimes(project, ids, (ms) => toMs[0] + (ms - fromMs[0]) * factor);
  },
};

/**
 * Times made for pictures at `fromRate` a second, as they fall when the same pictures run at `toRate`.
 * Throws `bad-request` for rates that are not above 0.
 */
export const changeFrameRate: Edit<{ ids: readonly string[]; fromRate: number; toRate: number }> = {
  command: 'cue.changeFrameRate',
  label: 'edit.cue.changeFrameRate',
  apply(project, { ids, fromRate, toRate }) {
    const factor = fromRate / toRate;
    if (!(factor > 0) || !Number.isFinite(factor))
      throw new AppError('bad-request', { reason: 'a frame rate must be above 0' });
    return mapTimes(project, ids, (ms) => ms * factor);
  },
};

/** Puts starts and ends of cues on the nearest true frame times; each keeps one frame at least. */
export const snapCues: Edit<{ ids: readonly string[]; frames: FrameTimes }> = {
  command: 'cue.snap',
  label: 'edit.cue.snap',
  apply(project, { ids, frames }) {
    return mapCues(project, cuesOf(project, ids), (cue) => {
      if (cue.startMs >= frames.endMs) return cue;
      const startMs = nearestFrameTime(frames, cue.startMs);
      const oneFrame = movedByFrames(frames, startMs, 1);
      return retimed(cue, validSpan(startMs, Math.max(oneFrame, nearestFrameTime(frames, cue.endMs))));
    });
  },
};

/**
 * Gives cues the times of their transcript words, as when subtitles are made: from the first word to the last, longer where
 * reading needs it and there is room. Cues without a timed word stay. They count as timed by the app again.
 */
export const retimeFromWords: Edit<{
  ids: readonly string[];
  frameRate: number | null;
  durationMs: number | null;
}> = {
  command: 'cue.retimeFromWords',
  label: 'edit.cue.retimeFromWords',
  apply(project, { ids, frameRate, durationMs }) {
    const words = wordsById(project);
    const heardOf = (cue: Cue) => heard(cue, words);
    const next = nextInLane(project.cues);
    const wanted = new Set(ids);
    return mapCues(project, cuesOf(project, ids), (cue) => {
      const span = heardOf(cue);
      if (!span) return cue;
      const { language, profileId } = trackOf(project, cue.trackId);
      const profile = profileById(profileId) ?? profileFor(language);
      const limits: TimingLimits = {
        gapMs: minGapMs(profile, frameRate),
        closeBelowMs: closedGapMs(profile),
        durationMs: durationMs ?? Number.POSITIVE_INFINITY,
      };
      const after = next.get(cue.id);
      const nextMs =
        (after && wanted.has(after.id) ? heardOf(after)?.startMs : undefined) ?? after?.startMs ?? Infinity;
      const characters = countCharacters(cue.text, { halfWidth: profile.halfWidthCounts });
      const needed = span.startMs + readingMs(characters, profile);
      const endMs = endOfCue(span.startMs, span.endMs, needed, nextMs, limits, profile);
      const times = validSpan(span.startMs, endMs);
      return times.startMs === cue.startMs && times.endMs === cue.endMs
        ? cue
        : { ...settled(cue), ...times, timedByHand: false };
    });
  },
};

function mapTimes(project: Project, ids: readonly string[], move: (ms: number) => number): Project {
  return mapCues(project, cuesOf(project, ids), (cue) =>
    retimed(cue, validSpan(move(cue.startMs), move(cue.endMs))),
  );
}

function wordsById(project: Project): ReadonlyMap<string, Word> {
  return new Map(project.paragraphs.flatMap(({ words }) => words.map((word) => [word.id, word] as const)));
}

/** When the timed words of a cue are heard; null where it has none. */
function heard(cue: Cue, words: ReadonlyMap<string, Word>): { startMs: number; endMs: number } | null {
  const timed = cue.wordIds.flatMap((id) => {
    const word = words.get(id);
    return word && word.startMs !== null && word.endMs !== null
      ? [{ startMs: word.startMs, endMs: word.endMs }]
      : [];
  });
  if (timed.length === 0) return null;
  return {
    startMs: timed.reduce((least, { startMs }) => Math.min(least, startMs), Infinity),
    endMs: timed.reduce((most, { endMs }) => Math.max(most, endMs), 0),
  };
}
