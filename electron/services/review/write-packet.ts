import { randomBytes } from 'node:crypto';
import { open, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { PacketChoice } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { MediaInfo } from '../../../shared/domain/media';
import { coversOf } from '../../../shared/edits/redaction';
import { planCovers } from '../../../shared/ffmpeg/cover-filters';
import { storedUpright } from '../../../shared/ffmpeg/picture-filters';
import { mostSmallCopyBytes, smallCopyArguments, type SmallCopy } from '../../../shared/ffmpeg/small-copy';
import { planSoundRedaction } from '../../../shared/ffmpeg/sound-redaction';
import { soundPlan, unplacedVoices } from '../../../shared/redaction/sound';
import { buildPacket } from '../../../shared/review/build-packet';
import type { FontFamily } from '../../../shared/style/fonts';
import type { Packet } from '../../../shared/review/packet';
import { discard, prepareTarget, publish, requireSpace } from '../export/target';
import { withWorkFolder } from '../export/work-folder';
import { makeProxy } from '../media/proxy';
import type { Cleared } from '../safety/clearance';
import type { ToolPaths } from '../tools/tools';
import { inertJson, readTemplate, type PacketTemplate } from './template';

export interface PacketRequest {
  readonly cleared: Cleared;
  readonly choice: PacketChoice;
  readonly targetPath: string;
  /** Files that must not be overwritten. */
  readonly sourcePaths: readonly string[];
  readonly distFolder: string;
  /** Where the small copy of the footage is made. */
  readonly cacheFolder: string;
  /** The footage; null where it is not there, or not wanted. */
  readonly footage: {
    readonly path: string;
    readonly info: MediaInfo;
    readonly tools: ToolPaths;
    /** When its pictures appear (ms, model's timeline); may be null where nothing is covered. */
    readonly frameTimes: ArrayLike<number> | null;
  } | null;
  readonly shotsMs: readonly number[] | null;
  /** The campaign's own families. */
  readonly fonts: readonly FontFamily[];
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

/** Longest text that browsers keep in one element, with room: 2^29 UTF-16 units in Chromium. */
const MAX_MEDIA_BYTES = 380 * 1024 * 1024;
/** Read at once: a multiple of three, so that pieces of base64 join. */
const PIECE_BYTES = 3 * 256 * 1024;

/**
 * Writes a review packet, whole or not at all; answers its path. Throws what `buildPacket`, `prepareTarget` and `makeProxy`
 * throw, `packet-too-large`, `disk-full`, `cancelled`.
 */
export async function writePacket(request: PacketRequest): Promise<string> {
  const { cleared, choice, footage, shotsMs, fonts } = request;
  const target = await prepareTarget(request.targetPath, request.sourcePaths, cleared.clearance);
  const template = await readTemplate(request.distFolder);
  const packet = buildPacket(cleared.project, choice, {
    packetId: randomBytes(10).toString('hex'),
    madeAtMs: Date.now(),
    media: footage?.info ?? null,
    shotsMs,
    fonts,
  });
  const copy = copyOf(request);
  if (copy && footage) await refuseLarge(copy, footage.info.durationMs, target);
  try {
    await withWorkFolder(
      { texts: {}, fontFolder: null, temporaryFolder: request.cacheFolder },
      async (folder) => {
        const media = copy && footage ? await smallCopy(folder, copy, request) : null;
        await writePage(target.temporaryPath, template, packet, media, request.signal);
      },
    );
    await publish(target);
    return target.path;
  } catch (error) {
    await discard(target);
    throw error;
  }
}

/** What of the footage goes in; throws `no-audio` and `no-video` for what it does not have. */
function copyOf({ choice, footage, targetPath }: PacketRequest): SmallCopy | null {
  if (choice.media === 'none' || !footage) return null;
  if (choice.media === 'audio' && !footage.info.audio) throw new AppError('no-audio', { name: targetPath });
  const kind = choice.media === 'video' && footage.info.video ? 'video' : 'audio';
  return { kind, height: choice.height };
}

async function refuseLarge(
  copy: SmallCopy,
  durationMs: number,
  target: { readonly folder: string; readonly name: string },
): Promise<void> {
  const bytes = mostSmallCopyBytes(copy, durationMs);
  const mib = (count: number) => `${Math.ceil(count / 1_048_576)} MB`;
  if (bytes > MAX_MEDIA_BYTES)
    throw new AppError('packet-too-large', {
      size: mib((bytes * 4) / 3),
      limit: mib((MAX_MEDIA_BYTES * 4) / 3),
    });
  await requireSpace(target, Math.ceil(bytes / 3));
}

interface Media {
  readonly path: string;
  readonly kind: SmallCopy['kind'];
  readonly type: string;
}

/** Redacted as every video that leaves is. */
async function smallCopy(folder: string, copy: SmallCopy, request: PacketRequest): Promise<Media | null> {
  const { footage, signal, onProgress } = request;
  if (!footage) return null;
  const path = join(folder, 'copy.mp4');
  const info = copy.kind === 'audio' ? { ...footage.info, video: null } : footage.info;
  const { covers, sound } = redactionOf(request, info);
  for (const [name, text] of Object.entries({ ...covers.files, ...sound.files }))
    await writeFile(join(folder, name), text, { mode: 0o600 });
  await makeProxy(footage.path, path, footage.tools, {
    info,
    folder,
    signal,
    onProgress: ({ fraction }) => onProgress?.(fraction),
    argumentsOf: (from, to, media) =>
      smallCopyArguments(from, to, media, copy, { covers: covers.filters, sound: sound.filters }),
  });
  return { path, kind: copy.kind, type: copy.kind === 'audio' ? 'audio/mp4' : 'video/mp4' };
}

/** What is to be redacted of the film. Throws `bad-request` where covers lack the times of the pictures. */
function redactionOf({ cleared, footage }: PacketRequest, { video, audio }: MediaInfo) {
  const covers = video ? coversOf(cleared.project) : [];
  const timesMs = footage?.frameTimes ?? null;
  if (covers.length > 0 && timesMs === null)
    throw new AppError('bad-request', { reason: 'covers need the times of the pictures' });
  if (audio && unplacedVoices(cleared.project).length > 0) throw new AppError('voice-unplaced');
  const plan = soundPlan(cleared.project);
  const size = video ? storedUpright(video) : { width: 2, height: 2 };
  return {
    covers: planCovers({ covers, timesMs: timesMs ?? [], startMs: 0, size }),
    sound: audio
      ? planSoundRedaction({ plan, startMs: 0, rateHz: audio.sampleRateHz })
      : { filters: [], files: {} },
  };
}

async function writePage(
  path: string,
  template: PacketTemplate,
  packet: Packet,
  media: Media | null,
  signal: AbortSignal | undefined,
): Promise<void> {
  const file = await open(path, 'wx', 0o666);
  try {
    const shown: Packet = { ...packet, media: media && { kind: media.kind, type: media.type } };
    await file.writeFile(`${template.before}${inertJson(shown)}${template.between}`);
    if (media) await writeBase64(file, media.path, signal);
    await file.writeFile(template.after);
  } finally {
    await file.close();
  }
}

async function writeBase64(target: FileHandle, path: string, signal: AbortSignal | undefined): Promise<void> {
  const source = await open(path, 'r');
  try {
    const { size } = await stat(path);
    const buffer = Buffer.alloc(PIECE_BYTES);
    for (let from = 0; from < size; from += PIECE_BYTES) {
      if (signal?.aborted) throw new AppError('cancelled');
      const { bytesRead } = await source.read(buffer, 0, PIECE_BYTES, from);
      await target.writeFile(buffer.toString('base64', 0, bytesRead));
    }
  } finally {
    await source.close();
  }
}
