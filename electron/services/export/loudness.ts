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
import { timelineShiftMs } from '../../../shared/ffmpeg/timeline';
import { note, type VideoRun } from './video-run';
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

async function measure(
  { job, folder, target, durationMs }: VideoRun,
  audio: AudioStream,
  goal: LoudnessGoal,
  onProgress: (fraction: number) => void,
): Promise<Loudness | null> {
  const { mediaPath, mediaInfo, span, tools, signal } = job;
  const shiftMs = timelineShiftMs(mediaInfo);
  const part = span
    ? { seekMs: Math.max(0, span.startMs - shiftMs), durationMs: span.endMs - span.startMs }
    : {};
  const lines: string[] = [];
  await runPlan(measurePlan(mediaPath, audio, goal, part), {
    ffmpeg: tools.ffmpeg,
    folder,
    mediaPath,
    target: { name: target.name, path: target.temporaryPath },
    durationMs,
    signal,
    onProgress,
    onStderrLine: (line) => {
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
    },
  });
  return parseLoudness(lines);
}
