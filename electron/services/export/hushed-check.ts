/** Listens whether redacted sound really is gone from a finished video. */
import { AppError } from '../../../shared/api/errors';
import type { ExportCheck } from '../../../shared/domain/export';
import { safeInputArguments } from '../../../shared/ffmpeg/input';
import { BEEP } from '../../../shared/ffmpeg/sound-redaction';
import { timelineShiftMs } from '../../../shared/ffmpeg/timeline';
import type { VideoPlanSettings } from '../../../shared/ffmpeg/video-plan';
import { formatMessage } from '../../../shared/messages/index';
import { largestSample, shareBesideTone } from '../../../shared/redaction/listen';
import { stretchesToCheck } from '../../../shared/redaction/to-check';
import { runTool } from '../../platform/spawn';
import type { Looking } from './covered-check';
import type { VideoRun } from './video-run';

const RATE_HZ = 16_000;
/** Louder than this (of 1) is something: coding of silence stays far below. */
const LOUDEST_SILENCE = 0.005;
/** Of the power of a beep, so much may be anything else: coding and evened loudness colour it a little. */
const MOST_BESIDE_TONE = 0.05;
const LIMIT_MS = 30_000;

/**
 * Throws `verification` where something of what was taken out can be heard; where nobody could listen, that is a failed check. A
 * disguised voice cannot be told from another.
 */
export async function checkHushed(
  run: Looking & Pick<VideoRun, 'durationMs'>,
  settings: VideoPlanSettings,
): Promise<ExportCheck[]> {
  const { hushed, media, span } = settings;
  if (!media.audio) return [];
  const whole = span ?? { startMs: 0, endMs: run.durationMs };
  let [heard, unheard] = [0, 0];
  for (const treatment of ['mute', 'beep'] as const)
    for (const { startMs, endMs } of stretchesToCheck(hushed[treatment], whole)) {
      const lateMs = Math.max(0, timelineShiftMs(media) - whole.startMs);
      const samples = await listen(run, startMs - whole.startMs - lateMs, endMs - startMs);
      if (!samples) unheard++;
      if (!samples?.length) continue;
      heard++;
      const isGone =
        treatment === 'mute'
          ? largestSample(samples) < LOUDEST_SILENCE
          : shareBesideTone(samples, BEEP.hz, RATE_HZ) < MOST_BESIDE_TONE;
      if (!isGone)
        throw new AppError('verification', {
          name: run.target.name,
          reason: formatMessage('export.reason.heard'),
        });
    }
  if (unheard > 0) {
    const message = formatMessage('redaction.check.unheard', { count: unheard });
    return [{ code: 'hushed', result: 'failed', message }];
  }
  if (heard === 0) return [];
  const message = formatMessage('redaction.check.hushed', { count: heard });
  return [{ code: 'hushed', result: 'passed', message }];
}

/** One voice of a stretch of the new sound, -1..1, empty where there is none; null where it cannot be read. */
async function listen(
  { job, target }: Looking,
  atMs: number,
  durationMs: number,
): Promise<Float32Array | null> {
  const run = await runTool({
    command: job.tools.ffmpeg,
    args: [
      ...['-nostdin', '-hide_banner', '-nostats', '-v', 'error'],
      ...safeInputArguments(target.temporaryPath, { seekMs: Math.max(0, atMs), durationMs }),
      ...['-map', '0:a:0', '-ac', '1', '-ar', String(RATE_HZ), '-f', 's16le', 'pipe:1'],
    ],
    signal: job.signal,
    timeoutMs: LIMIT_MS,
  });
  if (run.code !== 0) return null;
  const count = Math.floor(run.stdout.length / 2);
  return Float32Array.from({ length: count }, (_, n) => run.stdout.readInt16LE(n * 2) / 32_768);
}
