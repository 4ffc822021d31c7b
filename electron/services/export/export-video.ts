/** Makes a video of a project: burned in, with soft tracks or without subtitles. */
import { campaignFonts } from '../fonts/campaign-fonts';
import { basename } from 'node:path';
import { AppError } from '../../../shared/api/errors';
import type { ExportCheck } from '../../../shared/domain/export';
import type { MediaInfo, VideoStream } from '../../../shared/domain/media';
import type { VideoOutput } from '../../../shared/domain/video-output';
import { timelineOriginMs } from '../../../shared/ffmpeg/timeline';
import { formatMessage } from '../../../shared/messages/index';
import { completeVideo } from '../../../shared/video/complete';
import { spanOnPictures, type ClipSpan } from '../../../shared/video/clip';
import { outputProblem } from '../../../shared/video/needs';
import { ioError } from '../../platform/files';
import type { Cleared } from '../safety/clearance';
import type { ToolPaths } from '../tools/tools';
import type { BurnedCheck } from './burned-check';
import { discard, prepareTarget, publish } from './target';
import type { PlacedBranding } from '../branding/campaign-branding';
import { trackToExport } from './track';
import { makeVideo } from './video-work';

export interface ExportVideoOptions {
  readonly cleared: Cleared;
  readonly output: VideoOutput;
  /** One for burning in and overlays, any number for soft tracks, none for none. */
  readonly trackIds: readonly string[];
  readonly mediaPath: string;
  readonly mediaInfo: MediaInfo;
  readonly targetPath: string;
  /** Only this stretch, widened to whole pictures; all of the film if left out. */
  readonly span?: ClipSpan | null;
  /** Pictures that were looked at (`campaign-branding.ts`). */
  readonly branding?: PlacedBranding;
  readonly tools: ToolPaths;
  /** Holds the files of `fontFaces`. */
  readonly fontFolder: string;
  /** Folders whose `fonts` hold the campaign's own. */
  readonly campaignFolders?: readonly string[];
  /** Where the private work folder is made; the system's temporary folder if left out. */
  readonly temporaryFolder?: string | undefined;
  /** When each frame appears (ms, model's timeline), from the frame index; where missing, taken from a constant rate. */
  readonly frameTimes?: ArrayLike<number> | null;
  readonly signal?: AbortSignal | undefined;
  /** Called with 0..1. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

export interface VideoResult {
  readonly path: string;
  readonly durationMs: number;
  /** What looking at a few frames showed; null where nothing was drawn. */
  readonly burned: BurnedCheck | null;
  /** What was done otherwise than a person might expect, and what was checked. */
  readonly checks: readonly ExportCheck[];
  /** Names of the fonts inside it. */
  readonly attached: readonly string[];
}

/**
 * Makes one video file.
 *
 * Written under a temporary name beside the target, checked (`verifyVideo`, `checkBurned`), synced, renamed. Whatever
 * goes wrong, the temporary file and the work folder are gone and what had the name before is untouched.
 * Throws `no-video`, `no-cues`, `not-found`, `no-permission`, `target-is-source`, `disk-full`, `verification`,
 * `cancelled`, `names-found` for the file's name, `bad-output`, `empty-clip`, `too-long-for-size`, and what `ffmpegError` makes of a failed run.
 */
export async function exportVideo(options: ExportVideoOptions): Promise<VideoResult> {
  const { mediaInfo, mediaPath, signal, output } = options;
  const video = mediaInfo.video;
  if (!video) throw new AppError('no-video', { name: basename(mediaPath) });
  const problem = outputProblem(output);
  if (problem) throw badOutput(output, problem);
  const tracks = options.trackIds.map((id) => trackToExport(options.cleared.project, id));
  if (
    (output.delivery === 'none') !== (tracks.length === 0) ||
    (output.delivery !== 'mux' && tracks.length > 1)
  )
    throw new AppError('bad-request', { reason: `${tracks.length} tracks for ${output.delivery}` });
  const { logo, endCard } = options.branding ?? {};
  const sources = [mediaPath, ...(logo ? [logo.path] : []), ...(endCard ? [endCard.path] : [])];
  const target = await prepareTarget(options.targetPath, sources, options.cleared.clearance);
  const frameTimes = options.frameTimes ?? constantRateFrames(mediaInfo, video);
  const span = clipSpan(options, frameTimes);
  try {
    const ownFonts = await campaignFonts(options.campaignFolders ?? []);
    const made = await makeVideo({ ...options, video, tracks, span, frameTimes, ownFonts }, target);
    await publish(target, signal);
    options.onProgress?.(1);
    return { ...made, path: target.path };
  } catch (error) {
    throw ioError(error, target.name);
  } finally {
    // After a publish there is nothing left under that name.
    await discard(target);
  }
}

function badOutput(output: VideoOutput, problem: NonNullable<ReturnType<typeof outputProblem>>): AppError {
  const { codec, container } = completeVideo(output);
  const values = { codec: formatMessage(`video.codec.${codec}`), container: container.toUpperCase() };
  return new AppError('bad-output', { reason: formatMessage(`video.problem.${problem}`, values) });
}

function clipSpan(
  { span, mediaInfo }: ExportVideoOptions,
  frameTimes: ArrayLike<number> | null,
): ClipSpan | null {
  if (!span) return null;
  const endMs = Math.min(span.endMs, mediaInfo.durationMs);
  if (!(endMs > span.startMs)) throw new AppError('empty-clip');
  if (!frameTimes || frameTimes.length === 0) return { ...span, endMs };
  return spanOnPictures(frameTimes, mediaInfo.durationMs, { ...span, endMs });
}

/** Where the frames of a constant rate lie; null where the rate varies or is not known. */
function constantRateFrames(media: MediaInfo, video: VideoStream): Float64Array | null {
  if (!video.frameRate || video.variableFrameRate) return null;
  const frameMs = (1000 * video.frameRate.den) / video.frameRate.num;
  const firstMs = video.startMs - timelineOriginMs(media);
  const count = Math.max(0, Math.ceil((media.durationMs - firstMs) / frameMs));
  return Float64Array.from({ length: count }, (_, frame) => firstMs + frame * frameMs);
}
