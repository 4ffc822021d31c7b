/** One picture of a video as it would be made: by the very graph of the export, so that nothing can look otherwise. */
import { AppError } from '../../../shared/api/errors';
import { CARD_FILE, LOGO_FILE } from '../../../shared/ffmpeg/branding';
import { softwareFor } from '../../../shared/ffmpeg/encoders';
import { ffmpegError } from '../../../shared/ffmpeg/errors';
import { planVideo, videoGraph, type VideoPlanSettings } from '../../../shared/ffmpeg/video-plan';
import { coversOf } from '../../../shared/edits/redaction';
import { soundPlan } from '../../../shared/redaction/sound';
import { redactedIn } from '../../../shared/redaction/summary';
import type { Project } from '../../../shared/domain/project';
import type { MediaInfo } from '../../../shared/domain/media';
import type { VideoOutput } from '../../../shared/domain/video-output';
import { completeVideo } from '../../../shared/video/complete';
import { writtenCodec } from '../../../shared/video/needs';
import { pictureSize, type PictureSize } from '../../../shared/video/picture-size';
import { basename } from 'node:path';
import { runTool } from '../../platform/spawn';
import type { PlacedBranding } from '../branding/campaign-branding';
import type { PlacedFont } from '../fonts/campaign-fonts';
import type { ToolPaths } from '../tools/tools';
import { trackToExport } from './track';
import { videoTexts } from './video-texts';
import { withWorkFolder, workFolderEnvironment } from './work-folder';

export interface StillOptions {
  /** What an export of it would see. */
  readonly project: Project;
  readonly output: VideoOutput;
  readonly trackId: string;
  /** When, ms of the film. */
  readonly atMs: number;
  readonly mediaPath: string;
  readonly mediaInfo: MediaInfo;
  readonly branding: PlacedBranding;
  /** The end card in place of the film. */
  readonly isCard: boolean;
  readonly tools: ToolPaths;
  /** Holds the bundled font files. */
  readonly fontFolder: string;
  readonly ownFonts: readonly PlacedFont[];
  readonly temporaryFolder: string;
  /** When each frame appears (ms, model's timeline); null where nothing is covered. */
  readonly frameTimes: ArrayLike<number> | null;
  readonly signal?: AbortSignal | undefined;
}

export interface Still {
  /** JPEG. */
  readonly bytes: Uint8Array;
  /** Of the video, not of the small picture. */
  readonly size: PictureSize;
}

/** So much of the film (ms) around the moment is drawn: pieces of cues shorter than 0.3 s would be left out as in a clip. */
const AROUND_MS = 1000;
/** Longer side of the small picture, px. */
const LONGER_PX = 640;
const LIMIT_MS = 60_000;

/**
 * The picture at a moment. Throws `no-video`, `no-cues`, `not-found`, `cancelled` and what `ffmpegError` makes of a failed run;
 * `damaged-media` where there is no picture at that time.
 */
export async function makeStill(options: StillOptions): Promise<Still> {
  const { mediaInfo, mediaPath, tools, fontFolder, ownFonts, temporaryFolder, branding, signal } = options;
  const { video } = mediaInfo;
  const name = basename(mediaPath);
  if (!video) throw new AppError('no-video', { name });
  const startMs = Math.max(0, options.atMs - AROUND_MS);
  const span = { startMs, endMs: options.atMs + AROUND_MS };
  const { output, encoder, settings } = settingsOf(options, video, span);
  const tracks = [trackToExport(options.project, options.trackId)];
  const job = { tracks, span, frameTimes: options.frameTimes, video, ownFonts };
  const { texts } = videoTexts(job, output, span.endMs - span.startMs);
  const size = pictureSize(video, output);
  const copies = {
    ...(branding.logo ? { [LOGO_FILE]: branding.logo.path } : {}),
    ...(settings.branding.endCard && branding.endCard ? { [CARD_FILE]: branding.endCard.path } : {}),
  };
  const { inputs, files } = planVideo(settings);
  return withWorkFolder(
    { texts: { ...texts, ...files }, copies, fontFolder, ownFonts, temporaryFolder },
    async (folder) => {
      const run = await runTool({
        command: tools.ffmpeg,
        args: [
          ...['-nostdin', '-hide_banner', '-nostats', '-v', 'error'],
          ...inputs.flatMap(({ options: before, input }) => [...before, '-i', input]),
          '-filter_complex',
          `${videoGraph(settings, encoder)};${smallAt((options.atMs - startMs) / 1000, size)}`,
          ...[
            '-map',
            '[still]',
            '-frames:v',
            '1',
            '-c:v',
            'mjpeg',
            '-q:v',
            '3',
            '-f',
            'image2pipe',
            'pipe:1',
          ],
        ],
        cwd: folder,
        env: workFolderEnvironment(folder),
        signal,
        timeoutMs: LIMIT_MS,
      });
      if (run.code !== 0)
        throw ffmpegError({
          ...{ tool: 'ffmpeg', code: run.code, stderr: run.stderrTail, name, paths: [mediaPath, folder] },
        });
      if (run.stdout.length === 0) throw new AppError('damaged-media', { name });
      return { bytes: run.stdout, size };
    },
  );
}

/** The first picture at or after a moment (s), small. */
function smallAt(atSec: number, { width, height }: PictureSize): string {
  const scale = Math.min(1, LONGER_PX / Math.max(width, height));
  const small = `scale=${Math.round(width * scale)}:${Math.round(height * scale)}:flags=area`;
  return `[v]select='gte(t,${atSec.toFixed(3)})',${small},format=yuvj420p[still]`;
}

function settingsOf(
  { project, output: asked, mediaInfo, mediaPath, branding, isCard, atMs, frameTimes }: StillOptions,
  video: NonNullable<MediaInfo['video']>,
  span: { readonly startMs: number; readonly endMs: number },
) {
  const codec = writtenCodec(asked, mediaInfo, true, redactedIn(project));
  const output = { ...completeVideo(asked), codec };
  const encoder = softwareFor(codec === 'copy' ? 'h264' : codec, video);
  const settings: VideoPlanSettings = {
    ...{ inputPath: mediaPath, outputPath: '', output, draws: true, span },
    media: { ...mediaInfo, video, audio: null },
    encoder,
    rate: { kind: 'quality' },
    ...{ soundFilters: [], soundBits: null, softTracks: [] },
    branding: {
      logo: branding.logo ?? null,
      // As if the film ended at that moment.
      endCard: isCard && branding.endCard ? { ...branding.endCard, atMs: atMs - span.startMs } : null,
    },
    covered: { covers: coversOf(project), timesMs: frameTimes ?? [] },
    hushed: soundPlan(project),
  };
  return { output, encoder, settings };
}
