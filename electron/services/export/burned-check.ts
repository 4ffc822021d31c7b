/** Looks whether subtitles really are in the picture: the same frame of footage and export, compared. */
import type { Cue } from '../../../shared/domain/track';
import type { MediaInfo } from '../../../shared/domain/media';
import { safeInputArguments } from '../../../shared/ffmpeg/input';
import type { FfmpegInput } from '../../../shared/ffmpeg/plan';
import { timelineShiftMs } from '../../../shared/ffmpeg/timeline';
import { withoutMarkUp } from '../../../shared/text/mark-up';
import { runTool } from '../../platform/spawn';
import type { ToolPaths } from '../tools/tools';

export interface BurnedCheck {
  /** How many cues were looked at: up to three. */
  readonly checked: number;
  /** At how many of them the picture had changed. */
  readonly seen: number;
}

/** Whether a cue that was looked at is gone when it should be. */
export interface OutsideCheck {
  /** 1 where a moment next to a cue could be looked at, else 0. */
  readonly checked: number;
  /** 1 where the picture was free of it there. */
  readonly clear: number;
}

export interface BurnedCheckOptions {
  readonly sourcePath: string;
  readonly source: MediaInfo;
  /** Makes the new picture without its subtitles; input 0 is the footage, `[v]` the result. */
  readonly graph: string;
  /** What else the graph takes, in order. */
  readonly otherInputs: readonly FfmpegInput[];
  /** Where the graph's files lie. */
  readonly folder: string;
  readonly outputPath: string;
  /** Where the new video begins on the model's timeline, in ms. */
  readonly startMs: number;
  readonly durationMs: number;
  /** With the times they have in the new video. */
  readonly cues: readonly Pick<Cue, 'startMs' | 'endMs' | 'text'>[];
  readonly tools: ToolPaths;
  readonly signal?: AbortSignal | undefined;
}

const SIDE = { width: 480, height: 270 };
/** Grey levels a pixel must differ by: x264 at crf 18 stays under 15 at this size, letters reach 100 and more. */
const DIFFERENT = 40;
/** A dash or a full stop changes this many pixels at this size. */
const FEWEST_PIXELS = 3;
/** Shorter cues could be missed by a frame. */
const SHORTEST_MS = 200;
const LIMIT_MS = 60_000;

/**
 * Compares a moment of a few cues (`sampleTimes`), and one next to the first of them, where it must be gone again. A comparison
 * that cannot be made does not count.
 */
export async function checkBurned(
  options: BurnedCheckOptions,
): Promise<{ readonly burned: BurnedCheck; readonly outside: OutsideCheck }> {
  let [checked, seen] = [0, 0];
  let first: { readonly atMs: number; readonly marks: readonly number[] } | null = null;
  for (const atMs of sampleTimes(options.cues, options.durationMs)) {
    const marks = await differingPixels(options, atMs);
    if (marks === null) continue;
    checked++;
    if (marks.length < FEWEST_PIXELS) continue;
    seen++;
    first ??= { atMs, marks };
  }
  return { burned: { checked, seen }, outside: first ? await lookOutside(options, first) : NOT_LOOKED };
}

const NOT_LOOKED: OutsideCheck = { checked: 0, clear: 0 };
/** So few of a cue's pixels may differ where it is gone: what moves behind them is coded a little otherwise. */
const LEFT_SHARE = 0.25;

async function lookOutside(
  options: BurnedCheckOptions,
  { atMs, marks }: { readonly atMs: number; readonly marks: readonly number[] },
): Promise<OutsideCheck> {
  const outsideMs = momentOutside(options.cues, atMs, options.durationMs);
  const marksThere = outsideMs === null ? null : await differingPixels(options, outsideMs);
  if (!marksThere) return NOT_LOOKED;
  const there = new Set(marksThere);
  const left = marks.filter((pixel) => there.has(pixel)).length;
  return { checked: 1, clear: left < marks.length * LEFT_SHARE ? 1 : 0 };
}

/** So far from a cue, and this far from any other, nothing may be shown: some pictures, whatever the rate. */
const AWAY_MS = 160;

/** A moment (ms) shortly after the cue shown at `atMs`, or before it, at which nothing is shown; null where there is none. */
export function momentOutside(
  cues: BurnedCheckOptions['cues'],
  atMs: number,
  durationMs: number,
): number | null {
  const cue = cues.find(({ startMs, endMs }) => startMs <= atMs && atMs < endMs);
  const isFree = (ms: number) =>
    ms >= 0 &&
    ms < durationMs - SHORTEST_MS &&
    cues.every(({ startMs, endMs }) => ms < startMs - AWAY_MS / 2 || ms >= endMs + AWAY_MS / 2);
  return (cue ? [cue.endMs + AWAY_MS, cue.startMs - AWAY_MS] : []).find(isFree) ?? null;
}

/**
 * Looking at a frame costs decoding from the key frame before it, twice, up to 3 s of work: a film shorter than the first
 * is looked at in its first cue alone, one shorter than the second in the first and last, others also half-way.
 */
const ONE_LOOK_MS = 120_000;
const TWO_LOOKS_MS = 360_000;

/** A look this long after the cue's start is as sure as its middle, and fewer frames lie between it and the file's start. */
const INTO_CUE_MS = 400;

/** A moment (ms) in each of one to three cues that show something long enough and inside the footage; ascending. */
export function sampleTimes(cues: BurnedCheckOptions['cues'], durationMs: number): number[] {
  const fit = cues.filter(
    ({ startMs, endMs, text }) =>
      endMs - startMs >= SHORTEST_MS &&
      momentOf({ startMs, endMs }) < durationMs - SHORTEST_MS &&
      /[\p{L}\p{N}]/u.test(withoutMarkUp(text)),
  );
  const halfWay = durationMs < TWO_LOOKS_MS ? [] : [fit[fit.length >> 1]];
  const picked = new Set([fit[0], ...(durationMs < ONE_LOOK_MS ? [] : [...halfWay, fit.at(-1)])]);
  return [...picked].flatMap((cue) => (cue ? [momentOf(cue)] : []));
}

function momentOf({ startMs, endMs }: { readonly startMs: number; readonly endMs: number }): number {
  return Math.round(Math.min((startMs + endMs) / 2, startMs + INTO_CUE_MS));
}

/** Which pixels of the small grey picture differ at a time, by number; null where one of the two gives no picture. */
async function differingPixels(options: BurnedCheckOptions, atMs: number): Promise<number[] | null> {
  const { sourcePath, source, outputPath, startMs, graph, otherInputs, folder, tools, signal } = options;
  // ffmpeg's own times of a file are zero-based.
  const shiftMs = timelineShiftMs(source);
  const small = `scale=${SIDE.width}:${SIDE.height}:flags=area,setsar=1,format=gray`;
  const run = await runTool({
    command: tools.ffmpeg,
    args: [
      ...['-nostdin', '-hide_banner', '-nostats', '-v', 'error'],
      ...safeInputArguments(sourcePath, { seekMs: Math.max(0, atMs + startMs - shiftMs) }),
      ...otherInputs.flatMap(({ options: before, input }) => [...before, '-i', input]),
      ...safeInputArguments(outputPath, { seekMs: Math.max(0, atMs - Math.max(0, shiftMs - startMs)) }),
      '-filter_complex',
      `${graph};[v]${small}[a];[${otherInputs.length + 1}:v:0]${small}[b];[a][b]blend=all_mode=difference,format=gray`,
      ...['-frames:v', '1', '-f', 'rawvideo', 'pipe:1'],
    ],
    cwd: folder,
    signal,
    timeoutMs: LIMIT_MS,
  });
  if (run.code !== 0 || run.stdout.length !== SIDE.width * SIDE.height) return null;
  return [...run.stdout.entries()].flatMap(([pixel, value]) => (value > DIFFERENT ? [pixel] : []));
}
