import type { Handle } from '../../../shared/api/contract';
import { getClient } from '../../platform/client';
import { jobResult } from '../../state/jobs';
import { indexedClock, type FrameClock } from './frame-clock';

/** Pictures in one answer: some 300 KB of JSON, a few ms to read. */
const PAGE = 20_000;
/** 10 hours at 50 a second. Beyond it the constant rate serves; an index of that size would only eat memory. */
const MOST = 1_800_000;

/** The media's own frame index; null where there is none to have (no picture, far too long). Throws what the job throws. */
export async function loadFrameClock(
  file: Handle,
  durationMs: number,
  signal: AbortSignal,
): Promise<FrameClock | null> {
  const client = getClient();
  const { count } = await jobResult(await client.call('media.frames', { file }), 'frames');
  if (count < 1 || count > MOST) return null;
  const times = new Float64Array(count);
  for (let from = 0; from < count; from += PAGE) {
    if (signal.aborted) return null;
    const { timesMs } = await client.call('media.frameTimes', {
      file,
      from,
      to: Math.min(count, from + PAGE),
    });
    times.set(timesMs, from);
  }
  return indexedClock(times, durationMs);
}
