import type { VideoCodec } from '../../../shared/domain/video-output';
import { encoderOptions, HARDWARE, type Encoder } from '../../../shared/ffmpeg/encoders';
import { runTool } from '../../platform/spawn';

/** A trial is one second of a small moving picture; a driver that hangs is as good as none. */
const TRIAL_LIMIT_MS = 10_000;
const TRIAL = 'testsrc2=s=640x360:r=25:d=1';

const trials = new Map<string, Promise<boolean>>();

/** The first encoder of a graphics card for this codec that really encodes here; null where none does. Trials are remembered. */
export async function hardwareEncoder(
  codec: VideoCodec,
  ffmpeg: string,
  signal: AbortSignal | undefined,
): Promise<Encoder | null> {
  for (const encoder of HARDWARE[codec] ?? []) {
    const key = `${ffmpeg}\n${encoder.name}`;
    const trial = trials.get(key) ?? passes(encoder, ffmpeg, signal);
    trials.set(key, trial);
    if (await trial) return encoder;
    // One that was cut short says nothing.
    if (signal?.aborted) trials.delete(key);
  }
  return null;
}

async function passes(encoder: Encoder, ffmpeg: string, signal: AbortSignal | undefined): Promise<boolean> {
  const upload = encoder.upload === '' ? `format=${encoder.pixelFormat}` : encoder.upload;
  const run = await runTool({
    command: ffmpeg,
    args: [
      ...['-nostdin', '-hide_banner', '-nostats', '-v', 'error', ...encoder.device],
      ...['-f', 'lavfi', '-i', TRIAL, '-vf', upload, ...encoderOptions(encoder, { kind: 'quality' })],
      ...['-f', 'null', '-'],
    ],
    timeoutMs: TRIAL_LIMIT_MS,
    signal,
  }).catch(() => null);
  return run?.code === 0;
}
