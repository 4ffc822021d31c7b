import type { Handle } from '../../../shared/api/contract';
import { getClient } from '../../platform/client';
import { jobResult } from '../../state/jobs';
import type { Waveform } from './scene';
import { createTileCache, type Pyramid } from './tile-cache';

/** Starts or finds the peak pyramid of a file. Throws what the job throws. */
export async function loadPyramid(file: Handle): Promise<Pyramid> {
  return jobResult(await getClient().call('media.waveform', { file }), 'waveform');
}

/** A waveform whose pieces are fetched as views need them; `arrived` tells of each that came. */
export function createWaveform(file: Handle, pyramid: Pyramid, arrived: () => void): Waveform {
  const load = async (level: number, from: number, to: number) => {
    const { base64 } = await getClient().call('media.peaks', { file, level, from, to });
    return bytesOf(base64);
  };
  return { pyramid, cache: createTileCache({ load, arrived, pyramid }) };
}

function bytesOf(base64: string): Int8Array {
  const text = atob(base64);
  return Int8Array.from(text, (letter) => letter.charCodeAt(0));
}
