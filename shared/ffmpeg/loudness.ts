/** Loudness by EBU R 128 in two passes of ffmpeg's `loudnorm`: measured first, then moved as a whole where it can be. */
import { z } from 'zod';
import type { AudioStream } from '../domain/media';
import type { LoudnessTarget } from '../domain/video-output';
import { safeInputArguments, type InputOptions } from './input';
import type { FfmpegPlan } from './plan';
import type { SoundRedactionPlan } from './sound-redaction';

/** Integrated loudness in LUFS and largest true peak in dBTP. */
export interface LoudnessGoal {
  readonly lufs: number;
  readonly peak: number;
}

/**
 * EBU R 128 (version 5, 2023): -23 LUFS, -1 dBTP. Streaming: -14 LUFS is what YouTube, TikTok, Instagram and Spotify play at
 * (AES TD1008 asks -14 to -18); -1 dBTP leaves room for their own encoders.
 */
export const LOUDNESS_GOALS: Readonly<Record<Exclude<LoudnessTarget, 'keep'>, LoudnessGoal>> = {
  'ebu-r128': { lufs: -23, peak: -1 },
  streaming: { lufs: -14, peak: -1 },
};

/** Loudness range in LU beyond which loudnorm would squeeze; the largest it takes, for voices are to stay as they are. */
const RANGE = 20;

/** `loudnorm` prints numbers as text. */
const Figure = z.string().transform(Number);

const Printed = z.object({
  input_i: Figure,
  input_tp: Figure,
  input_lra: Figure,
  input_thresh: Figure,
  target_offset: Figure,
});

export interface Loudness {
  readonly lufs: number;
  readonly peak: number;
  readonly range: number;
  readonly threshold: number;
  readonly offset: number;
}

/** The run that measures a sound, once it is redacted; what it finds stands on stderr, for `parseLoudness`. */
export function measurePlan(
  path: string,
  audio: AudioStream,
  goal: LoudnessGoal,
  part: InputOptions,
  redaction: SoundRedactionPlan = { filters: [], files: {} },
): FfmpegPlan {
  const input = safeInputArguments(path, part);
  return {
    inputs: [{ options: input.slice(0, -2), input: input.at(-1) ?? '' }],
    graph: null,
    files: redaction.files,
    outputOptions: [
      ...['-nostdin', '-hide_banner', '-nostats', '-v', 'info', '-progress', 'pipe:1'],
      ...[
        '-map',
        `0:${audio.index}`,
        '-af',
        [...redaction.filters, `${goalFilter(goal)}:print_format=json`].join(','),
      ],
      ...['-vn', '-sn', '-dn', '-f', 'null'],
    ],
    output: '-',
  };
}

/** What `loudnorm` printed; null where it printed nothing or the sound is silence (minus infinity). */
export function parseLoudness(stderr: readonly string[]): Loudness | null {
  const from = stderr.findLastIndex((line) => line.trim() === '{');
  const to = stderr.findIndex((line, n) => n > from && line.trim() === '}');
  if (from < 0 || to < 0) return null;
  const printed = Printed.safeParse(json(stderr.slice(from, to + 1).join('\n')));
  if (!printed.success) return null;
  const { input_i: lufs, input_tp: peak, input_lra: range, input_thresh: threshold } = printed.data;
  const found = { lufs, peak, range, threshold, offset: printed.data.target_offset };
  return Object.values(found).every(Number.isFinite) ? found : null;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Filters of the second pass. loudnorm works at 192 kHz, so the rate is brought back. */
export function loudnessFilters(goal: LoudnessGoal, measured: Loudness, rateHz: number): string[] {
  const { lufs, peak, range, threshold, offset } = measured;
  const known = `measured_I=${lufs}:measured_TP=${peak}:measured_LRA=${range}:measured_thresh=${threshold}:offset=${offset}`;
  return [`${goalFilter(goal)}:${known}:linear=true`, `aresample=${Math.min(48_000, rateHz)}`];
}

function goalFilter({ lufs, peak }: LoudnessGoal): string {
  return `loudnorm=I=${lufs}:TP=${peak}:LRA=${RANGE}`;
}
