import { AppError } from '../api/errors';
import type { Marker, MarkerColour } from '../domain/marker';
import type { Project } from '../domain/project';
import { updateTable } from '../history/tables';
import type { Edit, NewId } from './edit';
import { validText, validTime } from './records';

/** Longest name of a marker, in UTF-16 units (see `Marker`). */
export const MAX_MARKER_NAME = 200;

/** Marks a place in the film. */
export const addMarker: Edit<{ newId: NewId; atMs: number; name?: string; colour?: MarkerColour }> = {
  command: 'marker.add',
  label: 'edit.marker.add',
  apply(project, { newId, atMs, name = '', colour = 'red' }) {
    const marker = { id: newId(), atMs: validTime(atMs), name: validName(name), colour };
    return withMarkers(project, [], [marker]);
  },
};

/** Moves, renames or recolours a marker; what is not given stays. Throws `bad-request` for one that is not there. */
export const setMarker: Edit<{ id: string; atMs?: number; name?: string; colour?: MarkerColour }> = {
  command: 'marker.set',
  label: 'edit.marker.set',
  apply(project, { id, atMs, name, colour }) {
    const before = markerOf(project, id);
    const after = {
      ...before,
      atMs: atMs === undefined ? before.atMs : validTime(atMs),
      name: name === undefined ? before.name : validName(name),
      colour: colour ?? before.colour,
    };
    const isSame = after.atMs === before.atMs && after.name === before.name && after.colour === before.colour;
    return isSame ? project : withMarkers(project, [before], [after]);
  },
};

/** Takes markers away. Throws `bad-request` for one that is not there. */
export const removeMarkers: Edit<{ ids: readonly string[] }> = {
  command: 'marker.remove',
  label: 'edit.marker.remove',
  apply(project, { ids }) {
    const gone = [...new Set(ids)].map((id) => markerOf(project, id));
    return gone.length === 0 ? project : withMarkers(project, gone, []);
  },
};

const NONE: readonly Marker[] = [];

/** A project's markers by time; projects of earlier versions have none. */
export function markersOf({ markers }: Project): readonly Marker[] {
  return markers ?? NONE;
}

function validName(name: string): string {
  return validText(name.trim(), MAX_MARKER_NAME, 'the name of a marker');
}

function markerOf(project: Project, id: string): Marker {
  const marker = markersOf(project).find((one) => one.id === id);
  if (!marker) throw new AppError('bad-request', { reason: `there is no marker ${id}` });
  return marker;
}

function withMarkers(project: Project, removed: readonly Marker[], added: readonly Marker[]): Project {
  const { markers: before = [], ...rest } = project;
  const markers = updateTable(before, removed, added);
  return markers.length > 0 ? { ...rest, markers } : rest;
}
