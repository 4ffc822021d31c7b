import { basename } from 'node:path';
import { AppError } from '../../../shared/api/errors';
import { ffmpegError } from '../../../shared/ffmpeg/errors';
import { safeInputArguments } from '../../../shared/ffmpeg/input';
import { timelineArguments, timelineShiftMs, type TimelineOfFile } from '../../../shared/ffmpeg/timeline';
import { formatMessage } from '../../../shared/messages/index';
import { runTool } from '../../platform/spawn';

/** What alignment listens at: all of speech that matters lies under 8 kHz. */
export const LISTEN_RATE_HZ = 16_000;
/** More would not fit the memory of an ordinary laptop beside the rest. */
const LONGEST_HOURS = 8;
const LONGEST_BYTES = LONGEST_HOURS * 3600 * LISTEN_RATE_HZ * 2;

/** Formats without time stamps: ffmpeg jumps in them by guessing from bytes. */
const GUESSES_TIMES = /^(mp3|aac|ac3|eac3|dts|amr)\b/;

export interface ListenOptions {
  readonly mediaPath: string;
  readonly ffmpegPath: string;
  /** Index of the sound stream; the first one if left out. */
  readonly sound?: number | undefined;
  /** Container and start of the file, so that times are those of the model's timeline; without it the file starts at 0. */
  readonly timeline?: TimelineOfFile | undefined;
  /** Only `[startMs, endMs)` of the model's timeline; sample 0 is then `startMs`. */
  readonly range?: { readonly startMs: number; readonly endMs: number } | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Hands on a sound track, piece by piece, as mono 16-bit samples at 16 kHz; sample 0 is time 0 of the model's timeline,
 * gaps are silent. `take` is awaited, so a slow taker slows ffmpeg down; it may keep what it is given.
 * Throws `no-audio`, `too-large` (over 8 hours), `cancelled`, and what `ffmpegError` makes of a file ffmpeg cannot read.
 */
export async function listenTo(
  options: ListenOptions,
  take: (samples: Int16Array<ArrayBuffer>) => void | Promise<void>,
): Promise<void> {
  const name = basename(options.mediaPath);
  let total = 0;
  let odd = new Uint8Array(0);
  const run = await runTool({
    command: options.ffmpegPath,
    args: listenArguments(options),
    signal: options.signal,
    subject: name,
    onStdout: async (chunk) => {
      total += chunk.length;
      if (total > LONGEST_BYTES) throw tooLong(name);
      // A pipe may cut a sample in two.
      const length = odd.length + chunk.length;
      const bytes = new Uint8Array(length & ~1);
      bytes.set(odd);
      bytes.set(chunk.subarray(0, bytes.length - odd.length), odd.length);
      odd = Uint8Array.from(chunk.subarray(bytes.length - odd.length));
      if (bytes.length > 0) await take(new Int16Array(bytes.buffer));
    },
  });
  if (run.code !== 0) {
    if (run.stderrTail.some((line) => /matches no streams|does not contain any stream/.test(line)))
      throw new AppError('no-audio', { name });
    const { code, stderrTail: stderr } = run;
    throw ffmpegError({ tool: 'ffmpeg', code, stderr, name, paths: [options.mediaPath] });
  }
}

function listenArguments({ mediaPath, sound, timeline, range }: ListenOptions): string[] {
  const { input, output } = range ? rangeArguments(range, timeline) : wholeArguments(timeline);
  return [
    ...['-hide_banner', '-nostdin', '-v', 'error'],
    ...safeInputArguments(mediaPath, { extra: ['-vn', '-sn', '-dn', ...input] }),
    ...[
      '-map',
      sound === undefined ? '0:a:0' : `0:${sound}`,
      '-af',
      'aresample=async=1:first_pts=0',
      ...output,
    ],
    ...['-ac', '1', '-ar', String(LISTEN_RATE_HZ), '-f', 's16le', 'pipe:1'],
  ];
}

interface TimeArguments {
  readonly input: readonly string[];
  readonly output: readonly string[];
}

function wholeArguments(timeline: TimelineOfFile | undefined): TimeArguments {
  return { input: timeline ? timelineArguments(timeline) : [], output: [] };
}

/** Jumps to the range where the container tells times exactly, and reads up to it from the start where it does not. */
function rangeArguments(
  range: { readonly startMs: number; readonly endMs: number },
  timeline: TimelineOfFile | undefined,
): TimeArguments {
  const seconds = (ms: number) => (ms / 1000).toFixed(6);
  const fileMs = range.startMs - (timeline ? timelineShiftMs(timeline) : 0);
  const jump = fileMs >= 0 ? ['-ss', seconds(fileMs)] : ['-itsoffset', seconds(-fileMs)];
  const length = ['-t', seconds(range.endMs - range.startMs)];
  const isExact = fileMs < 0 || !GUESSES_TIMES.test(timeline?.container ?? '');
  return isExact ? { input: jump, output: length } : { input: [], output: [...jump, ...length] };
}

function tooLong(name: string): AppError {
  return new AppError('too-large', {
    name,
    size: formatMessage('jobs.align.longer', { hours: LONGEST_HOURS }),
    limit: formatMessage('jobs.align.limit', { hours: LONGEST_HOURS }),
  });
}
