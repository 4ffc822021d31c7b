/** One video in the making: what was decided, and running ffmpeg for it. */
import type { ExportCheck } from '../../../shared/domain/export';
import type { VideoStream } from '../../../shared/domain/media';
import type { Encoder, Rate } from '../../../shared/ffmpeg/encoders';
import type { AttachedFont } from '../../../shared/ffmpeg/soft-tracks';
import { planVideo, type VideoPlanSettings } from '../../../shared/ffmpeg/video-plan';
import type { ClipSpan } from '../../../shared/video/clip';
import type { CompleteVideo } from '../../../shared/video/complete';
import type { SizePlan } from '../../../shared/video/target-size';
import type { PlacedFont } from '../fonts/campaign-fonts';
import type { ExportVideoOptions } from './export-video';
import { runPlan } from './run-plan';
import type { ExportTarget } from './target';
import type { ExportedTrack } from './track';

/** What the work needs, once all of it is known to make sense. */
export interface VideoJob extends Omit<ExportVideoOptions, 'span' | 'frameTimes'> {
  readonly video: VideoStream;
  readonly tracks: readonly ExportedTrack[];
  readonly span: ClipSpan | null;
  /** Null where the rate varies and no index is at hand. */
  readonly frameTimes: ArrayLike<number> | null;
  readonly ownFonts: readonly PlacedFont[];
}

/** What is decided before anything runs. */
export interface PlannedVideo {
  /** With the size it really gets. */
  readonly output: CompleteVideo;
  /** Null copies the picture. */
  readonly encoder: Encoder | null;
  readonly sizePlan: SizePlan | null;
  readonly durationMs: number;
  readonly notes: readonly ExportCheck[];
}

/** One video in the making. */
export interface VideoRun extends PlannedVideo {
  readonly job: VideoJob;
  readonly target: ExportTarget;
  readonly folder: string;
  readonly softTracks: VideoPlanSettings['softTracks'];
  readonly attached: readonly AttachedFont[];
}

/** Runs one pass of a video. */
export async function runVideoPlan(
  { job, target, folder, durationMs }: VideoRun,
  settings: VideoPlanSettings,
  rate: Rate,
  onProgress: (fraction: number) => void,
): Promise<void> {
  await runPlan(planVideo({ ...settings, rate }), {
    ffmpeg: job.tools.ffmpeg,
    folder,
    mediaPath: job.mediaPath,
    target: { name: target.name, path: target.temporaryPath },
    durationMs,
    signal: job.signal,
    onProgress,
  });
}
