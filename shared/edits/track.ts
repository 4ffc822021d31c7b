import { AppError } from '../api/errors';
import type { Track } from '../domain/track';
import { updateTable } from '../history/tables';
import type { Edit } from './edit';
import { trackOf, withCues, withoutSources } from './records';

/** Adds a language. `track.order` places it among the others (`orderAfter` for the end). Throws `bad-request` for a known id. */
export const addTrack: Edit<{ track: Track }> = {
  command: 'track.add',
  label: 'edit.track.add',
  apply(project, { track }) {
    if (project.tracks.some(({ id }) => id === track.id))
      throw new AppError('bad-request', { reason: `there is a track ${track.id} already` });
    return { ...project, tracks: updateTable(project.tracks, [], [track]) };
  },
};

/** Removes a language and its cues. Translations of those stay, stale, without a source. */
export const removeTrack: Edit<{ id: string }> = {
  command: 'track.remove',
  label: 'edit.track.remove',
  apply(project, { id }) {
    const track = trackOf(project, id);
    const cues = project.cues.filter((cue) => cue.trackId === id);
    const gone = new Set(cues.map((cue) => cue.id));
    const next = withCues({ ...project, tracks: updateTable(project.tracks, [track], []) }, cues, []);
    return withoutSources(next, gone);
  },
};

/** Chooses the quality profile of a track. */
export const setTrackProfile: Edit<{ id: string; profileId: string }> = {
  command: 'track.setProfile',
  label: 'edit.track.setProfile',
  apply(project, { id, profileId }) {
    const track = trackOf(project, id);
    if (track.profileId === profileId) return project;
    return { ...project, tracks: updateTable(project.tracks, [track], [{ ...track, profileId }]) };
  },
};

/** Chooses the style of a track. */
export const setTrackStyle: Edit<{ id: string; styleId: string }> = {
  command: 'track.setStyle',
  label: 'edit.track.setStyle',
  apply(project, { id, styleId }) {
    const track = trackOf(project, id);
    if (track.styleId === styleId) return project;
    return { ...project, tracks: updateTable(project.tracks, [track], [{ ...track, styleId }]) };
  },
};
