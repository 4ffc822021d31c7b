import { Clearance, Cleared } from '../../electron/services/safety/clearance';
import type { Project } from '../../shared/domain/project';
import type { ExportScope } from '../../shared/safety/public-project';

/** A project cleared for an export of all its tracks, with no list of names. */
export function cleared(project: Project, scope: Partial<ExportScope> = {}): Cleared {
  const trackIds = project.tracks.map(({ id }) => id);
  return Cleared.from(
    project,
    { trackIds, speakers: true, transcript: true, labels: false, ...scope },
    { names: [] },
  );
}

/** Of an export of texts that nobody protects. */
export const CLEAR = Clearance.of([], { names: [] });
