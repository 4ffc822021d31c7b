import { AppError } from '../../../shared/api/errors';
import type { Project } from '../../../shared/domain/project';
import type { Cue, Style, Track } from '../../../shared/domain/track';
import type { Speaker } from '../../../shared/domain/transcript';
import { styleOf } from '../../../shared/style/style-of';

export interface ExportedTrack {
  readonly track: Track;
  /** Its cues by start; at least one has text. */
  readonly cues: readonly Cue[];
  readonly style: Style;
  /** Those whose names and colours the style may show. */
  readonly speakers: readonly Speaker[];
}

/** A track with what it is drawn with. Throws `not-found` for an unknown track and `no-cues` for one that shows nothing. */
export function trackToExport(project: Project, trackId: string): ExportedTrack {
  const track = project.tracks.find(({ id }) => id === trackId);
  if (!track) throw new AppError('not-found', { name: trackId });
  const cues = project.cues.filter((cue) => cue.trackId === trackId);
  if (!cues.some(({ text }) => text.trim() !== '')) throw new AppError('no-cues');
  const sorted = [...cues].sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
  return { track, cues: sorted, style: styleOf(project, track), speakers: project.speakers };
}
