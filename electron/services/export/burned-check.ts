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

/** Whether cues that were looked at are gone when they should be. */
export interface OutsideCheck {
  /** How many moments next to a cue were looked at: up to two. */
  readonly checked: number;
  /** At how many of them the picture was free of that cue. */
  readonly clear: number;
}

export interface BurnedCheckOptions {
  readonly sourcePath: string;
  readonly source: MediaInfo;
  /** Makes the new picture without its subtitles, of footage that is `laterMs` later than ffmpeg says; input 0 is the footage, `[v]` the result. */
  readonly graph: (laterMs: number) => string;
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
 * Compares moments inside a few cues, and next to them, where they must not be (`looksAt`). A comparison that cannot be made
 * does not count.
 */
export async function checkBurned(
  options: BurnedCheckOptions,
): Promise<{ readonly burned: BurnedCheck; readonly outside: OutsideCheck }> {
  const burned = { checked: 0, seen: 0 };
  const outside = { checked: 0, clear: 0 };
  for (const look of looksAt(options.cues, options.durationMs)) {
    const marksAt = await differingPixels(options, [look.insideMs, ...look.outsideMs]);
    const marks = marksAt.get(look.insideMs);
    if (!marks) continue;
    burned.checked++;
    if (marks.size < FEWEST_PIXELS) continue;
    burned.seen++;
    for (const there of look.outsideMs.flatMap((ms) => marksAt.get(ms) ?? [])) {
      outside.checked++;
      const left = [...marks].filter((pixel) => there.has(pixel)).length;
      if (left < marks.size * LEFT_SHARE) outside.clear++;
    }
  }
  return { burned, outside };
}

/** So few of a cue's pixels may differ where it is gone: what moves behind them is coded a little otherwise. */
const LEFT_SHARE = 0.25;
/** So far from a cue, and half as far from any other, nothing may be shown: some pictures, whatever the rate. */
const AWAY_MS = 160;
/** This far from either end a cue is surely shown; of a shorter one, its middle is looked at. */
const INTO_CUE_MS = 400;
/**
 * Looking at a cue costs decoding from the key frame before it, twice, up to 2 s of work: a film shorter than the first is
 * looked at in its first cue alone, one shorter than the second in the first and last, others also half-way.
 */
const ONE_LOOK_MS = 120_000;
const TWO_LOOKS_MS = 360_000;

/** A cue that is looked at: a moment (ms) at which it is shown, and up to two at which neither it nor any other is. */
export interface Look {
  readonly insideMs: number;
  readonly outsideMs: readonly number[];
}

/**
 * What is looked at, ascending: one to three cues that show something long enough and inside the footage. The beginning of the
 * first and the end of the last, so that a film whose subtitles come early, late or drift is found; as few pictures as can be
 * lie between the moments of one cue.
 */
export function looksAt(cues: BurnedCheckOptions['cues'], durationMs: number): Look[] {
  const lastMs = durationMs - SHORTEST_MS;
  const afterStart = (cue: Moments) => Math.round(Math.min(middle(cue), cue.startMs + INTO_CUE_MS));
  const fit = cues.filter(
    (cue) =>
      cue.endMs - cue.startMs >= SHORTEST_MS &&
      afterStart(cue) < lastMs &&
      /[\p{L}\p{N}]/u.test(withoutMarkUp(cue.text)),
  );
  const [first, last] = [fit[0], fit.at(-1)];
  if (!first || !last) return [];
  const isFree = (ms: number) =>
    ms >= 0 &&
    ms < lastMs &&
    cues.every(({ startMs, endMs }) => ms < startMs - AWAY_MS / 2 || ms >= endMs + AWAY_MS / 2);
  const beforeEnd = (cue: Moments) => {
    const shown = { startMs: cue.startMs, endMs: Math.min(cue.endMs, lastMs) };
    return Math.round(Math.max(middle(shown), shown.endMs - INTO_CUE_MS));
  };
  const before = ({ startMs }: Moments) => startMs - AWAY_MS;
  const after = ({ endMs }: Moments) => endMs + AWAY_MS;
  if (durationMs < ONE_LOOK_MS || first === last)
    return [{ insideMs: afterStart(first), outsideMs: [before(first), after(first)].filter(isFree) }];
  const half = fit[fit.length >> 1];
  return [
    { insideMs: afterStart(first), outsideMs: [before(first)].filter(isFree) },
    ...(durationMs < TWO_LOOKS_MS || !half || half === last
      ? []
      : [{ insideMs: afterStart(half), outsideMs: [] }]),
    { insideMs: beforeEnd(last), outsideMs: [after(last)].filter(isFree) },
  ];
}

type Moments = Pick<Cue, 'startMs' | 'endMs'>;

function middle({ startMs, endMs }: Moments): number {
  return (startMs + endMs) / 2;
}

/**
 * Which pixels of the small grey picture differ at each of some moments (ms), by number, found in one run; a moment at which
 * one of the two gives no picture is not among them.
 */
async function differingPixels(
  options: BurnedCheckOptions,
  moments: readonly number[],
): Promise<ReadonlyMap<number, ReadonlySet<number>>> {
  const { sourcePath, source, outputPath, startMs, graph, otherInputs, folder, tools, signal } = options;
  const times = moments.toSorted((a, b) => a - b);
  const [firstMs = 0, ...laterMs] = times;
  // ffmpeg's own times of a file are zero-based.
  const shiftMs = timelineShiftMs(source);
  const seekMs = Math.max(0, firstMs + startMs - shiftMs);
  // What the graph does at a time, it must do at the time of the film; the pictures are then picked by ffmpeg's own.
  const laterS = (seekMs + shiftMs - startMs) / 1000;
  // Of each moment the first picture that is not before it; then paired by number, since times may differ by their rounding.
  const picked = laterMs
    .map((ms) => ((ms - firstMs) / 1000).toFixed(3))
    .map((at) => `+gte(t,${at})*lt(prev_selected_t,${at})`)
    .join('');
  const small = `select='isnan(prev_selected_t)${picked}',setpts=N/TB,scale=${SIDE.width}:${SIDE.height}:flags=area,setsar=1,format=gray`;
  const run = await runTool({
    command: tools.ffmpeg,
    args: [
      ...['-nostdin', '-hide_banner', '-nostats', '-v', 'error'],
      ...safeInputArguments(sourcePath, { seekMs }),
      ...otherInputs.flatMap(({ options: before, input }) => [...before, '-i', input]),
      ...safeInputArguments(outputPath, { seekMs: Math.max(0, firstMs - Math.max(0, shiftMs - startMs)) }),
      '-filter_complex',
      `${graph(laterS * 1000)};[v]setpts=PTS-${laterS.toFixed(6)}/TB,${small}[a];[${otherInputs.length + 1}:v:0]${small}[b];[a][b]blend=all_mode=difference,format=gray`,
      ...['-fps_mode', 'passthrough', '-frames:v', String(times.length), '-f', 'rawvideo', 'pipe:1'],
    ],
    cwd: folder,
    signal,
    timeoutMs: LIMIT_MS,
  });
  const size = SIDE.width * SIDE.height;
  const count = run.code === 0 ? Math.floor(run.stdout.length / size) : 0;
  return new Map(
    times.slice(0, count).map((ms, n) => {
      const marks = new Set<number>();
      run.stdout.subarray(n * size, (n + 1) * size).forEach((value, pixel) => {
        if (value > DIFFERENT) marks.add(pixel);
      });
      return [ms, marks];
    }),
  );
}
