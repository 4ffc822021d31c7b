import type { Project } from '../domain/project';
import type { Style, Track } from '../domain/track';
import { defaultStyles } from './styles';

/** The style a track is drawn with: its own, or the project's first where that is gone. */
export function styleOf(project: Pick<Project, 'styles'>, track: Pick<Track, 'styleId'>): Style {
  return project.styles.find(({ id }) => id === track.styleId) ?? project.styles[0] ?? FALLBACK;
}

const [FALLBACK] = defaultStyles();
