import { AppError } from '../api/errors';
import type { Style } from '../domain/track';
import { updateTable } from '../history/tables';
import { sameData } from '../history/equal';
import type { Edit } from './edit';
import { trackOf } from './records';

/** Adds a style, or changes the one of the same id. */
export const setStyle: Edit<{ style: Style }> = {
  command: 'style.set',
  label: 'edit.style.set',
  apply(project, { style }) {
    const before = project.styles.filter(({ id }) => id === style.id);
    if (before[0] && sameData(before[0], style)) return project;
    return { ...project, styles: updateTable(project.styles, before, [style]) };
  },
};

/** Adds a style, or changes the one of the same id, and draws a track with it: one step. Throws `bad-request`. */
export const useStyle: Edit<{ trackId: string; style: Style }> = {
  command: 'track.useStyle',
  label: 'edit.track.setStyle',
  apply(project, { trackId, style }) {
    const track = trackOf(project, trackId);
    const next = setStyle.apply(project, { style });
    if (track.styleId === style.id) return next;
    return { ...next, tracks: updateTable(next.tracks, [track], [{ ...track, styleId: style.id }]) };
  },
};

/** Removes a style; its tracks are drawn with the first of the others. Throws `bad-request` for the last one. */
export const removeStyle: Edit<{ id: string }> = {
  command: 'style.remove',
  label: 'edit.style.remove',
  apply(project, { id }) {
    const gone = project.styles.filter((style) => style.id === id);
    const other = project.styles.find((style) => style.id !== id);
    if (gone.length === 0 || !other)
      throw new AppError('bad-request', { reason: `the style ${id} cannot be removed` });
    const before = project.tracks.filter(({ styleId }) => styleId === id);
    const after = before.map((track) => ({ ...track, styleId: other.id }));
    return {
      ...project,
      styles: updateTable(project.styles, gone, []),
      tracks: updateTable(project.tracks, before, after),
    };
  },
};
