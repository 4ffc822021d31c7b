import type { AudioStream } from '../../../shared/domain/media';
import type { ExportCheck } from '../../../shared/domain/export';
import {
  LOUDNESS_GOALS,
  loudnessFilters,
  measurePlan,
  parseLoudness,
  type Loudness,
  type LoudnessGoal,
} from '../../../shared/ffmpeg/loudness';
import type { InputOptions } from '../../../shared/ffmpeg/input';
import type { SoundRedactionPlan } from '../../../shared/ffmpeg/sound-redaction';
import { timelineArguments, timelineShiftMs } from '../../../shared/ffmpeg/timeline';
import { soundRedactionOf } from '../../../shared/ffmpeg/video-plan';
import { formatMessage } from '../../../shared/messages/index';
import { soundPlan } from '../../../shared/redaction/sound';
import { note } from '../../../shared/video/foreseen';
import type { VideoRun } from './video-run';
import { runPlan } from './run-plan';

export interface EvenedLoudness {
  readonly filters: readonly string[];
  readonly notes: readonly ExportCheck[];
}

/** loudnorm's printout, and room for what ffmpeg says before it. */
const KEPT_LINES = 60;
const NOTHING: EvenedLoudness = { filters: [], notes: [] };

/** Measures the sound of what is exported and says how to bring it to the goal; silence is left as it is, and said. */
export async function evenedLoudness(
  run: VideoRun,
  onProgress: (fraction: number) => void,
): Promise<EvenedLoudness> {
  const { audio } = run.job.mediaInfo;
  const { loudness } = run.output;
  if (!audio || loudness === 'keep') return NOTHING;
  const goal = LOUDNESS_GOALS[loudness];
  const measured = await measure(run, audio, goal, onProgress);
  if (!measured) return { filters: [], notes: [note('silent', 'video.note.silent')] };
  const values = { found: measured.lufs.toFixed(1), goal: String(goal.lufs) };
  return {
    filters: loudnessFilters(goal, measured, audio.sampleRateHz),
    notes: [note('loudness', 'video.note.loudness', values)],
  };
}

/** Further from the goal than this (LU, EBU Tech 3341's tolerance for live programmes) is said. */
const TOLERANCE_LU = 1;

/** Measures the finished sound: what was aimed at is not what came out where a film is very uneven. Empty where nothing was evened. */
export async function checkLoudness(
  run: VideoRun,
  filters: readonly string[],
  audio: AudioStream | null,
): Promise<ExportCheck[]> {
  const { loudness } = run.output;
  if (filters.length === 0 || loudness === 'keep' || !audio) return [];
  const goal = LOUDNESS_GOALS[loudness];
  const { target } = run;
  const found = await measureFile(run, target.temporaryPath, audio, goal, {});
  const values = { found: found?.lufs.toFixed(1) ?? '?', goal: String(goal.lufs) };
  if (!found || Math.abs(found.lufs - goal.lufs) > TOLERANCE_LU)
    return [note('loudness-off', 'video.note.loudnessOff', values)];
  return [{ code: 'loudness', result: 'passed', message: formatMessage('video.check.loudness', values) }];
}

async function measure(
  run: VideoRun,
  audio: AudioStream,
  goal: LoudnessGoal,
  onProgress: (fraction: number) => void,
): Promise<Loudness | null> {
  const { mediaPath, mediaInfo, span } = run.job;
  const shiftMs = timelineShiftMs(mediaInfo);
  const part = span
    ? { seekMs: Math.max(0, span.startMs - shiftMs), durationMs: span.endMs - span.startMs }
    : { extra: timelineArguments(mediaInfo) };
  const hushed = soundPlan(run.job.cleared.project);
  const redaction = soundRedactionOf({ hushed, media: { ...mediaInfo, video: run.job.video }, span });
  return measureFile(run, mediaPath, audio, goal, part, { redaction, onProgress });
}

async function measureFile(
  { job, folder, target, durationMs }: VideoRun,
  path: string,
  audio: AudioStream,
  goal: LoudnessGoal,
  part: InputOptions,
  { redaction, onProgress }: { redaction?: SoundRedactionPlan; onProgress?: (fraction: number) => void } = {},
): Promise<Loudness | null> {
  const lines: string[] = [];
  await runPlan(measurePlan(path, audio, goal, part, redaction), {
    ffmpeg: job.tools.ffmpeg,
    folder,
    mediaPath: job.mediaPath,
    target: { name: target.name, path: target.temporaryPath },
    durationMs,
    signal: job.signal,
    onProgress,
    onStderrLine: (line) => {
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
    },
  });
  return parseLoudness(lines);
}
