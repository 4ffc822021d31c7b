import type { MediaInfo } from '../domain/media';
import type { Profile } from '../domain/profile';
import type { Project } from '../domain/project';
import type { Cue, Track } from '../domain/track';
import { constantFrameRate } from '../frames/rate';
import { profileById, profileFor } from '../profiles/profiles';
import type { FontFamily } from '../style/fonts';
import type { CheckInput } from './check';
import type { CheckedMedia } from './rule';

/** The profile a track is measured by: its own, or its language's where this version does not have that. */
export function profileOf(track: Track): Profile {
  return profileById(track.profileId) ?? profileFor(track.language);
}

const NO_FONTS: readonly FontFamily[] = [];

/** What is known of a project's footage: `info` null while it is missing, `shots` null while nobody has looked for them. `fonts` are the campaign's own. */
export function checkedMedia(
  project: Project,
  info: MediaInfo | null,
  shots: readonly number[] | null,
  fonts: readonly FontFamily[] = NO_FONTS,
): CheckedMedia {
  const durationMs = info?.durationMs ?? project.meta.media?.durationMs ?? null;
  return { frameRate: constantFrameRate(info), durationMs, shots, fonts };
}

/** All that a check of one track of a project looks at. `cuesOf` gives the cues of a track by time. */
export function inputOf(
  project: Project,
  track: Track,
  media: CheckedMedia,
  cuesOf: (track: Track) => readonly Cue[],
): CheckInput {
  const source =
    track.kind === 'translation' ? project.tracks.find(({ kind }) => kind === 'source') : undefined;
  return {
    cues: cuesOf(track),
    track,
    profile: profileOf(track),
    media,
    source: source ? { track: source, cues: cuesOf(source) } : null,
    paragraphs: project.paragraphs,
  };
}
