import { stat } from 'node:fs/promises';
import { AppError } from '../../../shared/api/errors';
import type { ExportCheck } from '../../../shared/domain/export';
import type { VideoPlanSettings } from '../../../shared/ffmpeg/video-plan';
import { formatMessage } from '../../../shared/messages/index';
import type { SizePlan } from '../../../shared/video/target-size';
import { runVideoPlan, type VideoRun } from './video-run';

/** With this many bits a pixel, constant quality fits almost always and costs one pass less; it is tried first then. */
const PLENTY_BITS = 0.2;
/** The first of two passes only looks: about this share of the work. */
const FIRST_PASS = 0.35;
/** Rate control may miss its mark a little; the second try aims this much lower than it missed by. */
const SAFETY = 0.97;

/**
 * Encodes to a size: by constant quality where that is likely to fit and does, else in two passes; once more, lower, where
 * the file came out too large. The size is checked, not hoped for.
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
  if (bitsPerPixel(run, plan) >= PLENTY_BITS) {
    await runVideoPlan(run, settings, { kind: 'quality' }, onProgress);
    if ((await sizeOf(run)) <= maxBytes) return sizeChecked(run, maxBytes);
  }
  await pass(1, plan.videoBits, 0, FIRST_PASS);
  await pass(2, plan.videoBits, FIRST_PASS, 1 - FIRST_PASS);
  const bytes = await sizeOf(run);
  if (bytes > maxBytes) await pass(2, plan.videoBits * (maxBytes / bytes) * SAFETY, 1, 0);
  return sizeChecked(run, maxBytes);
}

/** Throws `verification` where the file is larger than it may be. */
async function sizeChecked(run: VideoRun, maxBytes: number): Promise<ExportCheck[]> {
  const bytes = await sizeOf(run);
  const megabytes = (value: number) => (value / 1_000_000).toFixed(1);
  if (bytes > maxBytes)
    throw new AppError('verification', {
      name: run.target.name,
      reason: formatMessage('export.reason.tooLarge', { found: megabytes(bytes), most: megabytes(maxBytes) }),
    });
  const values = { size: megabytes(bytes), most: megabytes(maxBytes) };
  return [{ code: 'size', result: 'passed', message: formatMessage('video.check.size', values) }];
}

function bitsPerPixel({ job }: VideoRun, { videoBits, size }: SizePlan): number {
  const { frameRate } = job.video;
  return videoBits / (size.width * size.height * (frameRate ? frameRate.num / frameRate.den : 25));
}

async function sizeOf({ target }: VideoRun): Promise<number> {
  return (await stat(target.temporaryPath)).size;
}
