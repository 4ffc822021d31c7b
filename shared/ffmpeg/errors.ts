/** What ffmpeg and ffprobe say on stderr, as errors a person understands. Lines tried on ffmpeg 5.1, 7.1 and 9.0. */
import { AppError } from '../api/errors';
import { formatMessage } from '../messages/index';
import { weakTool } from './requirements';

export interface FailedRun {
  readonly tool: 'ffmpeg' | 'ffprobe';
  readonly code: number | null;
  /** Last lines of stderr, oldest first. */
  readonly stderr: readonly string[];
  /** Name, without folder, of the file that was read. */
  readonly name: string;
  /** Name, without folder, of the file that was written; the same as `name` where nothing was. */
  readonly targetName?: string | undefined;
  /** Full paths that may stand in the lines, to be shown as the plain name. */
  readonly paths?: readonly string[] | undefined;
}

/** Demuxers that read other files named in their text. */
export const LIST_FORMATS: ReadonlySet<string> = new Set([
  ...[
    'hls',
    'applehttp',
    'concat',
    'dash',
    'imf',
    'webm_dash_manifest',
    'sdp',
    'rtsp',
    'sap',
    'smil',
    'vapoursynth',
  ],
]);

interface Rule {
  readonly pattern: RegExp;
  readonly error: (match: RegExpExecArray, run: FailedRun) => AppError;
}

/** First rule that matches any line decides, so what explains most stands first. */
const RULES: readonly Rule[] = [
  {
    // “File too large”: what a disk says that holds no larger files, as FAT at 4 GB.
    pattern:
      /No space left on device|Disk quota exceeded|There is not enough space on the disk|File too large/i,
    error: (_, run) => new AppError('disk-full', { name: run.targetName ?? run.name }),
  },
  {
    pattern: /Permission denied|Operation not permitted|Read-only file system/i,
    error: (_, run) => new AppError('no-permission', { name: run.targetName ?? run.name }),
  },
  {
    pattern: /^\[([\w,]+) @ \w+\] Format not on whitelist/i,
    error: ([, format = ''], { name }) =>
      new AppError(LIST_FORMATS.has(format) ? 'forbidden-format' : 'not-media', { name, format }),
  },
  {
    pattern: /Picture size (\d+)x(\d+) exceeds/i,
    error: ([, width = '?', height = '?'], { name }) =>
      new AppError('too-large', {
        name,
        size: formatMessage('media.tooLarge.picture', { width, height }),
        limit: formatMessage('media.tooLarge.limit'),
      }),
  },
  {
    pattern: /Unknown encoder '([^']+)'|No such filter: '([^']+)'|Encoder \(codec (\w+)\) not found/i,
    error: ([, encoder, filter, codec], run) => weakTool(run.tool, [encoder ?? filter ?? codec ?? '?']),
  },
  {
    pattern:
      /Decoder \(codec (\w+)\) not found|Decoder not found|no decoder found for: (\w+)|Unknown decoder '([^']+)'/i,
    error: ([, a, b, c], { name }) => new AppError('unknown-codec', { name, codec: a ?? b ?? c ?? '?' }),
  },
  {
    pattern: /moov atom not found/i,
    error: (_, { name }) =>
      new AppError('damaged-media', { name, reason: formatMessage('media.damaged.noIndex') }),
  },
  {
    pattern: /: No such file or directory/i,
    error: (_, { name }) => new AppError('not-found', { name }),
  },
  {
    pattern:
      /Invalid data found when processing input|End of file|partial file|File ended prematurely|Invalid NAL/i,
    error: (_, { name }) =>
      new AppError('damaged-media', { name, reason: formatMessage('media.damaged.unreadable') }),
  },
];

/** Exit codes that newer ffmpeg makes of errno (256 - errno) where stderr was cut off. */
const CODES: ReadonlyMap<number, 'disk-full' | 'no-permission'> = new Map([
  [228, 'disk-full'],
  [243, 'no-permission'],
]);

/**
 * The error that a failed run amounts to: `disk-full`, `no-permission`, `forbidden-format`, `not-media`, `too-large`,
 * `tool-weak`, `unknown-codec`, `damaged-media`, `not-found`, or else `tool-failed` with the last useful line.
 * `detail.log` holds the last lines for the log, with full paths shortened.
 */
export function ffmpegError(run: FailedRun): AppError {
  const lines = run.stderr.map((line) => withoutPaths(line, run));
  const error = byRule(lines, run) ?? byCode(run) ?? failed(lines, run);
  return new AppError(error.code, { ...error.detail, log: lines.slice(-8).join('\n').slice(-2000) });
}

/** Whether stderr tells of a full disk: ffmpeg 5.1 still exits with 0 then. */
export function saysDiskFull(stderr: readonly string[]): boolean {
  return stderr.some((line) => RULES[0]?.pattern.test(line));
}

function byRule(lines: readonly string[], run: FailedRun): AppError | null {
  for (const { pattern, error } of RULES)
    for (const line of lines) {
      const match = pattern.exec(line);
      if (match) return error(match, run);
    }
  return null;
}

function byCode(run: FailedRun): AppError | null {
  const code = CODES.get(run.code ?? 0);
  return code ? new AppError(code, { name: run.targetName ?? run.name }) : null;
}

function failed(lines: readonly string[], run: FailedRun): AppError {
  return new AppError('tool-failed', {
    tool: run.tool,
    reason: lastUsefulLine(lines) ?? `exit code ${run.code ?? '?'}`,
  });
}

const EMPTY_TALK =
  /^(Conversion failed!|Exiting normally.*|Error opening (input|output) files?:?.*|Error while (filtering|processing).*|\s*Last message repeated.*|frame=.*|size=.*|Press \[q\].*)$/i;

/** The last line that says something, without the demuxer's memory address; null where none does. */
export function lastUsefulLine(lines: readonly string[]): string | null {
  const plain = lines.map((line) => line.replace(/^(\[[^\]]* @ 0x[0-9a-f]+\] )+/i, '').trim());
  const useful = plain.filter((line) => line !== '' && !EMPTY_TALK.test(line));
  return useful.at(-1)?.slice(0, 300) ?? plain.findLast((line) => line !== '')?.slice(0, 300) ?? null;
}

function withoutPaths(line: string, run: FailedRun): string {
  let plain = line;
  for (const path of run.paths ?? []) {
    const name = path.replace(/^.*[/\\]/s, '');
    plain = plain.replaceAll(`file:${path}`, name).replaceAll(path, name);
  }
  return plain;
}
