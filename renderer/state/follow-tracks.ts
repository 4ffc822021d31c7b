import { useDocument } from './document';
import { sourceTrack, trackById } from './selectors';
import { showTrack, useSession } from './session';

/** Shows another track when the one shown goes (removed, undone) and the first one that comes; returns what stops it. */
export function followTracks(): () => void {
  return useDocument.subscribe(({ project }, before) => {
    if (project.tracks === before.project.tracks) return;
    const { activeTrackId } = useSession.getState();
    if (trackById(project, activeTrackId)) return;
    const next = (sourceTrack(project) ?? project.tracks[0])?.id ?? null;
    if (next !== activeTrackId) showTrack(next);
  });
}
