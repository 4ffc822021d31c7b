import { getClient } from '../../platform/client';
import { jobResult } from '../../state/jobs';
import type { HeardFile } from '../../state/sound';
import { createSpectrogramTiles, type SpectrogramTiles } from './spectrogram-tiles';

/** Has a file's spectrogram made, or finds it; its pieces are fetched as views need them. Throws what the job throws. */
export async function loadSpectrogram(heard: HeardFile, arrived: () => void): Promise<SpectrogramTiles> {
  const shape = await jobResult(await getClient().call('media.spectrogram', heard), 'spectrogram');
  const load = async (level: number, from: number, to: number) => {
    const { base64 } = await getClient().call('media.spectrogramColumns', { ...heard, level, from, to });
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  };
  const top = shape.levels.length - 1;
  const whole = await load(top, 0, shape.levels[top]?.columns ?? 0);
  return createSpectrogramTiles({ shape, load, arrived, palette: lifted(PALETTE, liftFor(whole)) });
}

/** Quiet recordings are drawn brighter, but no noise like speech: 20 dB at most. */
const MOST_LIFT = 64;
/** Where the loudest of the film shall lie, of 255. */
const LOUDEST = 235;

/** By how much values must be raised for the loudest of some to be bright; 0 for silence. */
export function liftFor(values: Uint8Array): number {
  let loudest = 0;
  for (const value of values) loudest = Math.max(loudest, value);
  return loudest === 0 ? 0 : Math.min(MOST_LIFT, Math.max(0, LOUDEST - loudest));
}

/** The palette for values that are too low by `lift`; silence stays silence. */
function lifted(palette: Uint8Array, lift: number): Uint8Array {
  return palette.map((_, at) => {
    const value = Math.floor(at / 3);
    return palette[value === 0 ? at : Math.min(255, value + lift) * 3 + (at % 3)] ?? 0;
  });
}

/** Silent to loud: black, violet, red, orange, pale yellow (as matplotlib's “inferno” runs, by its six corners). */
const CORNERS = [
  [0, 0, 4],
  [66, 10, 104],
  [147, 38, 103],
  [221, 81, 58],
  [252, 165, 10],
  [252, 255, 164],
] as const;

const PALETTE = paletteOf(CORNERS);

/** 256 colours that run evenly from corner to corner. */
export function paletteOf(corners: readonly (readonly [number, number, number])[]): Uint8Array {
  const colours = new Uint8Array(256 * 3);
  for (let n = 0; n < 256; n++) {
    const place = (n / 255) * (corners.length - 1);
    const from = Math.min(corners.length - 2, Math.floor(place));
    for (let part = 0; part < 3; part++) {
      const [low, high] = [corners[from]?.[part] ?? 0, corners[from + 1]?.[part] ?? 0];
      colours[n * 3 + part] = Math.round(low + (high - low) * (place - from));
    }
  }
  return colours;
}
