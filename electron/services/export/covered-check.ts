/** Looks whether covered places really are hidden: the same picture as it should be, as it would be without covers, and as it is. */
import { AppError } from '../../../shared/api/errors';
import type { ExportCheck } from '../../../shared/domain/export';
import { brandingInputs } from '../../../shared/ffmpeg/branding';
import { safeInputArguments } from '../../../shared/ffmpeg/input';
import { timelineShiftMs } from '../../../shared/ffmpeg/timeline';
import { videoGraph, type VideoPlanSettings } from '../../../shared/ffmpeg/video-plan';
import { formatMessage } from '../../../shared/messages/index';
import { picturesToCheck } from '../../../shared/redaction/to-check';
import { note } from '../../../shared/video/foreseen';
import { runTool } from '../../platform/spawn';
import type { VideoRun } from './video-run';
import { workFolderEnvironment } from './work-folder';

const SIDE = { width: 480, height: 270 };
/** Grey levels by which a cover must change a pixel for the pixel to tell anything: coding changes it by less than half of that. */
const DIFFERENT = 40;
/** So few pixels tell nothing. */
const FEWEST_PIXELS = 12;
/** So many pixels at the edge of a cover may be torn by coding. */
const TORN_SHARE = 0.03;
const LIMIT_MS = 60_000;

/** What of a run is needed to look at its video, or to listen to it. */
export interface Looking {
  readonly job: Pick<VideoRun['job'], 'tools' | 'signal'>;
  readonly folder: string;
  readonly target: Pick<VideoRun['target'], 'temporaryPath' | 'name'>;
}

/** Throws `verification` where a covered place can be seen in the finished video; where nobody could look, that is a failed check. */
export async function checkCovered(run: Looking, settings: VideoPlanSettings): Promise<ExportCheck[]> {
  const { covers, timesMs } = settings.covered;
  if (covers.length === 0 || !settings.encoder) return [];
  const span = settings.span ?? { startMs: 0, endMs: Infinity };
  let [compared, unseen] = [0, 0];
  for (const frame of picturesToCheck(covers, timesMs, span)) {
    const seen = await seenShare(run, settings, frame);
    if (seen === 'unseen') unseen++;
    if (typeof seen !== 'number') continue;
    compared++;
    if (seen > TORN_SHARE)
      throw new AppError('verification', {
        name: run.target.name,
        reason: formatMessage('export.reason.notCovered'),
      });
  }
  if (unseen > 0) {
    const message = formatMessage('redaction.check.unseen', { count: unseen });
    return [{ code: 'covered', result: 'failed', message }];
  }
  if (compared === 0) return [note('covered-dark', 'redaction.check.coveredDark')];
  const message = formatMessage('redaction.check.covered', { count: compared });
  return [{ code: 'covered', result: 'passed', message }];
}

/** Which part of the pixels that a cover changes look as without it, on a picture of the film; or why nobody can tell. */
async function seenShare(
  run: Looking,
  settings: VideoPlanSettings,
  frame: number,
): Promise<number | 'too dark' | 'unseen'> {
  const bare = { ...settings, covered: { ...settings.covered, covers: [] } };
  const expected = await sourcePicture(run, settings, frame);
  const uncovered = await sourcePicture(run, bare, frame);
  const made = await madePicture(run, settings, frame);
  if (!expected || !uncovered || !made) return 'unseen';
  let [telling, seen] = [0, 0];
  for (const [pixel, right] of expected.entries()) {
    const wrong = uncovered[pixel] ?? right;
    if (Math.abs(right - wrong) <= DIFFERENT) continue;
    telling++;
    const is = made[pixel] ?? wrong;
    if (Math.abs(is - wrong) < Math.abs(is - right)) seen++;
  }
  return telling < FEWEST_PIXELS ? 'too dark' : seen / telling;
}

/** From half-way after the picture before: whatever is rounded, this one is the first. */
function momentOf(timesMs: ArrayLike<number>, frame: number): number {
  const at = timesMs[frame] ?? 0;
  return frame === 0 ? at : ((timesMs[frame - 1] ?? at) + at) / 2;
}

const SMALL = `scale=${SIDE.width}:${SIDE.height}:flags=area,setsar=1,format=gray`;

function sourcePicture(run: Looking, settings: VideoPlanSettings, frame: number): Promise<Buffer | null> {
  const { media, encoder, span, inputPath, branding, covered } = settings;
  if (!encoder) return Promise.resolve(null);
  const shiftMs = timelineShiftMs(media);
  const seekMs = Math.max(0, momentOf(covered.timesMs, frame) - shiftMs);
  const graph = videoGraph(settings, { ...encoder, upload: '' }, seekMs + shiftMs - (span?.startMs ?? 0));
  return smallPicture(run, [
    ...safeInputArguments(inputPath, { seekMs }),
    ...brandingInputs(branding).flatMap(({ options, input }) => [...options, '-i', input]),
    ...['-filter_complex', `${graph};[v]${SMALL}[small]`, '-map', '[small]'],
  ]);
}

function madePicture(run: Looking, { media, span, covered }: VideoPlanSettings, frame: number) {
  const startMs = span?.startMs ?? 0;
  const lateMs = Math.max(0, timelineShiftMs(media) - startMs);
  const seekMs = Math.max(0, momentOf(covered.timesMs, frame) - startMs - lateMs);
  return smallPicture(run, [
    ...safeInputArguments(run.target.temporaryPath, { seekMs }),
    ...['-map', '0:v:0', '-vf', SMALL],
  ]);
}

async function smallPicture({ job, folder }: Looking, args: readonly string[]): Promise<Buffer | null> {
  const run = await runTool({
    command: job.tools.ffmpeg,
    args: [
      ...['-nostdin', '-hide_banner', '-nostats', '-v', 'error', ...args],
      ...['-frames:v', '1', '-f', 'rawvideo', 'pipe:1'],
    ],
    cwd: folder,
    env: workFolderEnvironment(folder),
    signal: job.signal,
    timeoutMs: LIMIT_MS,
  });
  return run.code === 0 && run.stdout.length === SIDE.width * SIDE.height ? run.stdout : null;
}
