import { stat } from 'node:fs/promises';
import { AppError } from '../../../shared/api/errors';
import type { ExportCheck } from '../../../shared/domain/export';
import type { VideoPlanSettings } from '../../../shared/ffmpeg/video-plan';
import { formatMessage } from '../../../shared/messages/index';
import type { SizePlan } from '../../../shared/video/target-size';
import { runVideoPlan, type VideoRun } from './video-run';

/** The first of two passes only looks: about this share of the work. */
const FIRST_PASS = 0.35;
/** Rate control may miss its mark a little; the second try aims this much lower than it missed by. */
const SAFETY = 0.97;

/**
 * Encodes in two passes to a size; once more, lower, where the file came out too large. The size is checked, not hoped for.
 * Throws `verification` where it is still too large.
 */
export async function encodeToSize(
  run: VideoRun,
  settings: VideoPlanSettings,
  plan: SizePlan,
  onProgress: (fraction: number) => void,
): Promise<ExportCheck[]> {
  const maxBytes = run.output.maxBytes ?? Infinity;
  const pass = (number: 1 | 2, bitsPerSecond: number, from: number, share: number) =>
    runVideoPlan(run, settings, { kind: 'bits', bitsPerSecond, pass: number }, (fraction) =>
      onProgress(from + fraction * share),
    );
  await pass(1, plan.videoBits, 0, FIRST_PASS);
  await pass(2, plan.videoBits, FIRST_PASS, 1 - FIRST_PASS);
  const bytes = await sizeOf(run);
  if (bytes > maxBytes) await pass(2, plan.videoBits * (maxBytes / bytes) * SAFETY, 1, 0);
  const finalBytes = await sizeOf(run);
  const megabytes = (value: number) => (value / 1_000_000).toFixed(1);
  if (finalBytes > maxBytes)
    throw new AppError('verification', {
      name: run.target.name,
      reason: formatMessage('export.reason.tooLarge', {
        found: megabytes(finalBytes),
        most: megabytes(maxBytes),
      }),
    });
  const values = { size: megabytes(finalBytes), most: megabytes(maxBytes) };
  return [{ code: 'size', result: 'passed', message: formatMessage('video.check.size', values) }];
}

async function sizeOf({ target }: VideoRun): Promise<number> {
  return (await stat(target.temporaryPath)).size;
}
