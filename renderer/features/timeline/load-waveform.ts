import { getClient } from '../../platform/client';
import { jobResult } from '../../state/jobs';
import type { HeardFile } from '../../state/sound';
import type { Waveform } from './scene';
import { createTileCache, type Pyramid } from './tile-cache';

/** Starts or finds the peak pyramid of a file. Throws what the job throws. */
export async function loadPyramid(heard: HeardFile): Promise<Pyramid> {
  return jobResult(await getClient().call('media.waveform', heard), 'waveform');
}

/** No recording is drawn louder than this: noise would look like speech. */
const MOST_GAIN = 6;
/** Full height for the loudest moment of the film, of 128, with a little air. */
const FULL = 122;

/** A waveform whose pieces are fetched as views need them; `arrived` tells of each that came. Throws what the service does. */
export async function createWaveform(
  heard: HeardFile,
  pyramid: Pyramid,
  arrived: () => void,
): Promise<Waveform> {
  const load = async (level: number, from: number, to: number) => {
    const { base64 } = await getClient().call('media.peaks', { ...heard, level, from, to });
    return bytesOf(base64);
  };
  const top = pyramid.levels.length - 1;
  const whole = await load(top, 0, pyramid.levels[top]?.buckets ?? 0);
  return { pyramid, cache: createTileCache({ load, arrived, pyramid }), gain: gainFor(whole) };
}

/** The gain that brings the loudest of some int8 peaks to full height; 1 for silence. */
export function gainFor(peaks: Int8Array): number {
  let loudest = 0;
  for (const peak of peaks) loudest = Math.max(loudest, Math.abs(peak));
  return loudest === 0 ? 1 : Math.min(MOST_GAIN, Math.max(1, FULL / loudest));
}

function bytesOf(base64: string): Int8Array {
  const text = atob(base64);
  return Int8Array.from(text, (letter) => letter.charCodeAt(0));
}
