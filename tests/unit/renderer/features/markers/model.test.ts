import { expect, it } from 'vitest';
import { markerAt, nextMarker } from '../../../../../renderer/features/markers/model';
import type { Marker } from '../../../../../shared/domain/marker';

const at = (atMs: number): Marker => ({ id: `m${atMs}`, atMs, name: '', colour: 'red' });
const MARKERS = [at(1000), at(1030), at(5000)];

it('the marker meant is the nearest within two pictures', () => {
  expect(markerAt(MARKERS, 1010)?.atMs).toBe(1000);
  expect(markerAt(MARKERS, 1020)?.atMs).toBe(1030);
  expect(markerAt(MARKERS, 1090)).toBeNull();
  expect(markerAt([], 0)).toBeNull();
});

it('the next one is never the one the playhead is on', () => {
  expect(nextMarker(MARKERS, 1000, 1)?.atMs).toBe(1030);
  expect(nextMarker(MARKERS, 1030, -1)?.atMs).toBe(1000);
  expect(nextMarker(MARKERS, 5000, 1)).toBeNull();
  expect(nextMarker(MARKERS, 0, -1)).toBeNull();
});
