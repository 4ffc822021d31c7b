import { countCharacters } from '../text/characters';
import { closedGapMs } from '../profiles/profiles';
import { none, when, type Checked, type Rule } from './rule';

/** Times are whole ms while frames are not: a gap of two frames may come out a millisecond short. */
const ROUNDING_MS = 1;

const seconds = (ms: number): string => String(Math.round(ms) / 1000);

function durationOf({ cue }: Checked): number {
  return cue.endMs - cue.startMs;
}

/** Times of a cue and of its neighbours. A cue without duration is reported once, not by every figure it breaks. */
export const timingRules: readonly Rule[] = [
  {
    name: 'no-duration',
    severity: 'error',
    find: (checked) => (durationOf(checked) <= 0 ? [{}] : none),
  },
  {
    name: 'reading-speed',
    severity: 'warning',
    find(checked) {
      const { lines, profile } = checked;
      const duration = durationOf(checked);
      if (duration <= 0) return none;
      const characters = countCharacters(lines.join('\n'), { halfWidth: profile.halfWidthCounts });
      const limit = profile.maxCharactersPerSecond;
      // Compared without dividing, so that a cue exactly at the limit never fails by a rounding error.
      if (characters * 1000 <= limit * duration) return none;
      // Rounded up: never shown as the limit it breaks.
      return [{ speed: Math.ceil((characters * 10_000) / duration) / 10, limit }];
    },
  },
  {
    name: 'min-duration',
    severity: 'warning',
    find(checked) {
      const duration = durationOf(checked);
      const limit = checked.profile.minDurationMs;
      return duration > 0 && duration < limit
        ? [{ duration: seconds(duration), limit: seconds(limit) }]
        : none;
    },
  },
  {
    name: 'max-duration',
    severity: 'warning',
    find(checked) {
      const duration = durationOf(checked);
      const limit = checked.profile.maxDurationMs;
      return duration > limit ? [{ duration: seconds(duration), limit: seconds(limit) }] : none;
    },
  },
  {
    name: 'overlap',
    severity: 'error',
    find({ cue, before }) {
      const overlap = before ? before.cue.endMs - cue.startMs : 0;
      return before && overlap > 0 ? [{ overlap, other: before.number }] : none;
    },
  },
  {
    name: 'gap',
    severity: 'warning',
    find({ cue, before, minGapMs }) {
      const gap = before ? cue.startMs - before.cue.endMs : minGapMs;
      return gap >= 0 && gap < minGapMs - ROUNDING_MS ? [{ gap, limit: minGapMs }] : none;
    },
  },
  {
    name: 'open-gap',
    severity: 'warning',
    find({ cue, before, profile, minGapMs }) {
      if (profile.closeGapsBelowMs === null || !before) return none;
      const gap = cue.startMs - before.cue.endMs;
      // Without a frame rate the smallest gap is not known to the frame: what may be it is left alone.
      const closed = Math.max(minGapMs, profile.minGapMs) + ROUNDING_MS;
      return when(gap > closed && gap < closedGapMs(profile) - ROUNDING_MS, {
        gap,
        limit: closedGapMs(profile),
        closed: minGapMs,
      });
    },
  },
  {
    name: 'outside-media',
    severity: 'error',
    find({ cue, media: { durationMs } }) {
      if (durationMs === null || cue.endMs <= durationMs + ROUNDING_MS) return none;
      const kind = cue.startMs >= durationMs ? 'whole' : 'end';
      return [{ kind, over: seconds(cue.endMs - durationMs) }];
    },
  },
];
