import type { ExportOutput } from '../domain/export';
import type { Project } from '../domain/project';
import { styleOf } from '../style/style-of';
import type { ExportScope } from './public-project';

/** What of a project an output shows. A new kind of output has to say it here before it compiles. */
export function scopeOf(
  output: ExportOutput,
  trackIds: readonly string[],
  project: Pick<Project, 'tracks' | 'styles'>,
): ExportScope {
  switch (output.kind) {
    case 'subtitles':
      return { trackIds, speakers: output.speakers, transcript: false, labels: false };
    case 'transcript':
      return { trackIds: [], speakers: output.speakers, transcript: true, labels: false };
    case 'video': {
      const isDrawn = output.delivery !== 'mux';
      const speakers = isDrawn && namesSpeakers(project, trackIds);
      return { trackIds, speakers, transcript: false, labels: !isDrawn };
    }
  }
}

/** Whether the style of one of the tracks puts speakers' names into the picture. */
function namesSpeakers(project: Pick<Project, 'tracks' | 'styles'>, trackIds: readonly string[]): boolean {
  return project.tracks.some(
    (track) => trackIds.includes(track.id) && styleOf(project, track).speakerLabels !== undefined,
  );
}
