/** What a smart burn-in must share with its footage: every picture at its time, every byte of the sound, and it decodes. */
import { AppError } from '../../../shared/api/errors';
import type { ExportCheck } from '../../../shared/domain/export';
import { safeInputArguments } from '../../../shared/ffmpeg/input';
import { formatMessage } from '../../../shared/messages/index';
import type { PicturePacket } from '../../../shared/video/smart';
import { runTool } from '../../platform/spawn';
import { listPictures, type ListedPictures } from './smart-packets';
import type { VideoRun } from './video-run';

/** MPEG-TS counts in 1/90000 s, the footage in ticks of its own: half of either may be lost. */
const ROUNDING_S = 1 / 90_000 + 1e-9;
const LIMIT_MS = 30 * 60_000;

/** Throws `verification` where the result differs in anything but the subtitles; that is no one's fault and a full encode helps. */
export async function checkSmart(
  run: VideoRun,
  source: ListedPictures,
  isSoundCopied: boolean,
): Promise<ExportCheck[]> {
  const { job, target } = run;
  const made = await listPictures(target.temporaryPath, 0, job.tools.ffprobe, job.signal);
  if (!made || !sameTimes(source, made)) throw differs(run);
  await decodesKeyFrames(run);
  if (job.mediaInfo.audio && isSoundCopied) {
    const [before, after] = [
      await soundDigest(run, job.mediaPath, `0:${job.mediaInfo.audio.index}`),
      await soundDigest(run, target.temporaryPath, '0:a:0'),
    ];
    if (before === '' || before !== after) throw differs(run);
  }
  const values = { count: source.packets.length };
  return [
    { code: 'same-pictures', result: 'passed', message: formatMessage('video.check.samePictures', values) },
  ];
}

function sameTimes(source: ListedPictures, made: ListedPictures): boolean {
  if (source.packets.length !== made.packets.length) return false;
  const [before, after] = [shownTimes(source), shownTimes(made)];
  return before.every((time, n) => Math.abs(time - (after[n] ?? Infinity)) <= ROUNDING_S);
}

function shownTimes({ packets, stream }: ListedPictures): Float64Array {
  return Float64Array.from(packets, ({ pts }: PicturePacket) => (pts ?? -1) * stream.tickS).sort();
}

/** Every seam begins with a key frame: one that lacks its parameter sets or was cut off shows here. */
async function decodesKeyFrames(run: VideoRun): Promise<void> {
  const { job, target } = run;
  const decoded = await runTool({
    command: job.tools.ffmpeg,
    args: [
      ...['-nostdin', '-hide_banner', '-nostats', '-v', 'error', '-xerror'],
      ...safeInputArguments(target.temporaryPath, { extra: ['-skip_frame', 'nokey'] }),
      ...['-map', '0:v:0', '-fps_mode', 'passthrough', '-f', 'null', '-'],
    ],
    timeoutMs: LIMIT_MS,
    signal: job.signal,
  });
  if (decoded.code !== 0 || decoded.stderrTail.length > 0) throw differs(run);
}

/** MD5 of the packets of a sound, as ffmpeg prints it; empty where it fails. */
async function soundDigest({ job }: VideoRun, path: string, stream: string): Promise<string> {
  const run = await runTool({
    command: job.tools.ffmpeg,
    args: [
      ...['-nostdin', '-hide_banner', '-nostats', '-v', 'error', ...safeInputArguments(path)],
      ...['-map', stream, '-c', 'copy', '-f', 'md5', 'pipe:1'],
    ],
    timeoutMs: LIMIT_MS,
    signal: job.signal,
  });
  return run.code === 0 ? run.stdout.toString('utf8').trim() : '';
}

function differs({ target }: VideoRun): AppError {
  return new AppError('verification', { name: target.name, reason: formatMessage('export.reason.differs') });
}
