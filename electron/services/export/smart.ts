/** Smart burn-in, run: lists packets, cuts, encodes what shows subtitles, joins, and compares with the footage. */
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../../shared/api/errors';
import type { ExportCheck } from '../../../shared/domain/export';
import type { Cue } from '../../../shared/domain/track';
import type { CoverPlan } from '../../../shared/ffmpeg/cover-filters';
import type { FfmpegPlan } from '../../../shared/ffmpeg/plan';
import {
  ENCODED_FILE,
  JOINED_FILE,
  pieceFile,
  planCut,
  planJoin,
  planPiece,
} from '../../../shared/ffmpeg/smart-plan';
import {
  coversOfVideo,
  soundOf,
  soundRedactionOf,
  type VideoPlanSettings,
} from '../../../shared/ffmpeg/video-plan';
import { formatMessage } from '../../../shared/messages/index';
import { coveredSpan } from '../../../shared/redaction/cover';
import { planSmart, smartObstacle, type SmartObstacle, type SmartPlan } from '../../../shared/video/smart';
import { note } from '../../../shared/video/foreseen';
import { runPlan } from './run-plan';
import { checkSmart } from './smart-check';
import { listPictures, type ListedPictures } from './smart-packets';
import { requireSpace } from './target';
import type { VideoRun } from './video-run';

/** Shares of the progress: cutting first, joining and comparing last. */
const CUT = 0.05;
const ENCODED = 0.93;

/** What was done: checks where it worked, else why a full encode is needed. */
export type SmartOutcome = { readonly checks: readonly ExportCheck[] } | { readonly obstacle: SmartObstacle };

/**
 * Tries it. Answers with the obstacle where footage, output or coverage do not allow it, or where the result does not equal
 * the footage in everything but the subtitles. Throws `cancelled` and what concerns the whole export (a full disk).
 */
export async function smartBurnIn(
  run: VideoRun,
  settings: VideoPlanSettings,
  cues: readonly Cue[],
  onProgress: (fraction: number) => void,
): Promise<SmartOutcome> {
  const { job, output } = run;
  const early =
    job.span || job.branding?.logo || job.branding?.endCard ? 'output' : smartObstacle(output, job.mediaInfo);
  if (early) return { obstacle: early };
  const listed = await listPictures(job.mediaPath, job.video.index, job.tools.ffprobe, job.signal);
  if (!listed) return { obstacle: 'times' };
  const { covers, timesMs } = settings.covered;
  const shown = [...cues, ...covers.map((cover) => coveredSpan(cover, timesMs))];
  const plan = planSmart(listed.packets, listed.stream, shown);
  if (typeof plan === 'string') return { obstacle: plan };
  // Pieces and what is joined of them lie in the temporary folder.
  await requireSpace({ folder: run.folder, name: run.target.name }, job.mediaInfo.sizeBytes * 2);
  try {
    await makePieces(run, plan, coversOfVideo(settings), onProgress);
    await joinPieces(run, settings, listed);
    return { checks: [smartNote(plan), ...(await checkSmart(run, listed, soundOf(settings).isCopied))] };
  } catch (error) {
    if (mustStop(error)) throw error;
    return { obstacle: 'failed' };
  }
}

/** Why smart burn-in was not used, for the report. */
export function obstacleNote(obstacle: SmartObstacle): ExportCheck {
  return note('not-smart', 'video.note.notSmart', { reason: formatMessage(`video.smart.${obstacle}`) });
}

/** A full encode would meet the same. */
function mustStop(error: unknown): boolean {
  return (
    error instanceof AppError &&
    ['cancelled', 'disk-full', 'no-permission', 'tool-missing'].includes(error.code)
  );
}

function smartNote({ share, pieces }: SmartPlan): ExportCheck {
  const percent = Math.round(share * 100);
  return note('smart', 'video.note.smart', {
    percent,
    parts: pieces.filter(({ isEncoded }) => isEncoded).length,
  });
}

async function makePieces(
  run: VideoRun,
  { pieces }: SmartPlan,
  covers: CoverPlan,
  onProgress: (fraction: number) => void,
): Promise<void> {
  const { job, folder } = run;
  const cuts = pieces.slice(1).map(({ firstPacket }) => firstPacket);
  await runOne(run, planCut(job.mediaPath, job.video.index, cuts), (fraction) => onProgress(fraction * CUT));
  const profile = (job.video.profile ?? 'High').replace('Constrained ', '').toLowerCase();
  const total = pieces.reduce((sum, { packets, isEncoded }) => sum + (isEncoded ? packets : 0), 0) || 1;
  let done = 0;
  for (const [n, { packets, isEncoded, leadS }] of pieces.entries()) {
    const piece = join(folder, pieceFile(n));
    if (isEncoded) {
      await runOne(run, planPiece(pieceFile(n), profile, leadS, covers));
      done += packets;
      onProgress(CUT + (done / total) * (ENCODED - CUT));
    }
    const part = isEncoded ? join(folder, ENCODED_FILE) : piece;
    await pipeline(
      createReadStream(part),
      createWriteStream(join(folder, JOINED_FILE), { flags: 'a', mode: 0o600 }),
    );
    await rm(piece);
  }
}

async function joinPieces(
  run: VideoRun,
  settings: VideoPlanSettings,
  { stream }: ListedPictures,
): Promise<void> {
  const { job, target } = run;
  const plan = planJoin({
    mediaPath: job.mediaPath,
    audioStream: job.mediaInfo.audio?.index ?? null,
    sound: soundOf(settings).options,
    files: soundRedactionOf(settings).files,
    tickHz: Math.round(1 / stream.tickS),
    outputPath: target.temporaryPath,
  });
  await runOne(run, plan);
}

function runOne(
  { job, target, folder, durationMs }: VideoRun,
  plan: FfmpegPlan,
  onProgress?: (fraction: number) => void,
): Promise<void> {
  const { mediaPath, tools, signal } = job;
  return runPlan(plan, {
    ffmpeg: tools.ffmpeg,
    folder,
    mediaPath,
    target: { name: target.name, path: target.temporaryPath },
    durationMs,
    signal,
    onProgress,
  });
}
