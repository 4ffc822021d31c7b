/**
 * Smart burn-in: only the groups of pictures (GOPs) that show subtitles are encoded anew, all others are copied bit by bit.
 * This decides whether footage allows it and which parts are which; `facts.md`, "Burn-in", has the measurements.
 */
import type { MediaInfo } from '../domain/media';
import { pictureSize } from './picture-size';
import type { CompleteVideo } from './complete';

/** A packet of the picture's stream, in order of decoding; times in ticks of the stream. */
export interface PicturePacket {
  readonly pts: number | null;
  readonly dts: number | null;
  readonly isKey: boolean;
  /** Decoded but not shown: an edit begins behind it. */
  readonly isDiscarded: boolean;
}

/** What ffprobe says of the stream beyond `MediaInfo`. */
export interface PictureStream {
  /** Length of a tick in s. */
  readonly tickS: number;
  /** `progressive`, or whatever else; null where it is not said. */
  readonly fieldOrder: string | null;
}

/** Why footage or an output does not allow it. Each has a sentence in `video.smart.*`. */
export type SmartObstacle =
  'output' | 'codec' | 'picture' | 'start' | 'edit-list' | 'open-gop' | 'times' | 'share' | 'failed';

/** A run of packets that are all copied or all encoded. */
export interface SmartPiece {
  readonly firstPacket: number;
  readonly packets: number;
  readonly isEncoded: boolean;
  /** How much earlier than shown each of its pictures is decoded once it is encoded, in s; 0 for a copy. */
  readonly leadS: number;
}

export interface SmartPlan {
  readonly pieces: readonly SmartPiece[];
  /** Share of the pictures that are encoded: 0..1. */
  readonly share: number;
}

/** Above this share a full encode costs hardly more and compresses better (two passes over the rest have their price too). */
const WORTH_IT = 0.75;
const PROFILES: readonly string[] = ['Constrained Baseline', 'Baseline', 'Main', 'High'];

/** Why this output of this footage cannot be made so, as far as it can be told without looking at packets; null where it can. */
export function smartObstacle(output: CompleteVideo, media: MediaInfo): SmartObstacle | null {
  const { video } = media;
  const isPlain =
    output.delivery === 'burn-in' &&
    output.container === 'mp4' &&
    output.codec === 'h264' &&
    output.maxBytes === undefined &&
    !output.hardware;
  if (!isPlain || !video) return 'output';
  if (video.codec !== 'h264' || !PROFILES.includes(video.profile ?? '')) return 'codec';
  const { width, height } = pictureSize(video, output);
  const isSame =
    video.rotation === 0 && video.width === width && video.height === height && video.displayWidth === width;
  if (!isSame || video.displayHeight !== height || video.pixelFormat !== 'yuv420p' || video.hdr)
    return 'picture';
  const isRaw = /^(mov|mp4|matroska)\b/.test(media.container);
  return isRaw && media.startMs >= 0 ? null : 'start';
}

/**
 * What to encode and what to copy. `shown`: stretches with subtitles (ms). Linear in packets and cues.
 * A GOP is closed when every picture of it is shown at or after its key frame, and none of the one before is.
 */
export function planSmart(
  packets: readonly PicturePacket[],
  stream: PictureStream,
  shown: readonly { readonly startMs: number; readonly endMs: number }[],
): SmartPlan | SmartObstacle {
  if (stream.fieldOrder !== null && stream.fieldOrder !== 'progressive' && stream.fieldOrder !== 'unknown')
    return 'picture';
  const gops = closedGops(packets, stream.tickS);
  if (typeof gops === 'string') return gops;
  const pieces: SmartPiece[] = [];
  let encoded = 0;
  const cues = [...shown].sort((a, b) => a.startMs - b.startMs);
  let next = 0;
  let reachMs = -Infinity;
  for (const { firstPacket, packets: count, startMs, endMs } of gops) {
    for (; next < cues.length && (cues[next]?.startMs ?? 0) < Math.round(endMs); next++)
      reachMs = Math.max(reachMs, cues[next]?.endMs ?? 0);
    // A cue begun before may reach in. Pictures are called by their rounded times (`frames/frames.ts`).
    const isEncoded = reachMs > Math.round(startMs);
    if (isEncoded) encoded += count;
    const last = pieces.at(-1);
    if (last?.isEncoded === isEncoded) pieces[pieces.length - 1] = { ...last, packets: last.packets + count };
    else pieces.push({ firstPacket, packets: count, isEncoded, leadS: 0 });
  }
  const share = encoded / packets.length;
  if (share > WORTH_IT) return 'share';
  const led = pieces.map((piece) => (piece.isEncoded ? withLead(piece, packets, stream.tickS) : piece));
  return led.some((piece) => piece === null)
    ? 'times'
    : { pieces: led.flatMap((piece) => piece ?? []), share };
}

/**
 * An encoded piece decodes its pictures in order of showing, all by the same lead. It must begin after the last picture
 * before it is decoded and end before the next one is; the footage's own lead does, unless its times are uneven. Null where
 * no lead does.
 */
function withLead(piece: SmartPiece, packets: readonly PicturePacket[], tickS: number): SmartPiece | null {
  const { firstPacket, packets: count } = piece;
  const own = packets[firstPacket];
  const next = packets[firstPacket + count];
  let last = 0;
  for (let n = firstPacket; n < firstPacket + count; n++) last = Math.max(last, packets[n]?.pts ?? 0);
  const start = own?.pts ?? 0;
  const above = next ? last - (next.dts ?? 0) : -1;
  const below = start - (packets[firstPacket - 1]?.dts ?? -Infinity);
  const lead = Math.max(0, start - (own?.dts ?? 0), above + 1);
  return lead < below ? { ...piece, leadS: lead * tickS } : null;
}

interface Gop {
  readonly firstPacket: number;
  readonly packets: number;
  readonly startMs: number;
  readonly endMs: number;
}

function closedGops(packets: readonly PicturePacket[], tickS: number): Gop[] | SmartObstacle {
  const starts: number[] = [];
  let [keyPts, most, before] = [0, -Infinity, -Infinity];
  for (const [n, { pts, dts, isKey, isDiscarded }] of packets.entries()) {
    if (isDiscarded) return 'edit-list';
    if (pts === null || dts === null || dts <= before || pts < dts) return 'times';
    before = dts;
    if (isKey) {
      if (pts <= most) return 'open-gop';
      keyPts = pts;
      starts.push(n);
    } else if (n === 0 || pts < keyPts) return 'open-gop';
    most = Math.max(most, pts);
  }
  if (starts.length === 0) return 'times';
  return starts.map((firstPacket, gop) => {
    const end = starts[gop + 1] ?? packets.length;
    const timeMs = (n: number) => (packets[n]?.pts ?? Infinity) * tickS * 1000;
    return { firstPacket, packets: end - firstPacket, startMs: timeMs(firstPacket), endMs: timeMs(end) };
  });
}
