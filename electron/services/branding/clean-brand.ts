/** Draws a person's picture or short video anew, so that only its pixels are left: no metadata, no sound, nothing behind its end. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../../shared/api/errors';
import type { Branding, BrandFile, LogoPlace } from '../../../shared/domain/branding';
import { brandInputOptions } from '../../../shared/ffmpeg/branding';
import { SOFTWARE } from '../../../shared/ffmpeg/encoders';
import { PRIVACY_OPTIONS } from '../../../shared/ffmpeg/plan';
import { planVideo } from '../../../shared/ffmpeg/video-plan';
import { formatMessage } from '../../../shared/messages/index';
import { UNREDACTED } from '../../../shared/redaction/sound';
import { completeVideo } from '../../../shared/video/complete';
import { readFileCapped, statOrNull } from '../../platform/files';
import { runTool } from '../../platform/spawn';
import { runPlan } from '../export/run-plan';
import { probeMedia } from '../media/probe';
import type { ToolPaths } from '../tools/tools';
import { addBrandFile, MOST_BRAND_BYTES, placeBranding, type PlacedBranding } from './campaign-branding';

/** Kept small enough for 4K; a logo or card is never shown larger. */
const LARGEST_SIDE = 3840;
/** What a card can be shown for at the most. */
const LONGEST_MS = 30_000;
const LIMIT_MS = 60_000;
const LARGEST_FILE = 512 * 1024 * 1024;

/** What a brand file is for: a logo is a still picture, a card may move. */
export type BrandUse = 'logo' | 'card';

export interface CleanBrandOptions {
  readonly tools: ToolPaths;
  /** Where a private folder is made for the time of the work. */
  readonly temporaryFolder: string;
  readonly signal?: AbortSignal | undefined;
  /** Called with 0..1. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

export interface CleanBrand {
  readonly file: BrandFile;
  readonly bytes: Uint8Array;
}

/**
 * A PNG of a still picture (PNG, JPEG, WebP), or an H.264 video without sound of the first 30 s of a video, named by what is in it.
 * Throws `bad-picture` for anything else, `not-found`, `no-permission`, `too-large`, `cancelled`, and what `probeMedia` throws of a video.
 */
export async function cleanBrand(
  source: string,
  use: BrandUse,
  options: CleanBrandOptions,
): Promise<CleanBrand> {
  const name = basename(source);
  const found = await statOrNull(source);
  if (!found?.isFile()) throw new AppError('not-found', { name });
  if (found.size > LARGEST_FILE) throw bad(name, 'large');
  const still = await drawStill(source, options);
  if (still) return { file: fileName(still, 'png'), bytes: still };
  if (use === 'logo') throw bad(name, 'logo');
  const moving = await drawMoving(source, options);
  return { file: fileName(moving, 'mp4'), bytes: moving };
}

/** The first picture of a file of the campaign, as PNG, for showing. */
export async function stillOf(path: string, isMoving: boolean, tools: ToolPaths): Promise<Uint8Array> {
  const bytes = await firstPicture(path, isMoving, { tools });
  if (!bytes) throw bad(basename(path), 'unreadable');
  return bytes;
}

function bad(name: string, reason: 'large' | 'logo' | 'unreadable'): AppError {
  return new AppError('bad-picture', { name, reason: formatMessage(`branding.fault.${reason}`) });
}

function fileName(bytes: Uint8Array, ending: 'png' | 'mp4'): BrandFile {
  return `brand-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${ending}`;
}

const drawStill = (source: string, options: CleanBrandOptions) => firstPicture(source, false, options);

/** Null where it is no picture of the allowed kinds. It comes through a pipe: no name of a file can be taken for a pattern. */
async function firstPicture(
  path: string,
  isMoving: boolean,
  { tools, signal }: Pick<CleanBrandOptions, 'tools' | 'signal'>,
): Promise<Buffer | null> {
  const side = `min(${LARGEST_SIDE}\\,`;
  const run = await runTool({
    command: tools.ffmpeg,
    args: [
      // Not `-xerror`: many pictures have something behind their end, and that is no fault of theirs.
      ...['-nostdin', '-hide_banner', '-v', 'error'],
      ...brandInputOptions(isMoving),
      ...['-i', `file:${path}`, '-map', '0:v:0', '-frames:v', '1'],
      ...['-vf', `scale=w=${side}iw):h=${side}ih):force_original_aspect_ratio=decrease,format=rgba`],
      ...PRIVACY_OPTIONS,
      ...['-c:v', 'png', '-f', 'image2pipe', 'pipe:1'],
    ],
    timeoutMs: LIMIT_MS,
    subject: basename(path),
    signal,
  });
  return run.code === 0 && run.stdout.length > 0 ? run.stdout : null;
}

async function drawMoving(source: string, options: CleanBrandOptions): Promise<Buffer> {
  const { tools, signal, temporaryFolder, onProgress } = options;
  const name = basename(source);
  const found = await probeMedia(source, tools, signal);
  const { video } = found;
  if (!video) throw bad(name, 'unreadable');
  const folder = await mkdtemp(join(temporaryFolder, 'outspoken-brand-'));
  try {
    const path = join(folder, 'card.mp4');
    const height = video.displayHeight > LARGEST_SIDE ? LARGEST_SIDE : null;
    const plain = { kind: 'video', delivery: 'none', container: 'mp4', preset: null, height } as const;
    const durationMs = Math.min(found.durationMs, LONGEST_MS);
    const plan = planVideo({
      inputPath: source,
      outputPath: path,
      media: { ...found, audio: null, video },
      output: completeVideo(plain),
      encoder: SOFTWARE.h264,
      rate: { kind: 'quality' },
      draws: false,
      span: { startMs: 0, endMs: durationMs },
      soundFilters: [],
      soundBits: null,
      branding: { logo: null, endCard: null },
      covered: { covers: [], timesMs: [] },
      hushed: UNREDACTED,
      softTracks: [],
    });
    const target = { name, path };
    await runPlan(plan, {
      ffmpeg: tools.ffmpeg,
      folder,
      mediaPath: source,
      target,
      durationMs,
      signal,
      onProgress,
    });
    // ffmpeg ends with 0 on files that nothing can play.
    await probeMedia(path, tools, signal);
    return await readFileCapped(path, MOST_BRAND_BYTES);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Files of a person's, for one video only. */
export interface GivenBranding {
  readonly logo: (LogoPlace & { readonly path: string }) | null;
  readonly endCard: { readonly path: string; readonly durationMs: number } | null;
}

/** Calls `use` with cleaned copies in a private folder, and removes them. Throws as `cleanBrand`. */
export async function withCleaned<T>(
  { logo, endCard }: GivenBranding,
  options: CleanBrandOptions,
  use: (placed: PlacedBranding) => Promise<T>,
): Promise<T> {
  if (!logo && !endCard) return use({});
  const folder = await mkdtemp(join(options.temporaryFolder, 'outspoken-brand-'));
  try {
    const clean = async (path: string, purpose: BrandUse) => {
      const { file, bytes } = await cleanBrand(path, purpose, options);
      await addBrandFile(folder, { file, bytes });
      return file;
    };
    const branding: Branding = {
      logo: logo ? { ...logoPlace(logo), file: await clean(logo.path, 'logo') } : null,
      endCard: endCard ? { durationMs: endCard.durationMs, file: await clean(endCard.path, 'card') } : null,
    };
    return await use(await placeBranding([folder], branding));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function logoPlace({ corner, width, margin, opacity }: LogoPlace): LogoPlace {
  return { corner, width, margin, opacity };
}
