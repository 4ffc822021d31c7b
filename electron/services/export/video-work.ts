/** The work of one video: what is asked of ffmpeg, in which order, and what is looked at afterwards. */
import { AppError } from '../../../shared/api/errors';
import type { ExportCheck } from '../../../shared/domain/export';
import type { MediaInfo } from '../../../shared/domain/media';
import { CARD_FILE, LOGO_FILE, type Branding } from '../../../shared/ffmpeg/branding';
import { softwareFor, type Encoder } from '../../../shared/ffmpeg/encoders';
import {
  BURN_IN_SUBTITLES,
  leastVideoBytes,
  plannedDurationMs,
  soundOf,
  type Covered,
  type VideoPlanSettings,
} from '../../../shared/ffmpeg/video-plan';
import { coversOf } from '../../../shared/edits/redaction';
import { soundPlan, unplacedVoices } from '../../../shared/redaction/sound';
import { redactedIn, redactionSummary } from '../../../shared/redaction/summary';
import { completeVideo, type CompleteVideo } from '../../../shared/video/complete';
import { writtenCodec } from '../../../shared/video/needs';
import { pictureSize } from '../../../shared/video/picture-size';
import { planSize, type SizePlan } from '../../../shared/video/target-size';
import { fewerBits, note, planned } from '../../../shared/video/foreseen';
import { checkBurnedIn } from './burned-in';
import type { VideoResult } from './export-video';
import { checkCovered } from './covered-check';
import { checkHushed } from './hushed-check';
import { encodeToSize } from './encode-to-size';
import { checkLoudness, evenedLoudness } from './loudness';
import { hardwareEncoder } from './hardware';
import { makeOverlay } from './overlay';
import { requireSpace, type ExportTarget } from './target';
import { runVideoPlan, type PlannedVideo, type VideoJob, type VideoRun } from './video-run';
import { obstacleNote, smartBurnIn } from './smart';
import { checkSoftTracks } from './soft-check';
import { videoTexts, type VideoTexts } from './video-texts';
import { filmDuration, verifyVideo, type ExpectedVideo } from './verify-video';
import { withWorkFolder } from './work-folder';

/** Shares of the progress bar: listening to the sound first, checking last. */
const LISTENING = 0.05;
const ENCODED = 0.97;

type Made = Omit<VideoResult, 'path'>;
type MadeFilm = Omit<Made, 'attached'>;
type Drawn = VideoTexts['fitted']['drawn'];

/** Makes the video under the target's temporary name and checks it. Throws as `exportVideo`. */
export async function makeVideo(job: VideoJob, target: ExportTarget): Promise<Made> {
  const plan = await planJob(job, target);
  const { texts, fitted, notes } = videoTexts(job, plan.output, plan.durationMs);
  const { logo, endCard } = job.branding ?? {};
  const copies = {
    ...(logo ? { [LOGO_FILE]: logo.path } : {}),
    ...(endCard ? { [CARD_FILE]: endCard.path } : {}),
  };
  const { softTracks, attached } = fitted;
  const needsFonts = BURN_IN_SUBTITLES in texts || attached.length > 0;
  const { temporaryFolder, fontFolder, ownFonts } = job;
  return withWorkFolder(
    { texts, copies, fontFolder: needsFonts ? fontFolder : null, ownFonts, temporaryFolder },
    async (folder) => {
      const run = { ...plan, softTracks, attached, job, target, folder };
      const made =
        plan.output.delivery === 'overlay' ? await overlay(run, fitted.drawn) : await film(run, fitted.drawn);
      const checks = [...plan.notes, ...notes, ...made.checks];
      return { ...made, checks, attached: attached.map(({ name }) => name) };
    },
  );
}

async function overlay(run: VideoRun, drawn: Drawn): Promise<MadeFilm> {
  const checks = await makeOverlay(run, drawn);
  const found = await verified(run, { hasSound: false, size: pictureSize(run.job.video, run.output) });
  return { durationMs: found.durationMs, burned: null, checks };
}

async function film(run: VideoRun, drawn: Drawn): Promise<MadeFilm> {
  const { job } = run;
  const loudness = await evenedLoudness(run, (fraction) => job.onProgress?.(fraction * LISTENING));
  const settings = { ...settingsOf(run), soundFilters: loudness.filters };
  const encoded = await encode(run, settings, drawn);
  const size = settings.encoder ? pictureSize(job.video, settings.output) : null;
  const found = await verified(run, { hasSound: job.mediaInfo.audio !== null, size });
  const heard = await checkLoudness(run, loudness.filters, found.audio);
  const { burned, checks: looked } = await checkBurnedIn(run, settings, drawn);
  const checks = [
    ...loudness.notes,
    ...heard,
    ...encoded,
    ...(settings.encoder ? fewerBits(job.mediaInfo, found.video?.pixelFormat ?? null) : []),
    ...(await checkSoftTracks(run)),
    ...soundNotes(settings),
    ...looked,
    ...(await checkCovered(run, settings)),
    ...(await checkHushed(run, settings)),
  ];
  return { durationMs: found.durationMs, burned, checks };
}

function verified(
  { job, target, durationMs }: VideoRun,
  expected: Omit<ExpectedVideo, 'durationMs'>,
): Promise<MediaInfo> {
  const { tools, signal } = job;
  const { temporaryPath: path, name } = target;
  return verifyVideo({ path, name, expected: { ...expected, durationMs }, tools, signal });
}

async function planJob(job: VideoJob, target: ExportTarget): Promise<PlannedVideo> {
  const { video, mediaInfo, span } = job;
  refuseUnplaced(job);
  const redacted = redactedIn(job.cleared.project);
  const codec = writtenCodec(job.output, mediaInfo, isChanged(job), redacted);
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
  const { encoder, notes } = await chosenEncoder(job, codec, sizePlan !== null);
  return {
    output,
    encoder,
    sizePlan,
    durationMs,
    notes: [
      ...notes,
      ...(size.height < wanted.height
        ? [note('smaller-picture', 'video.note.smaller', { height: size.height, wanted: wanted.height })]
        : []),
      ...redactionNotes(job),
      ...planned({
        ...{ output: job.output, media: mediaInfo, durationMs, redacted },
        ...{ isBranded: isBranded(job.branding), isChanged: isChanged(job) },
      }),
    ],
  };
}

/** Whether the picture cannot be a copy: only part of it is taken, or something is laid over it or follows it. */
function isChanged({ span, branding }: Pick<VideoJob, 'span' | 'branding'>): boolean {
  return span !== null || isBranded(branding);
}

function isBranded(branding: VideoJob['branding']): boolean {
  return Boolean(branding?.logo ?? branding?.endCard);
}

/** A graphics card aims at no size, so two passes are the processor's. */
async function chosenEncoder(
  { output, video, tools, signal }: VideoJob,
  codec: ReturnType<typeof writtenCodec>,
  aimsAtSize: boolean,
): Promise<{ encoder: Encoder | null; notes: ExportCheck[] }> {
  if (codec === 'copy') return { encoder: null, notes: [] };
  if (output.hardware !== true || aimsAtSize || output.delivery === 'overlay')
    return { encoder: softwareFor(codec, video), notes: [] };
  const encoder = await hardwareEncoder(codec, tools.ffmpeg, signal);
  return encoder
    ? { encoder, notes: [note('hardware', 'video.note.hardware', { name: encoder.name })] }
    : { encoder: softwareFor(codec, video), notes: [note('no-hardware', 'video.note.noHardware')] };
}

function plannedSize(job: VideoJob, output: CompleteVideo, durationMs: number): SizePlan {
  const { video, mediaInfo } = job;
  const size = pictureSize(video, output);
  const plan = planSize(output.maxBytes ?? 0, durationMs, size, video, mediaInfo.audio !== null);
  if (plan) return plan;
  const megabytes = Number(((output.maxBytes ?? 0) / 1_000_000).toFixed(1));
  throw new AppError('too-long-for-size', { megabytes, minutes: Math.ceil(durationMs / 60_000) });
}

/** A transparent picture for an editor gets none. */
function brandingOf({ branding = {}, output, span, mediaInfo }: VideoJob): Branding {
  const { logo, endCard } = output.delivery === 'overlay' ? {} : branding;
  const atMs = span ? span.endMs - span.startMs : filmDuration(mediaInfo);
  return {
    logo: logo ?? null,
    endCard: endCard ? { ...endCard, atMs } : null,
  };
}

/** What was redacted, and what of it can be undone. */
function redactionNotes({ cleared, output }: VideoJob): ExportCheck[] {
  const redacted = redactedIn(cleared.project);
  if (output.delivery === 'overlay' || !(redacted.picture || redacted.sound)) return [];
  const { covers, sounds } = redactionSummary(cleared.project);
  return [
    note('redacted', 'redaction.note.used', {
      covers: covers.solid + covers.blur + covers.mosaic,
      soft: covers.blur + covers.mosaic,
      sounds: sounds.mute + sounds.beep + sounds.disguise,
      disguised: sounds.disguise,
    }),
  ];
}

/** A voice that is to be hidden but is known to be nowhere would be heard. */
function refuseUnplaced({ cleared, mediaInfo, output }: VideoJob): void {
  const isHeard = mediaInfo.audio !== null && output.delivery !== 'overlay';
  if (isHeard && unplacedVoices(cleared.project).length > 0) throw new AppError('voice-unplaced');
}

/** The covers of the film and when its pictures appear. Throws `bad-request` where that is not known and there are covers. */
function coveredBy({ cleared, frameTimes }: VideoJob): Covered {
  const covers = coversOf(cleared.project);
  if (covers.length > 0 && frameTimes === null)
    throw new AppError('bad-request', { reason: 'covers need the times of the pictures' });
  return { covers, timesMs: frameTimes ?? [] };
}

function settingsOf(run: VideoRun): VideoPlanSettings {
  const { job, target, output, encoder, sizePlan, softTracks, attached } = run;
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
    covered: coveredBy(job),
    hushed: soundPlan(job.cleared.project),
    softTracks,
    attached,
  };
}

async function encode(
  run: VideoRun,
  settings: VideoPlanSettings,
  drawn: Drawn,
): Promise<readonly ExportCheck[]> {
  const { job } = run;
  const from = settings.soundFilters.length > 0 ? LISTENING : 0;
  const onProgress = (fraction: number) => job.onProgress?.(from + fraction * (ENCODED - from));
  if (run.sizePlan) return encodeToSize(run, settings, run.sizePlan, onProgress);
  const outcome = run.output.smart ? await smartBurnIn(run, settings, drawn, onProgress) : null;
  if (outcome && 'checks' in outcome) return outcome.checks;
  await runVideoPlan(run, settings, settings.rate, onProgress);
  return outcome ? [obstacleNote(outcome.obstacle)] : [];
}

function soundNotes(settings: VideoPlanSettings): ExportCheck[] {
  const { mixedFrom, isCopied } = soundOf(settings);
  if (mixedFrom !== null) return [note('mixed-down', 'video.note.mixedDown', { channels: mixedFrom })];
  return isCopied ? [note('sound-copied', 'video.note.soundCopied')] : [];
}
