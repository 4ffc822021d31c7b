import type { Command } from '../../app/commands';
import { firstOf, otherwise, readOnly, type Refusal } from '../../app/refusals';
import { addMarker, markersOf, removeMarkers } from '../../../shared/edits/marker';
import { announce } from '../../app/announcer';
import { t } from '../../app/messages';
import { newId } from '../../platform/new-id';
import { canEdit, run, useDocument } from '../../state/document';
import { edgeAt } from '../../state/frames';
import { seek, usePlayback } from '../../state/playback';
import { showDialog, useSession } from '../../state/session';
import { formatTimecode } from '../../state/timecode';
import { useNamedMarker } from './named-marker';
import { markerAt, nextMarker } from './model';

const markers = () => markersOf(useDocument.getState().project);
const playhead = () => usePlayback.getState().playheadMs;
const isShown = () => useSession.getState().screen === 'editor';

/** Shows the list of markers with the name of one ready to be typed. */
export function editMarker(id: string | null): void {
  useNamedMarker.setState({ id });
  showDialog('markers');
}

/** Marks the place in the film, or names the marker that is there. Playing goes on: a place is marked as it passes. */
function setHere(): void {
  const atMs = edgeAt(playhead());
  const there = markerAt(markers(), atMs);
  if (there) return editMarker(there.id);
  run(addMarker, { newId, atMs });
  announce(t('marker.set'));
}

function removeHere(): void {
  const there = markerAt(markers(), playhead());
  if (!there) return;
  run(removeMarkers, { ids: [there.id] });
  announce(t('marker.removed'));
}

function go(direction: 1 | -1): void {
  const marker = nextMarker(markers(), playhead(), direction);
  if (!marker) return;
  seek(marker.atMs, 'after');
  announce(t('marker.at', { name: marker.name, time: formatTimecode(marker.atMs) }));
}

const command = (
  id: string,
  titleKey: Command['titleKey'],
  shortcut: Command['shortcut'],
  isEnabled: () => boolean,
  act: () => void,
  refusal: Refusal = firstOf(readOnly),
): Command => ({
  id,
  titleKey,
  shortcut,
  group: 'timeline',
  isEnabled: () => isShown() && isEnabled(),
  run: act,
  refusal,
});

const noMarkers = firstOf(otherwise('refusal.noMarkers'));

/** Places in the film to find again. */
export const markerCommands: readonly Command[] = [
  command('marker.set', 'marker.command.set', 'Shift+M', canEdit, setHere),
  command(
    'marker.remove',
    'marker.command.remove',
    'Alt+M',
    () => canEdit() && markerAt(markers(), playhead()) !== null,
    removeHere,
    firstOf(readOnly, otherwise('refusal.noMarkerHere')),
  ),
  command(
    'marker.next',
    'marker.command.next',
    'Shift+Period',
    () => nextMarker(markers(), playhead(), 1) !== null,
    () => go(1),
    noMarkers,
  ),
  command(
    'marker.previous',
    'marker.command.previous',
    'Shift+Comma',
    () => nextMarker(markers(), playhead(), -1) !== null,
    () => go(-1),
    noMarkers,
  ),
  command(
    'marker.list',
    'marker.command.list',
    'Mod+Alt+M',
    () => true,
    () => editMarker(null),
  ),
];
