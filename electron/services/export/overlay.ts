import { AppError } from '../../../shared/api/errors';
import type { ExportCheck } from '../../../shared/domain/export';
import type { Rational } from '../../../shared/domain/media';
import { planOverlay } from '../../../shared/ffmpeg/overlay-plan';
import { formatMessage } from '../../../shared/messages/index';
import { withoutMarkUp } from '../../../shared/text/mark-up';
import { constantFrames } from '../../../shared/frames/frames';
import { pictureSize } from '../../../shared/video/picture-size';
import { note } from '../../../shared/video/foreseen';
import { runTool } from '../../platform/spawn';
import { runPlan } from './run-plan';
import type { VideoTexts } from './video-texts';
import type { VideoRun } from './video-run';

const ENCODED = 0.97;
const LIMIT_MS = 60_000;
/** Of 255: anti-aliased edges count, noise of lossy transparency does not. */
const OPAQUE = 100;

/** The rate of an overlay: the footage's, or a usual one where that varies; editors know no varying rates. */
export function overlayRate({ frameRate, variableFrameRate }: VideoRun['job']['video']): Rational {
  return frameRate && !variableFrameRate ? frameRate : { num: 30, den: 1 };
}

/** When the pictures of an overlay appear. */
export function overlayTimes({ video }: Pick<VideoRun['job'], 'video'>, durationMs: number): Float64Array {
  return constantFrames(overlayRate(video), durationMs).timesMs;
}

/** Draws on nothing and looks whether letters are there at their time and nothing is elsewhere. */
export async function makeOverlay(
  run: VideoRun,
  drawn: VideoTexts['fitted']['drawn'],
): Promise<ExportCheck[]> {
  const { job, target, folder, durationMs, output } = run;
  const container = output.container === 'webm' ? 'webm' : 'mov';
  const rate = overlayRate(job.video);
  const size = pictureSize(job.video, output);
  await runPlan(planOverlay({ container, size, rate, durationMs, outputPath: target.temporaryPath }), {
    ffmpeg: job.tools.ffmpeg,
    folder,
    mediaPath: job.mediaPath,
    target: { name: target.name, path: target.temporaryPath },
    durationMs,
    signal: job.signal,
    onProgress: (fraction) => job.onProgress?.(fraction * ENCODED),
  });
  const wasLookedAt = await checkTransparency(run, container, drawn);
  return [
    wasLookedAt
      ? { code: 'transparent', result: 'passed', message: formatMessage('video.check.transparent') }
      : note('transparent', 'video.note.notLookedAt'),
    ...(job.video.variableFrameRate ? [note('constant-rate', 'video.note.constantRate')] : []),
  ];
}

/** Whether there was a subtitle long enough to look at. Throws `verification`. */
async function checkTransparency(
  run: VideoRun,
  container: 'mov' | 'webm',
  drawn: VideoTexts['fitted']['drawn'],
): Promise<boolean> {
  const shown = drawn.find(
    ({ text, startMs, endMs }) =>
      /[\p{L}\p{N}]/u.test(withoutMarkUp(text)) && endMs - startMs >= 200 && endMs < run.durationMs,
  );
  if (!shown) return false;
  const inside = await opaqueShare(run, container, (shown.startMs + shown.endMs) / 2);
  if (inside <= 0) throw failed(run, 'export.reason.notBurned');
  if (inside > 0.9) throw failed(run, 'export.reason.notTransparent');
  return true;
}

/** How much of the picture at a time covers what lies under it: 0..1. */
async function opaqueShare(
  { job, target }: VideoRun,
  container: 'mov' | 'webm',
  atMs: number,
): Promise<number> {
  // ffmpeg's own VP9 decoder drops transparency.
  const decoder = container === 'webm' ? ['-c:v', 'libvpx-vp9'] : [];
  const run = await runTool({
    command: job.tools.ffmpeg,
    args: [
      ...['-nostdin', '-hide_banner', '-nostats', '-v', 'error', ...decoder],
      ...['-ss', (atMs / 1000).toFixed(3), '-i', `file:${target.temporaryPath}`],
      ...['-vf', 'alphaextract,format=gray', '-frames:v', '1', '-f', 'rawvideo', 'pipe:1'],
    ],
    signal: job.signal,
    timeoutMs: LIMIT_MS,
  });
  if (run.code !== 0 || run.stdout.length === 0) return 1;
  return run.stdout.reduce((count, value) => count + (value > OPAQUE ? 1 : 0), 0) / run.stdout.length;
}

function failed(
  { target }: VideoRun,
  reason: 'export.reason.notBurned' | 'export.reason.notTransparent',
): AppError {
  return new AppError('verification', { name: target.name, reason: formatMessage(reason) });
}
