/** The work of one video: what is asked of ffmpeg, in which order, and what is looked at afterwards. */
import { AppError } from '../../../shared/api/errors';
import type { ExportCheck } from '../../../shared/domain/export';
import { CARD_FILE, LOGO_FILE, type Branding } from '../../../shared/ffmpeg/branding';
import { SOFTWARE } from '../../../shared/ffmpeg/encoders';
import {
  BURN_IN_SUBTITLES,
  leastVideoBytes,
  plannedDurationMs,
  soundOf,
  type VideoPlanSettings,
} from '../../../shared/ffmpeg/video-plan';
import { completeVideo, type CompleteVideo } from '../../../shared/video/complete';
import { writtenCodec } from '../../../shared/video/needs';
import { pictureSize } from '../../../shared/video/picture-size';
import { planSize, type SizePlan } from '../../../shared/video/target-size';
import { checkBurnedIn } from './burned-in';
import type { VideoResult } from './export-video';
import { encodeToSize } from './encode-to-size';
import { evenedLoudness } from './loudness';
import { requireSpace, type ExportTarget } from './target';
import { note, runVideoPlan, type PlannedVideo, type VideoJob, type VideoRun } from './video-run';
import { videoTexts } from './video-texts';
import { filmDuration, verifyVideo } from './verify-video';
import { withWorkFolder } from './work-folder';

/** Shares of the progress bar: listening to the sound first, checking last. */
const LISTENING = 0.05;
const ENCODED = 0.97;

/** A logo's width as a share of the picture's, and its distance from the edges. */
const LOGO = { width: 0.14, margin: 0.04 };

/** Makes the video under the target's temporary name and checks it. Throws as `exportVideo`. */
export async function makeVideo(job: VideoJob, target: ExportTarget): Promise<Omit<VideoResult, 'path'>> {
  const planned = await planJob(job, target);
  const { texts, fitted, notes } = videoTexts(job, planned.output, planned.durationMs);
  const { logo, endCard } = job.branding ?? {};
  const copies = {
    ...(logo ? { [LOGO_FILE]: logo.path } : {}),
    ...(endCard ? { [CARD_FILE]: endCard.path } : {}),
  };
  const needsFonts = BURN_IN_SUBTITLES in texts;
  const { temporaryFolder, fontFolder } = job;
  return withWorkFolder(
    { texts, copies, fontFolder: needsFonts ? fontFolder : null, temporaryFolder },
    async (folder) => {
      const run = { ...planned, softTracks: fitted.softTracks, job, target, folder };
      const loudness = await evenedLoudness(run, (fraction) => job.onProgress?.(fraction * LISTENING));
      const settings = { ...settingsOf(run), soundFilters: loudness.filters };
      const made = await encode(run, settings);
      const expected = {
        durationMs: planned.durationMs,
        hasSound: job.mediaInfo.audio !== null,
        size: settings.encoder ? pictureSize(job.video, settings.output) : null,
      };
      const { tools, signal } = job;
      const found = await verifyVideo({
        path: target.temporaryPath,
        name: target.name,
        expected,
        tools,
        signal,
      });
      const burned = await checkBurnedIn(run, settings, fitted.drawn);
      const checks = [...planned.notes, ...notes, ...loudness.notes, ...made, ...soundNotes(settings)];
      return { durationMs: found.durationMs, burned, checks };
    },
  );
}

async function planJob(job: VideoJob, target: ExportTarget): Promise<PlannedVideo> {
  const { video, mediaInfo, span } = job;
  const codec = writtenCodec(job.output, mediaInfo, span !== null);
  const asked = { ...completeVideo(job.output), codec };
  const branding = brandingOf(job);
  const durationMs = plannedDurationMs({ span, branding }, filmDuration(mediaInfo));
  const sizePlan = asked.maxBytes === undefined ? null : plannedSize(job, asked, durationMs);
  const output = sizePlan ? { ...asked, height: sizePlan.size.height } : asked;
  const size = pictureSize(video, output);
  await requireSpace(
    target,
    codec === 'copy' ? mediaInfo.sizeBytes : leastVideoBytes(size, video, durationMs),
  );
  const wanted = pictureSize(video, asked);
  return {
    output,
    encoder: codec === 'copy' ? null : SOFTWARE[codec],
    sizePlan,
    durationMs,
    notes: [
      ...(size.height < wanted.height
        ? [note('smaller-picture', 'video.note.smaller', { height: size.height, wanted: wanted.height })]
        : []),
      ...(video.hdr && codec !== 'copy' ? [note('tone-mapped', 'video.note.toneMapped')] : []),
    ],
  };
}

function plannedSize(job: VideoJob, output: CompleteVideo, durationMs: number): SizePlan {
  const { video, mediaInfo } = job;
  const size = pictureSize(video, output);
  const plan = planSize(output.maxBytes ?? 0, durationMs, size, video, mediaInfo.audio !== null);
  if (plan) return plan;
  const megabytes = ((output.maxBytes ?? 0) / 1_000_000).toFixed(0);
  throw new AppError('too-long-for-size', { megabytes, minutes: Math.ceil(durationMs / 60_000) });
}

function brandingOf({ branding = {}, span, mediaInfo }: VideoJob): Branding {
  const { logo, endCard } = branding;
  const atMs = span ? span.endMs - span.startMs : filmDuration(mediaInfo);
  return {
    logo: logo ? { ...LOGO, corner: logo.corner } : null,
    endCard: endCard ? { durationMs: endCard.durationMs, atMs } : null,
  };
}

function settingsOf({ job, target, output, encoder, sizePlan, softTracks }: VideoRun): VideoPlanSettings {
  return {
    inputPath: job.mediaPath,
    outputPath: target.temporaryPath,
    media: { ...job.mediaInfo, video: job.video },
    output,
    encoder,
    rate: { kind: 'quality' },
    draws: output.delivery === 'burn-in',
    span: job.span,
    soundFilters: [],
    soundBits: sizePlan?.soundBits ?? null,
    branding: brandingOf(job),
    softTracks,
  };
}

async function encode(run: VideoRun, settings: VideoPlanSettings): Promise<ExportCheck[]> {
  const { job } = run;
  const from = settings.soundFilters.length > 0 ? LISTENING : 0;
  const onProgress = (fraction: number) => job.onProgress?.(from + fraction * (ENCODED - from));
  if (run.sizePlan) return encodeToSize(run, settings, run.sizePlan, onProgress);
  await runVideoPlan(run, settings, settings.rate, onProgress);
  return [];
}

function soundNotes(settings: VideoPlanSettings): ExportCheck[] {
  const { mixedFrom, isCopied } = soundOf(settings);
  if (mixedFrom !== null) return [note('mixed-down', 'video.note.mixedDown', { channels: mixedFrom })];
  return isCopied ? [note('sound-copied', 'video.note.soundCopied')] : [];
}
