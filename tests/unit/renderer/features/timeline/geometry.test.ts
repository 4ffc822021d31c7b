import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CLOSEST_MS_PER_PX,
  clampView,
  endOf,
  fitView,
  isInBand,
  layOutBands,
  msAt,
  panBy,
  resizeView,
  reveal,
  viewOfSpan,
  xOf,
  zoomAround,
  type View,
} from '../../../../../renderer/features/timeline/geometry';

const FILM = 600_000;
const VIEW: View = { startMs: 60_000, msPerPx: 20, widthPx: 1000 };

const views = fc.record({
  startMs: fc.double({ min: 0, max: FILM, noNaN: true }),
  msPerPx: fc.double({ min: 0.01, max: 5000, noNaN: true }),
  widthPx: fc.integer({ min: 1, max: 4000 }),
});

describe('pixels and times', () => {
  it('are each other’s inverse within a millisecond', () => {
    expect(xOf(VIEW, 70_000)).toBe(500);
    expect(msAt(VIEW, 500)).toBe(70_000);
    expect(endOf(VIEW)).toBe(80_000);
  });
  it('never give a time before the film', () => {
    expect(msAt({ ...VIEW, startMs: 0 }, -50)).toBe(0);
  });
});

describe('clampView', () => {
  it('keeps every view inside the film', () => {
    fc.assert(
      fc.property(views, (view) => {
        const inside = clampView(view, FILM);
        expect(inside.startMs).toBeGreaterThanOrEqual(0);
        expect(inside.msPerPx).toBeGreaterThanOrEqual(CLOSEST_MS_PER_PX);
        expect(endOf(inside)).toBeLessThanOrEqual(Math.max(FILM, inside.widthPx * CLOSEST_MS_PER_PX) + 0.001);
        expect(clampView(inside, FILM)).toEqual(inside);
      }),
    );
  });
  it('shows a film of no length as a second', () => {
    expect(fitView(500, 0)).toEqual({ startMs: 0, msPerPx: 2, widthPx: 500 });
  });
});

describe('zoomAround', () => {
  it('keeps the time under the pointer away from the film’s ends', () => {
    const before = msAt(VIEW, 300);
    const zoomed = zoomAround(VIEW, 2, 300, FILM);
    expect(zoomed.msPerPx).toBe(10);
    expect(msAt(zoomed, 300)).toBe(before);
  });
  it('going out as far as it goes shows everything', () => {
    expect(zoomAround(VIEW, 1e-9, 700, FILM)).toEqual(fitView(1000, FILM));
  });
});

it('panBy stops at both ends', () => {
  expect(panBy(VIEW, -1e9, FILM).startMs).toBe(0);
  expect(endOf(panBy(VIEW, 1e9, FILM))).toBe(FILM);
  expect(panBy(VIEW, 10, FILM).startMs).toBe(60_200);
});

it('resizeView keeps start and zoom', () => {
  expect(resizeView(VIEW, 400, FILM)).toEqual({ ...VIEW, widthPx: 400 });
});

it('viewOfSpan centres the span and leaves a tenth free', () => {
  const view = viewOfSpan(1000, 100_000, 108_000, FILM);
  expect(xOf(view, 100_000)).toBeCloseTo(100);
  expect(xOf(view, 108_000)).toBeCloseTo(900);
});

describe('reveal', () => {
  it('does not move for a time well inside', () => {
    expect(reveal(VIEW, 70_000, FILM)).toBe(VIEW);
  });
  it('brings a later time near the left edge', () => {
    expect(xOf(reveal(VIEW, 90_000, FILM), 90_000)).toBeCloseTo(100);
  });
  it('shows an earlier time', () => {
    expect(xOf(reveal(VIEW, 10_000, FILM), 10_000)).toBeCloseTo(100);
  });
  it('does not fight the start of the film', () => {
    const start = { ...VIEW, startMs: 0 };
    expect(reveal(start, 0, FILM)).toBe(start);
  });
});

describe('layOutBands', () => {
  it.each([60, 90, 124, 200, 800])('fills a height of %d from the top without overlaps', (height) => {
    const { ruler, waveform, words, cues } = layOutBands(height);
    expect(waveform.top).toBe(ruler.top + ruler.height);
    expect(words.top).toBe(waveform.top + waveform.height);
    expect(cues.top).toBe(words.top + words.height);
    expect(cues.top + cues.height).toBe(Math.max(height, 76));
  });
  it('gives up the words first', () => {
    expect(layOutBands(110).words.height).toBe(0);
    expect(layOutBands(200).words.height).toBeGreaterThan(0);
  });
  it('shares the sound’s room with a spectrogram, or gives it all where it is low', () => {
    for (const height of [60, 110, 150, 200, 800]) {
      const without = layOutBands(height);
      const { waveform, spectrogram, words } = layOutBands(height, 0, 0, true);
      expect(waveform.height + spectrogram.height).toBe(without.waveform.height);
      expect(spectrogram.top).toBe(waveform.top + waveform.height);
      expect(words).toEqual(without.words);
      expect(without.spectrogram.height).toBe(0);
      if (waveform.height > 0) expect(Math.abs(waveform.height - spectrogram.height)).toBeLessThanOrEqual(1);
    }
    expect(layOutBands(130, 0, 0, true).waveform.height).toBe(0);
  });
  it('bands hold their top row, not the one below', () => {
    expect(isInBand({ top: 10, height: 5 }, 10)).toBe(true);
    expect(isInBand({ top: 10, height: 5 }, 15)).toBe(false);
  });
});
