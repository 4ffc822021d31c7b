import { basename } from 'node:path';
import { AppError } from '../../../shared/api/errors';
import type { MediaInfo, VideoStream } from '../../../shared/domain/media';
import { burnInSize, leastBurnInBytes, planBurnIn } from '../../../shared/ffmpeg/burn-in';
import { ffmpegError, saysDiskFull } from '../../../shared/ffmpeg/errors';
import { createProgressParser } from '../../../shared/ffmpeg/progress';
import { timelineOriginMs } from '../../../shared/ffmpeg/timeline';
import { writeAss } from '../../../shared/formats/ass/write';
import { formatMessage } from '../../../shared/messages/index';
import { ioError } from '../../platform/files';
import { runTool } from '../../platform/spawn';
import type { Cleared } from '../safety/clearance';
import type { ToolPaths } from '../tools/tools';
import { checkBurned, type BurnedCheck } from './burned-check';
import { ffmpegArguments } from './ffmpeg-arguments';
import { discard, prepareTarget, publish, requireSpace, type ExportTarget } from './target';
import { trackToExport, type ExportedTrack } from './track';
import { verifyVideo } from './verify-video';
import { withWorkFolder, workFolderEnvironment } from './work-folder';

export interface BurnInOptions {
  readonly cleared: Cleared;
  readonly trackId: string;
  readonly mediaPath: string;
  readonly mediaInfo: MediaInfo;
  readonly targetPath: string;
  /** Height of the new picture in pixels; null keeps the footage's. */
  readonly height: number | null;
  readonly tools: ToolPaths;
  /** Holds the files of `fontFaces`. */
  readonly fontFolder: string;
  /** Where the private work folder is made; the system's temporary folder if left out. */
  readonly temporaryFolder?: string | undefined;
  /** When each frame appears (ms, model's timeline), from the frame index; where missing, taken from a constant rate. */
  readonly frameTimes?: ArrayLike<number> | null;
  readonly signal?: AbortSignal | undefined;
  /** Called with 0..1. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

export interface BurnInResult {
  readonly path: string;
  readonly durationMs: number;
  /** What looking at a few frames showed. */
  readonly burned: BurnedCheck;
}

/** Share of the progress bar for encoding; the rest is for checking. */
const ENCODING = 0.97;

/**
 * Burns a track into the picture and writes an MP4.
 *
 * Written under a temporary name beside the target, checked (`verifyVideo`, `checkBurned`), synced, renamed. Whatever
 * goes wrong, the temporary file and the work folder are gone and what had the name before is untouched.
 * Throws `no-video`, `no-cues`, `not-found`, `no-permission`, `target-is-source`, `disk-full`, `verification`,
 * `cancelled`, `names-found` for the file's name, and what `ffmpegError` makes of a failed run.
 */
export async function burnIn(options: BurnInOptions): Promise<BurnInResult> {
  const { mediaInfo, mediaPath, height, signal } = options;
  const video = mediaInfo.video;
  if (!video) throw new AppError('no-video', { name: basename(mediaPath) });
  const exported = trackToExport(options.cleared.project, options.trackId);
  const target = await prepareTarget(options.targetPath, [mediaPath], options.cleared.clearance);
  await requireSpace(target, leastBurnInBytes(video, height, mediaInfo.durationMs));
  try {
    await encode(options, video, exported, target);
    const result = await check(options, exported, target);
    if (signal?.aborted) throw new AppError('cancelled');
    await publish(target);
    options.onProgress?.(1);
    return { ...result, path: target.path };
  } catch (error) {
    throw ioError(error, target.name);
  } finally {
    // After a publish there is nothing left under that name.
    await discard(target);
  }
}

async function encode(
  options: BurnInOptions,
  video: VideoStream,
  exported: ExportedTrack,
  target: ExportTarget,
): Promise<void> {
  const { mediaInfo, mediaPath, height, tools, signal, fontFolder, temporaryFolder } = options;
  const ass = writeAss({
    ...exported,
    video: burnInSize(video, height),
    title: null,
    frameTimes: options.frameTimes ?? constantRateFrames(mediaInfo, video),
  });
  const media = { ...mediaInfo, video };
  const progress = createProgressParser(mediaInfo.durationMs);
  const plan = planBurnIn({ inputPath: mediaPath, outputPath: target.temporaryPath, media, height });
  const run = await withWorkFolder({ ass, fontFolder, temporaryFolder }, (cwd) =>
    runTool({
      command: tools.ffmpeg,
      args: ffmpegArguments(plan),
      cwd,
      env: workFolderEnvironment(cwd),
      signal,
      onStdoutLine: (line) => {
        const step = progress(line);
        if (step) options.onProgress?.(step.fraction * ENCODING);
      },
    }),
  );
  if (run.code === 0 && !saysDiskFull(run.stderrTail)) return;
  throw ffmpegError({
    tool: 'ffmpeg',
    code: run.code,
    stderr: run.stderrTail,
    name: basename(mediaPath),
    targetName: target.name,
    paths: [mediaPath, target.temporaryPath],
  });
}

async function check(
  options: BurnInOptions,
  { cues }: ExportedTrack,
  target: ExportTarget,
): Promise<Omit<BurnInResult, 'path'>> {
  const { mediaInfo, mediaPath, tools, signal } = options;
  const outputPath = target.temporaryPath;
  const found = await verifyVideo({ path: outputPath, name: target.name, source: mediaInfo, tools, signal });
  const burned = await checkBurned({
    sourcePath: mediaPath,
    source: mediaInfo,
    outputPath,
    cues,
    tools,
    signal,
  });
  if (burned.checked > 0 && burned.seen === 0)
    throw new AppError('verification', {
      name: target.name,
      reason: formatMessage('export.reason.notBurned'),
    });
  return { durationMs: found.durationMs, burned };
}

/** Where the frames of a constant rate lie; null where the rate varies or is not known. */
function constantRateFrames(media: MediaInfo, video: VideoStream): Float64Array | null {
  if (!video.frameRate || video.variableFrameRate) return null;
  const frameMs = (1000 * video.frameRate.den) / video.frameRate.num;
  const firstMs = video.startMs - timelineOriginMs(media);
  const count = Math.max(0, Math.ceil((media.durationMs - firstMs) / frameMs));
  return Float64Array.from({ length: count }, (_, frame) => firstMs + frame * frameMs);
}
