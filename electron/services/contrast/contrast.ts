/** How well subtitles stand out from the picture under them, looked at in the footage itself. */
import { basename, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/api/errors';
import { lookArguments } from '../../../shared/contrast/decode';
import { coversWithin, cueLooks, type DrawnTrack } from '../../../shared/contrast/looks';
import {
  lookedSize,
  stretchesOf,
  stretchScripts,
  type StretchScripts,
} from '../../../shared/contrast/stretches';
import type { MeasuredContrast } from '../../../shared/domain/contrast';
import type { MediaInfo } from '../../../shared/domain/media';
import type { Fingerprint } from '../../../shared/domain/project';
import { planCovers } from '../../../shared/ffmpeg/cover-filters';
import { ffmpegError } from '../../../shared/ffmpeg/errors';
import { storedUpright } from '../../../shared/ffmpeg/picture-filters';
import { familiesOf } from '../../../shared/style/campaign-families';
import { runTool } from '../../platform/spawn';
import { runWorker } from '../../platform/workers';
import { withWorkFolder, workFolderEnvironment } from '../export/work-folder';
import type { PlacedFont } from '../fonts/campaign-fonts';
import { readCache, writeCache } from '../media/cache';
import { fingerprintKey } from '../media/fingerprint';
import type { ToolPaths } from '../tools/tools';

/** Where what was measured is kept. */
export interface ContrastCache {
  readonly cacheFolder: string;
  readonly fingerprint: Fingerprint;
}

export interface MeasureContrastOptions extends ContrastCache {
  readonly drawn: DrawnTrack;
  readonly info: MediaInfo;
  /** When the footage's pictures appear (ms, model's timeline); may be empty only where nothing is covered. */
  readonly timesMs: ArrayLike<number>;
  /** Holds the bundled font files. */
  readonly fontFolder: string;
  readonly ownFonts: readonly PlacedFont[];
  readonly tools: ToolPaths;
  readonly signal?: AbortSignal | undefined;
  /** Called with 0..1. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

const Ratio = z.number().min(1).max(21).nullable();
const Cached = z.object({ version: z.literal(1), ratios: z.array(z.tuple([z.string(), Ratio])) });
/** Looks that are remembered for one piece of footage; the oldest are forgotten first. */
const MOST_KEPT = 20_000;

type Ratios = Map<string, number | null>;

/** All that was measured in a piece of footage, by look. */
export function knownRatios(cache: ContrastCache): Promise<ReadonlyMap<string, number | null>> {
  return readRatios(cache);
}

function cacheFile({ cacheFolder, fingerprint }: ContrastCache): string {
  return join(cacheFolder, `${fingerprintKey(fingerprint)}.contrast`);
}

async function readRatios(cache: ContrastCache): Promise<Ratios> {
  const bytes = await readCache(cacheFile(cache));
  try {
    return new Map(bytes ? Cached.parse(JSON.parse(new TextDecoder().decode(bytes))).ratios : []);
  } catch {
    // Damaged or of another version: it is measured anew.
    return new Map();
  }
}

async function keepRatios(cache: ContrastCache, ratios: Ratios): Promise<void> {
  const kept = { version: 1, ratios: [...ratios].slice(-MOST_KEPT) } satisfies z.infer<typeof Cached>;
  await writeCache(cacheFile(cache), [new TextEncoder().encode(JSON.stringify(kept))]);
}

/** What is known of a track as it is now; cues that were not measured, or look otherwise since, are not in it. */
export async function knownContrast(drawn: DrawnTrack, cache: ContrastCache): Promise<MeasuredContrast[]> {
  return known(drawn, await readRatios(cache));
}

function known(drawn: DrawnTrack, ratios: Ratios): MeasuredContrast[] {
  const looks = cueLooks(drawn);
  return drawn.cues.flatMap(({ id }, n) => {
    const look = looks[n] ?? '';
    const ratio = ratios.get(look);
    return ratio === undefined ? [] : [{ id, look, ratio }];
  });
}

/**
 * Measures every cue of a track that was not measured as it is now, and answers with all. ffmpeg decodes and draws in its own
 * process, a worker computes, one picture at a time. What was measured is kept also when the rest is cancelled.
 * Throws `no-video`, `damaged-media`, `unknown-codec`, `tool-missing`, `disk-full`, `cancelled`.
 */
export async function measureContrast(
  path: string,
  options: MeasureContrastOptions,
): Promise<MeasuredContrast[]> {
  const { drawn, info, fontFolder, ownFonts, onProgress } = options;
  const { video } = info;
  if (!video) throw new AppError('no-video', { name: basename(path) });
  const ratios = await readRatios(options);
  const looks = cueLooks(drawn);
  const wanted = looks.flatMap((look, place) => (ratios.has(look) ? [] : [place]));
  const size = lookedSize(video, drawn);
  const picture = { height: size.height, ...(drawn.framing ? { framing: drawn.framing } : {}) };
  const families = familiesOf(ownFonts);
  const work = stretchesOf(drawn.cues, wanted).map((stretch, n) => {
    const covers = planCovers({
      ...{ covers: coversWithin(drawn.covers, stretch), timesMs: options.timesMs, startMs: stretch.startMs },
      size: storedUpright(video),
      commandsFile: `covers-${n}.cmd`,
    });
    const files = { seen: `seen-${n}.ass`, letters: `letters-${n}.ass`, covers: covers.filters };
    return { stretch, files, covers, scripts: stretchScripts(drawn, stretch, size, families) };
  });
  if (work.length === 0) return known(drawn, ratios);
  const texts = Object.fromEntries(
    work.flatMap(({ files, scripts, covers }) => [
      [files.seen, scripts.seen],
      [files.letters, scripts.letters],
      ...Object.entries(covers.files),
    ]),
  );
  const allMs = work.reduce((sum, { stretch }) => sum + stretch.endMs - stretch.startMs, 0);
  let doneMs = 0;
  // In the cache, where what a killed run leaves is found again: it holds subtitles.
  const temporaryFolder = options.cacheFolder;
  await withWorkFolder({ texts, fontFolder, ownFonts, temporaryFolder }, async (folder) => {
    try {
      for (const { stretch, files, scripts } of work) {
        const args = lookArguments(path, { info, video }, stretch, files, picture);
        // Cues of no duration are in no picture.
        const isSeen = stretch.momentsMs.length > 0;
        const found = isSeen ? await measure(path, options, { folder, args, size, scripts }) : [];
        const ofPlace = new Map(scripts.numbered.map(({ place }, number) => [place, found[number] ?? null]));
        for (const place of stretch.wanted) ratios.set(looks[place] ?? '', ofPlace.get(place) ?? null);
        doneMs += stretch.endMs - stretch.startMs;
        onProgress?.(doneMs / allMs);
      }
    } finally {
      await keepRatios(options, ratios);
    }
  });
  return known(drawn, ratios);
}

interface Run {
  readonly folder: string;
  readonly args: readonly string[];
  readonly size: ReturnType<typeof lookedSize>;
  readonly scripts: StretchScripts;
}

async function measure(
  path: string,
  { tools, signal }: MeasureContrastOptions,
  { folder, args, size, scripts }: Run,
): Promise<(number | null)[]> {
  const decode = async (send: (piece: Uint8Array) => Promise<void>) => {
    const run = await runTool({
      command: tools.ffmpeg,
      args,
      cwd: folder,
      env: workFolderEnvironment(folder),
      signal,
      onStdout: send,
    });
    if (run.code !== 0)
      throw ffmpegError({
        tool: 'ffmpeg',
        code: run.code,
        stderr: run.stderrTail,
        name: basename(path),
        paths: [path, folder],
      });
  };
  const colours = scripts.numbered.map(({ colour }) => colour);
  const raw = await runWorker('contrast', { ...size, colours }, { signal, feed: decode, isKept: true });
  return z
    .array(Ratio)
    .parse(raw)
    .map((ratio) => (ratio === null ? null : Math.floor(ratio * 100) / 100));
}
