/** Which marker a command means. Pure. */
import type { Marker } from '../../../shared/domain/marker';

/** A marker so near to the playhead (ms) is the one meant: less than two pictures. */
const MEANT_MS = 50;

/** The marker at a time; null for none. `markers` by time. */
export function markerAt(markers: readonly Marker[], ms: number): Marker | null {
  let best: Marker | null = null;
  for (const marker of markers) {
    const distance = Math.abs(marker.atMs - ms);
    if (distance <= MEANT_MS && (best === null || distance < Math.abs(best.atMs - ms))) best = marker;
  }
  return best;
}

/** The first marker behind (1) or before (-1) a time; null for none. */
export function nextMarker(markers: readonly Marker[], ms: number, direction: 1 | -1): Marker | null {
  return (
    (direction === 1
      ? markers.find(({ atMs }) => atMs > ms + 1)
      : markers.findLast(({ atMs }) => atMs < ms - 1)) ?? null
  );
}
