import { countCharacters } from '../../text/characters';
import { endFault, startFault } from '../shot-rules';
import type { Checked } from '../rule';
import type { Fix } from './fix';

/** How far the cue may last: to the smallest gap before the next one, and no longer than footage and guide allow. */
function latestEnd({ cue, near, minGapMs, media, profile }: Checked): number {
  const next = near(1);
  return Math.min(
    next ? next.startMs - minGapMs : Infinity,
    media.durationMs ?? Infinity,
    cue.startMs + profile.maxDurationMs,
  );
}

const lasting =
  (wantedMs: (checked: Checked) => number): Fix =>
  (checked) => {
    const { id, startMs, endMs } = checked.cue;
    const wanted = startMs + wantedMs(checked);
    return wanted > endMs && wanted <= latestEnd(checked) ? [{ id, endMs: wanted }] : [];
  };

/** Lasts as long as the guide asks at least, where there is room. */
export const longEnough = lasting(({ profile }) => profile.minDurationMs);

function readingMs({ lines, profile }: Checked): number {
  const characters = countCharacters(lines.join('\n'), { halfWidth: profile.halfWidthCounts });
  return Math.ceil((characters * 1000) / profile.maxCharactersPerSecond);
}

/** Lasts as long as it takes to read, where there is room. */
export const readable = lasting(readingMs);

/** Is seen at all: long enough, and to be read. */
export const seen = lasting((checked) => Math.max(checked.profile.minDurationMs, readingMs(checked)));

/** The cue before ends the smallest gap before this one, be it longer or shorter then. */
export const smallestGap: Fix = ({ cue, before, minGapMs }) => {
  const endMs = cue.startMs - minGapMs;
  return before && endMs > before.cue.startMs ? [{ id: before.cue.id, endMs }] : [];
};

/** Ends with the footage. One that begins after it takes a person. */
export const insideMedia: Fix = ({ cue, media }) =>
  media.durationMs !== null && cue.startMs < media.durationMs
    ? [{ id: cue.id, endMs: media.durationMs }]
    : [];

export const startByShot: Fix = (checked) => {
  const fault = startFault(checked);
  return fault && fault.targetMs >= 0 ? [{ id: checked.cue.id, startMs: fault.targetMs }] : [];
};

export const endByShot: Fix = (checked) => {
  const fault = endFault(checked);
  return fault ? [{ id: checked.cue.id, endMs: fault.targetMs }] : [];
};
